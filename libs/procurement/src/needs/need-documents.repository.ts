import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { NeedConcept } from './procurement-need.entity.js';
import type { NeedKind, NeedPurpose, NeedState } from './procurement-need.enums.js';

/** What search shows of a need; the buyer is absent while it stands under an alias. */
export interface NeedDocumentRow {
  readonly id: string;
  /** Null while the buyer stands under an alias. */
  readonly organizationId: string | null;
  /** Null while the buyer stands under an alias. */
  readonly organizationName: string | null;
  readonly alias: string | null;
  /** Grows when the need or its buyer changes. */
  readonly version: number;
  readonly kind: NeedKind;
  readonly state: NeedState;
  readonly title: string;
  readonly description: string | null;
  readonly concepts: NeedConcept[];
  readonly requiredCertificates: string[];
  readonly preferredCertificates: string[];
  readonly deliveryRegionCode: string | null;
  readonly purpose: NeedPurpose | null;
  readonly smeReserved: boolean;
  /** Upper end of the budget where the buyer shows it. */
  readonly shownBudget: string | null;
  readonly publishedAt: Date;
  readonly replyDeadline: Date | null;
  readonly updatedAt: Date;
  /** Names, materials, processes and treatments of the lines. */
  readonly lineWords: string[] | null;
}

/** Published needs that everybody may see, of buyers that are in business. */
const FOUND = `n.state = 'PUBLISHED' and n.visibility = 'PUBLIC' and o.status not in ('DEREGISTERED', 'REVOKED')`;
const SELECT = `
  select n.id, n.alias, n.version + o.version as version, n.kind, n.state, n.title, n.description, n.concepts,
         case when n.alias is null then n.organization_id end as "organizationId",
         case when n.alias is null then o.name end as "organizationName",
         n.required_certificates as "requiredCertificates", n.preferred_certificates as "preferredCertificates",
         n.delivery_region_code as "deliveryRegionCode", n.purpose, n.sme_reserved as "smeReserved",
         case when n.budget_shown then coalesce(n.budget_max, n.budget_min) end as "shownBudget",
         n.published_at as "publishedAt", n.reply_deadline as "replyDeadline", n.updated_at as "updatedAt",
         (select array_agg(w.word order by l.position, w.ordinal)
            from need_line l cross join lateral unnest(array[l.name, l.material, l.process, l.surface, l.heat_treatment])
                 with ordinality as w(word, ordinal)
           where l.need_id = n.id and w.word is not null) as "lineWords"
    from procurement_need n join organization o on o.id = n.organization_id`;

/** Reads needs as search shows them, a page in one statement. */
@Injectable()
export class NeedDocumentsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of some ids that are to be found. */
  loadDocuments(ids: readonly string[]): Promise<NeedDocumentRow[]> {
    return this.transactions.query(`${SELECT} where n.id = any($1::uuid[]) and ${FOUND}`, [ids]);
  }

  /** A page in the order of ids. */
  loadDocumentPage(afterId: string | null, limit: number): Promise<NeedDocumentRow[]> {
    return this.transactions.query(
      `${SELECT} where n.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') and ${FOUND} order by n.id limit $2`,
      [afterId, limit],
    );
  }

  /** How many are to be found. */
  async countDocuments(): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from procurement_need n join organization o on o.id = n.organization_id where ${FOUND}`,
    );
    return row?.total ?? 0;
  }

  /** Ids of all needs of some buyers. */
  async findNeedIds(organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      'select id from procurement_need where organization_id = any($1::uuid[])',
      [organizationIds],
    );
    return rows.map(({ id }) => id);
  }
}
