import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  type OrganizationDocumentRow,
  OrganizationDocumentsRepository,
} from './organization-documents.repository.js';

const texts = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));

/** Organizations as search finds them: by name, code, business scope, place and trade. */
@Injectable()
export class OrganizationsIndexer extends DocumentSource {
  readonly index = 'organizations';
  readonly aggregateTypes = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly documents: OrganizationDocumentsRepository,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    super();
    sources.register(this);
  }

  async load(ids: readonly string[]): Promise<SearchDocument[]> {
    return (await this.documents.load(ids)).map((row) => this.documentOf(row));
  }

  async page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    return (await this.documents.page(afterId, limit)).map((row) => this.documentOf(row));
  }

  count(): Promise<number> {
    return this.documents.count();
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
