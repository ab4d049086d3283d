import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EventConcept } from './matchmaking-event.entity.js';
import type { EventKind } from './matchmaking-event.enums.js';

/** What search shows of an event and of its organizer. */
export interface EventDocumentRow {
  readonly id: string;
  readonly organizationId: string;
  /** Grows when the event or its organizer changes. */
  readonly version: number;
  readonly kind: EventKind;
  readonly title: string;
  readonly description: string | null;
  readonly regionCode: string | null;
  readonly venue: string | null;
  readonly onlineUrl: string | null;
  readonly industryCodes: string[];
  readonly themes: string[];
  readonly chains: string[];
  readonly concepts: EventConcept[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly updatedAt: Date;
  readonly organizerName: string;
}

/** Announced and not called off; whether it is over is asked by its dates. */
const FOUND = `e.state = 'PUBLISHED'`;
const SELECT = `
  select e.id, e.organization_id as "organizationId", e.version + o.version as version, e.kind, e.title, e.description,
         e.region_code as "regionCode", e.venue, e.online_url as "onlineUrl", e.industry_codes as "industryCodes",
         e.themes, e.chains, e.extracted_concepts as concepts, e.starts_at as "startsAt", e.ends_at as "endsAt",
         greatest(e.updated_at, o.updated_at) as "updatedAt", o.name as "organizerName"
    from matchmaking_event e join organization o on o.id = e.organization_id`;

/** Reads events as search shows them, a page in one statement. */
@Injectable()
export class EventDocumentsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of some ids that are to be found. */
  findDocuments(ids: readonly string[]): Promise<EventDocumentRow[]> {
    return this.transactions.query(`${SELECT} where e.id = any($1::uuid[]) and ${FOUND}`, [ids]);
  }

  /** A page in the order of ids. */
  findDocumentPage(afterId: string | null, limit: number): Promise<EventDocumentRow[]> {
    return this.transactions.query(
      `${SELECT} where ($1::uuid is null or e.id > $1) and ${FOUND} order by e.id limit $2`,
      [afterId, limit],
    );
  }

  /** How many are to be found. */
  async countDocuments(): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from matchmaking_event e where ${FOUND}`,
    );
    return row?.total ?? 0;
  }

  /** Ids of all events of some organizers. */
  async findIdsOfOrganizers(organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      'select id from matchmaking_event where organization_id = any($1::uuid[])',
      [organizationIds],
    );
    return rows.map(({ id }) => id);
  }
}
