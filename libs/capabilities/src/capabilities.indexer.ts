import { amountPerMonth, FactState } from '@app/kernel';
import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  type CapabilityDocumentRow,
  CapabilityDocumentsRepository,
} from './capability-documents.repository.js';

const texts = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));
const amount = (decimal: string | null) => (decimal === null ? null : Number(decimal));

/** Capabilities as search and matching find them; a change of the supplier reaches all of its capabilities. */
@Injectable()
export class CapabilitiesIndexer extends DocumentSource {
  readonly index = 'capabilities';
  readonly aggregateTypes = ['Capability'];
  override readonly dependsOn = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly documents: CapabilityDocumentsRepository,
    private readonly vocabulary: ConceptVocabulary,
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

  override dependents(_aggregateType: string, organizationIds: readonly string[]): Promise<string[]> {
    return this.documents.ofOrganizations(organizationIds);
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
