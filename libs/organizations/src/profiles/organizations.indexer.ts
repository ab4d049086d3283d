import { Transactions } from '@app/database';
import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type {
  ClaimState,
  HeadcountBand,
  OrganizationStatus,
  RevenueBand,
  TierLevel,
} from './organization.enums.js';

/** The columns of a search document. */
interface OrganizationDocumentRow {
  readonly id: string;
  readonly version: number;
  readonly creditCode: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly regionCode: string | null;
  readonly industryCode: string | null;
  readonly foundedOn: string | null;
  readonly businessScope: string | null;
  readonly introduction: string | null;
  readonly chainLeaderOf: string[];
  readonly status: OrganizationStatus;
  readonly claimState: ClaimState;
  readonly headcountBand: HeadcountBand | null;
  readonly revenueBand: RevenueBand | null;
  readonly updatedAt: Date;
  readonly tiers: TierLevel[] | null;
  readonly certificates: string[] | null;
}

/** Search leaves out organizations that are no longer in the register. */
const FOUND = `o.status <> 'DEREGISTERED'`;
const SELECT = `
  select o.id, o.version, o.credit_code as "creditCode", o.name, o.name_en as "nameEn", o.region_code as "regionCode",
         o.industry_code as "industryCode", o.founded_on::text as "foundedOn", o.business_scope as "businessScope",
         o.introduction, case when o.profile_facts #>> '{CHAIN_LEADER,state}' = 'DECLARED' or (o.source = 'DECLARED' and not o.profile_facts ? 'CHAIN_LEADER')
           then '{}' else o.chain_leader_of end as "chainLeaderOf", o.status, o.claim_state as "claimState",
         o.headcount_band as "headcountBand", o.revenue_band as "revenueBand", o.updated_at as "updatedAt",
         (select array_agg(distinct t.level) from tier_recognition t where t.organization_id = o.id) as tiers,
         (select array_agg(distinct c.kind_id) from organization_certificate c where c.organization_id = o.id) as certificates
    from organization o`;

const texts = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));

/** Turns organizations into search documents: name, code, business scope, place and industry. */
@Injectable()
export class OrganizationsIndexer extends DocumentSource {
  readonly index = 'organizations';
  readonly aggregateTypes = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly transactions: Transactions,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    super();
    sources.registerSource(this);
  }

  async load(ids: readonly string[]): Promise<SearchDocument[]> {
    const rows = await this.transactions.query<OrganizationDocumentRow>(
      `${SELECT} where o.id = any($1::uuid[]) and ${FOUND}`,
      [ids],
    );
    return rows.map((row) => this.documentOf(row));
  }

  async page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    const rows = await this.transactions.query<OrganizationDocumentRow>(
      `${SELECT} where ($1::uuid is null or o.id > $1) and ${FOUND} order by o.id limit $2`,
      [afterId, limit],
    );
    return rows.map((row) => this.documentOf(row));
  }

  async count(): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from organization o where ${FOUND}`,
    );
    return row?.total ?? 0;
  }

  private documentOf(row: OrganizationDocumentRow): SearchDocument {
    const [province = null, city = null] = row.regionCode ? this.regions.path(row.regionCode) : [];
    const industry = row.industryCode ? this.industries.get(row.industryCode) : undefined;
    return {
      id: row.id,
      version: row.version,
      title: row.name,
      text: texts(row.businessScope, row.introduction).join(' '),
      keywords: texts(row.nameEn, row.creditCode, industry?.zh, industry?.en, ...row.chainLeaderOf),
      facets: {
        province,
        city,
        region: row.regionCode,
        industry: industry ? [...this.industries.ancestors(industry.code).reverse(), industry.code] : [],
        tier: row.tiers ?? [],
        certificate: row.certificates ?? [],
        role: row.chainLeaderOf.length > 0 ? ['CHAIN_LEADER'] : [],
        chain: row.chainLeaderOf,
        state: row.status,
        claimed: row.claimState,
        headcountBand: row.headcountBand,
        revenueBand: row.revenueBand,
        establishedAt: row.foundedOn ? Date.parse(row.foundedOn) : null,
        updatedAt: row.updatedAt.getTime(),
      },
    };
  }
}
