import { Transactions } from '@app/database';
import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { EventConcept } from './matchmaking-event.entity.js';
import type { EventKind } from './matchmaking-event.enums.js';

/** What search shows of an event and of its organizer. */
interface EventDocumentRow {
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

/** Announced events as search finds them; a change of an organizer reaches all of its events. */
@Injectable()
export class MatchmakingEventsIndexer extends DocumentSource {
  readonly index = 'events';
  readonly aggregateTypes = ['MatchmakingEvent'];
  override readonly dependsOn = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly documents: EventDocumentsRepository,
    private readonly vocabulary: ConceptVocabulary,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    super();
    sources.registerSource(this);
  }

  async load(ids: readonly string[]): Promise<SearchDocument[]> {
    return (await this.documents.findDocuments(ids)).map((row) => this.documentOf(row));
  }

  async page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    return (await this.documents.findDocumentPage(afterId, limit)).map((row) => this.documentOf(row));
  }

  count(): Promise<number> {
    return this.documents.countDocuments();
  }

  override dependents(_aggregateType: string, organizationIds: readonly string[]): Promise<string[]> {
    return this.documents.findIdsOfOrganizers(organizationIds);
  }

  private documentOf(row: EventDocumentRow): SearchDocument {
    const [province = null, city = null] = row.regionCode ? this.regions.path(row.regionCode) : [];
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      text: row.description ?? '',
      keywords: this.keywords(row),
      concepts: row.concepts.flatMap(({ conceptId }) => conceptId ?? []),
      facets: {
        province,
        city,
        region: row.regionCode,
        industry: this.industriesOf(row),
        kind: row.kind,
        state: 'PUBLISHED',
        flag: [...(row.venue ? ['ON_SITE'] : []), ...(row.onlineUrl ? ['ONLINE'] : [])],
        organizationId: row.organizationId,
        startsAt: row.startsAt.getTime(),
        endsAt: row.endsAt.getTime(),
        updatedAt: row.updatedAt.getTime(),
      },
    };
  }

  private keywords(row: EventDocumentRow): string[] {
    const concepts = row.concepts.flatMap(({ conceptId }) => {
      const concept = conceptId ? this.vocabulary.get(conceptId) : undefined;
      return concept ? [concept.zh, concept.en] : [];
    });
    const place = row.venue ? [row.venue] : [];
    return [...new Set([...row.themes, ...row.chains, ...concepts, row.organizerName, ...place])];
  }

  /** The industries and everything above them, each once. */
  private industriesOf({ industryCodes }: EventDocumentRow): string[] {
    return [
      ...new Set(industryCodes.flatMap((code) => [...this.industries.ancestors(code).reverse(), code])),
    ];
  }
}
