import { Transactions } from '@app/database';
import { amountPerMonth, FactState, type Period } from '@app/kernel';
import type { ClaimState, TierLevel } from '@app/organizations';
import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CapabilityConcept } from './capability-values.js';
import type { CapabilityFact, CapabilityKind, FirstSetLevel } from './capability.enums.js';

/** The columns of a search document: the capability and its supplier. */
interface CapabilityDocumentRow {
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
/** `offset 0` keeps the join row by row, so that a page costs 2,000 lookups and never a scan of all suppliers. */
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

const texts = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));
const amount = (decimal: string | null) => (decimal === null ? null : Number(decimal));

/** Turns capabilities into search documents. A change of the supplier reaches the documents of all its capabilities. */
@Injectable()
export class CapabilitiesIndexer extends DocumentSource {
  readonly index = 'capabilities';
  readonly aggregateTypes = ['Capability'];
  override readonly dependsOn = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly transactions: Transactions,
    private readonly vocabulary: ConceptVocabulary,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    super();
    sources.registerSource(this);
  }

  async load(ids: readonly string[]): Promise<SearchDocument[]> {
    const rows = await this.transactions.query<CapabilityDocumentRow>(
      `${SELECT} where c.id = any($1::uuid[]) and ${FOUND}`,
      [ids],
    );
    return rows.map((row) => this.documentOf(row));
  }

  async page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    const rows = await this.transactions.query<CapabilityDocumentRow>(
      `${SELECT} where c.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') and ${FOUND} order by c.id limit $2`,
      [afterId, limit],
    );
    return rows.map((row) => this.documentOf(row));
  }

  async count(): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from capability c join organization o on o.id = c.organization_id where ${FOUND}`,
    );
    return row?.total ?? 0;
  }

  override async dependents(_aggregateType: string, organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      'select id from capability where organization_id = any($1::uuid[])',
      [organizationIds],
    );
    return rows.map(({ id }) => id);
  }

  private documentOf(row: CapabilityDocumentRow): SearchDocument {
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      text: texts(row.description, row.specification).join(' '),
      keywords: this.keywords(row),
      concepts: row.concepts.flatMap(({ conceptId }) => conceptId ?? []),
      facets: { ...this.place(row), ...this.trade(row), ...amounts(row) },
    };
  }

  /**
   * Names of concepts in both languages, materials and processes. The supplier's name is left out where the capability
   * was only inferred: a hundred phrases of one registration would otherwise all answer to the company's name.
   */
  private keywords(row: CapabilityDocumentRow): string[] {
    const concepts = row.concepts.flatMap(({ conceptId }) => {
      const concept = conceptId ? this.vocabulary.get(conceptId) : undefined;
      return concept ? [concept.zh, concept.en] : [];
    });
    const name = row.factState === FactState.INFERRED ? [] : [row.organizationName];
    return [...new Set([...concepts, ...row.materials, ...row.processes, ...name])];
  }

  private place({ regionCode, regionsServed }: CapabilityDocumentRow): SearchDocument['facets'] {
    const [province = null, city = null] = regionCode ? this.regions.path(regionCode) : [];
    return { province, city, region: regionCode, regionServed: regionsServed };
  }

  private trade(row: CapabilityDocumentRow): SearchDocument['facets'] {
    const industry = row.industryCode ? this.industries.get(row.industryCode) : undefined;
    return {
      industry: industry ? [...this.industries.ancestors(industry.code).reverse(), industry.code] : [],
      kind: row.kind,
      tier: row.tiers ?? [],
      certificate: row.certificates ?? [],
      state: row.factState,
      claimed: row.claimState,
      flag: [
        ...(row.firstSetLevel ? ['FIRST_SET'] : []),
        ...(row.innovationCatalogue ? ['INNOVATION_CATALOGUE'] : []),
      ],
      organizationId: row.organizationId,
    };
  }
}

function amounts(row: CapabilityDocumentRow): SearchDocument['facets'] {
  const { capacityAmount, capacityPeriod } = row;
  const perMonth =
    capacityAmount && capacityPeriod
      ? amountPerMonth({ amount: capacityAmount, period: capacityPeriod })
      : null;
  const confirmed = Object.values(row.factsConfirmedAt).map((instant) => Date.parse(instant));
  return {
    leadTimeDays: row.leadTimeDays,
    capacityPerMonth: amount(perMonth),
    minimumOrder: amount(row.minimumOrderAmount),
    priceAmount: amount(row.priceAmount),
    confirmedAt: confirmed.length > 0 ? Math.max(...confirmed) : null,
    updatedAt: row.updatedAt.getTime(),
  };
}
