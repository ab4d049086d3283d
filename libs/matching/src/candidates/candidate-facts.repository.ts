import type { ScopeActivity } from '@app/capabilities';
import { Transactions } from '@app/database';
import type { FactState, Period } from '@app/kernel';
import { TextDirections } from '@app/search';
import { Injectable } from '@nestjs/common';
import type {
  CandidateCertificate,
  CandidateFacts,
  CandidateParameter,
  CandidateTier,
} from './candidate-facts.js';

interface CandidateRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly kind: CandidateFacts['kind'];
  readonly title: string;
  readonly description: string | null;
  readonly materials: string[];
  readonly processes: string[];
  readonly specification: string | null;
  readonly concepts: { conceptId: string | null }[];
  readonly parameters: CandidateParameter[];
  readonly capacity_amount: string | null;
  readonly capacity_unit: string | null;
  readonly capacity_period: Period | null;
  readonly price_min: string | null;
  readonly price_max: string | null;
  readonly price_currency: string | null;
  readonly price_tax_included: boolean | null;
  readonly price_basis: string | null;
  readonly lead_time_days: number | null;
  readonly region_code: string | null;
  readonly regions_served: string[];
  readonly fact_state: FactState;
  readonly activity: ScopeActivity | null;
  readonly facts_confirmed_at: Record<string, string>;
  readonly business_scope: string | null;
  readonly certificates: CandidateCertificate[] | null;
  readonly tiers: CandidateTier[] | null;
  readonly denied: { kind: string; subjectId: string }[] | null;
  readonly not_offered_for: string[] | null;
}

/** One statement for all candidates: the capability, its supplier, and the supplier's certificates and tiers. */
const SELECT = `
  select c.id, c.organization_id, o.name, c.kind, c.title, c.description, c.materials, c.processes, c.specification,
         c.concepts, c.parameters, c.capacity_amount, c.capacity_unit, c.capacity_period, c.price_min, c.price_max,
         c.price_currency, c.price_tax_included, c.price_basis, c.lead_time_days, o.region_code, c.regions_served,
         c.fact_state, c.activity, c.facts_confirmed_at, o.business_scope,
         (select jsonb_agg(jsonb_build_object('kindId', f.kind_id, 'validUntil', f.valid_until, 'factState', f.fact_state))
            from organization_certificate f
           where f.organization_id = o.id and (c.certificate_ids is null or f.id = any (c.certificate_ids))) as certificates,
         (select jsonb_agg(jsonb_build_object('level', t.level, 'validUntil', t.valid_until, 'factState', t.fact_state))
            from tier_recognition t where t.organization_id = o.id) as tiers,
         (select jsonb_agg(a) from fact_request r cross join lateral jsonb_array_elements(r.answers) a
           where r.organization_id = o.id and a ->> 'answer' = 'DENIED'
             and (a ->> 'kind' = 'CERTIFICATE' or r.capability_id = c.id)) as denied,
         (select array_agg(r.need_id) from fact_request r
           where r.organization_id = o.id and r.state = 'NOT_OFFERED') as not_offered_for
    from capability c join organization o on o.id = c.organization_id`;
const OFFERED = `c.state = 'PUBLISHED' and o.status = 'ACTIVE'`;

function latest(dates: Readonly<Record<string, string>>): Date | null {
  const times = Object.values(dates).map((date) => new Date(date).getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** What the supplier said no to: single facts, and whole needs. */
function denialsOf(
  row: CandidateRow,
): Pick<CandidateFacts, 'deniedCertificates' | 'deniedParameters' | 'notOfferedFor'> {
  const of = (kind: string) =>
    (row.denied ?? []).flatMap((answer) => (answer.kind === kind ? answer.subjectId : []));
  return {
    deniedCertificates: of('CERTIFICATE'),
    deniedParameters: of('PARAMETER'),
    notOfferedFor: row.not_offered_for ?? [],
  };
}

function toFacts(row: CandidateRow): CandidateFacts {
  return {
    capabilityId: row.id,
    organizationId: row.organization_id,
    organizationName: row.name,
    kind: row.kind,
    title: row.title,
    description: row.description,
    materials: row.materials,
    processes: row.processes,
    specification: row.specification,
    conceptIds: row.concepts.flatMap((c) => c.conceptId ?? []),
    parameters: row.parameters,
    capacity:
      row.capacity_amount !== null && row.capacity_period !== null
        ? { amount: row.capacity_amount, unit: row.capacity_unit ?? '件', period: row.capacity_period }
        : null,
    price:
      row.price_min !== null || row.price_max !== null
        ? {
            min: row.price_min,
            max: row.price_max,
            currency: row.price_currency ?? 'CNY',
            taxIncluded: row.price_tax_included ?? true,
            basis: row.price_basis ?? '件',
          }
        : null,
    leadTimeDays: row.lead_time_days,
    certificates: row.certificates ?? [],
    ...denialsOf(row),
    tiers: row.tiers ?? [],
    regionCode: row.region_code,
    regionsServed: row.regions_served,
    factState: row.fact_state,
    activity: row.activity,
    confirmedAt: latest(row.facts_confirmed_at),
    organizationText: [row.name, row.business_scope ?? ''].join('，'),
  };
}

/** Reads what matching may know of candidates, as it stands now: only published capabilities of active suppliers. */
@Injectable()
export class CandidateFactsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly directions: TextDirections,
  ) {}

  /** The facts of capabilities by id; those that are not published any more are left out. */
  async findFacts(capabilityIds: readonly string[]): Promise<CandidateFacts[]> {
    const wanted = `${SELECT} where c.id = any ($1::uuid[]) and ${OFFERED}`;
    return this.read(wanted, [capabilityIds]);
  }

  /** The facts of what an organization offers: what it declared itself first, then what was inferred, newest first. */
  async findFactsOfOrganization(organizationId: string, limit: number): Promise<CandidateFacts[]> {
    const wanted = `${SELECT} where c.organization_id = $1 and ${OFFERED}
      order by c.fact_state = 'INFERRED', c.id desc limit $2`;
    return this.read(wanted, [organizationId, limit]);
  }

  /** The facts of what some organizations offer, at most so many of each, in the same order. */
  async findFactsOfOrganizations(
    organizationIds: readonly string[],
    each: number,
  ): Promise<CandidateFacts[]> {
    const wanted = `${SELECT}
       join lateral (select f.id from capability f where f.organization_id = o.id and f.state = 'PUBLISHED'
                      order by f.fact_state = 'INFERRED', f.id desc limit $2) best on best.id = c.id
      where o.id = any ($1::uuid[]) and ${OFFERED}
      order by c.fact_state = 'INFERRED', c.id desc`;
    return this.read(wanted, [organizationIds, each]);
  }

  private async read(wanted: string, values: readonly unknown[]): Promise<CandidateFacts[]> {
    const rows = await this.transactions.query<CandidateRow>(wanted, values);
    return this.withDirections(rows.map(toFacts));
  }

  /** The candidates with their directions: title, description and specification, as search knows a listing. One statement. */
  private async withDirections(candidates: readonly CandidateFacts[]): Promise<CandidateFacts[]> {
    if (!this.directions.model) return [...candidates];
    const said = candidates.map(({ title, description, specification }) => ({
      title,
      text: [description, specification].filter(Boolean).join(' '),
    }));
    const directions = await this.directions.findOfListings(said);
    return candidates.map((candidate, i) => ({ ...candidate, direction: directions[i] ?? null }));
  }
}
