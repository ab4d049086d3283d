import { Transactions } from '@app/database';
import type { FactState, Period } from '@app/kernel';
import type { ClaimState, TierLevel } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { CapabilityFact, CapabilityKind, FirstSetLevel } from './capability.enums.js';
import type { CapabilityConcept } from './capability-values.js';

/** What search shows of a capability and of its supplier. */
export interface CapabilityDocumentRow {
  readonly id: string;
  readonly organizationId: string;
  /** Grows when the capability or its supplier changes. */
  readonly version: number;
  readonly kind: CapabilityKind;
  readonly title: string;
  readonly description: string | null;
  readonly specification: string | null;
  readonly concepts: CapabilityConcept[];
  readonly materials: string[];
  readonly processes: string[];
  readonly industryCode: string | null;
  readonly capacityAmount: string | null;
  readonly capacityPeriod: Period | null;
  readonly minimumOrderAmount: string | null;
  readonly priceAmount: string | null;
  readonly leadTimeDays: number | null;
  readonly regionsServed: string[];
  readonly firstSetLevel: FirstSetLevel | null;
  readonly innovationCatalogue: boolean;
  readonly factState: FactState;
  readonly factsConfirmedAt: Partial<Record<CapabilityFact, string>>;
  readonly updatedAt: Date;
  readonly organizationName: string;
  readonly regionCode: string | null;
  readonly claimState: ClaimState;
  readonly tiers: TierLevel[] | null;
  readonly certificates: string[] | null;
}

/** Published capabilities of suppliers that are in business. */
const FOUND = `c.state = 'PUBLISHED' and o.status not in ('DEREGISTERED', 'REVOKED')`;
/** `offset 0` keeps the join row by row, so that a page costs its 2,000 look-ups and never a scan of all suppliers. */
const SELECT = `
  select c.id, c.organization_id as "organizationId", c.version + o.version as version, c.kind, c.title, c.description,
         c.specification, c.concepts, c.materials, c.processes, coalesce(c.industry_code, o.industry_code) as "industryCode",
         c.capacity_amount as "capacityAmount", c.capacity_period as "capacityPeriod",
         c.minimum_order_amount as "minimumOrderAmount", coalesce(c.price_min, c.price_max) as "priceAmount",
         c.lead_time_days as "leadTimeDays", c.regions_served as "regionsServed", c.first_set_level as "firstSetLevel",
         c.innovation_catalogue as "innovationCatalogue", c.fact_state as "factState",
         c.facts_confirmed_at as "factsConfirmedAt", greatest(c.updated_at, o.updated_at) as "updatedAt",
         o.name as "organizationName", o.region_code as "regionCode", o.claim_state as "claimState",
         (select array_agg(distinct t.level) from tier_recognition t where t.organization_id = o.id) as tiers,
         (select array_agg(distinct k.kind_id) from organization_certificate k
           where k.organization_id = o.id and (c.certificate_ids is null or k.id = any(c.certificate_ids))) as certificates
    from capability c
   cross join lateral (select * from organization o where o.id = c.organization_id offset 0) o`;

/** Reads capabilities as search shows them, a page in one statement. */
@Injectable()
export class CapabilityDocumentsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of some ids that are to be found. */
  load(ids: readonly string[]): Promise<CapabilityDocumentRow[]> {
    return this.transactions.query(`${SELECT} where c.id = any($1::uuid[]) and ${FOUND}`, [ids]);
  }

  /** A page in the order of ids. */
  page(afterId: string | null, limit: number): Promise<CapabilityDocumentRow[]> {
    return this.transactions.query(
      `${SELECT} where c.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') and ${FOUND} order by c.id limit $2`,
      [afterId, limit],
    );
  }

  /** How many are to be found. */
  async count(): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from capability c join organization o on o.id = c.organization_id where ${FOUND}`,
    );
    return row?.total ?? 0;
  }

  /** Ids of all capabilities of some organizations. */
  async ofOrganizations(organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      'select id from capability where organization_id = any($1::uuid[])',
      [organizationIds],
    );
    return rows.map(({ id }) => id);
  }
}
