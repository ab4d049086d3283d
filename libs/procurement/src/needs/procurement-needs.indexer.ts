import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { ConceptVocabulary, Industries, Regions, type TradeConcept } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { type NeedDocumentRow, NeedDocumentsRepository } from './need-documents.repository.js';

/** Public needs as search finds them; a change of the buyer reaches all of its needs. An alias hides the buyer here too. */
@Injectable()
export class ProcurementNeedsIndexer extends DocumentSource {
  readonly index = 'needs';
  readonly aggregateTypes = ['ProcurementNeed'];
  override readonly dependsOn = ['Organization'];

  constructor(
    sources: DocumentSources,
    private readonly documents: NeedDocumentsRepository,
    private readonly vocabulary: ConceptVocabulary,
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    super();
    sources.registerSource(this);
  }

  async load(ids: readonly string[]): Promise<SearchDocument[]> {
    return (await this.documents.loadDocuments(ids)).map((row) => this.documentOf(row));
  }

  async page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    return (await this.documents.loadDocumentPage(afterId, limit)).map((row) => this.documentOf(row));
  }

  count(): Promise<number> {
    return this.documents.countDocuments();
  }

  override dependents(_aggregateType: string, organizationIds: readonly string[]): Promise<string[]> {
    return this.documents.findNeedIds(organizationIds);
  }

  private documentOf(row: NeedDocumentRow): SearchDocument {
    const concepts = row.concepts.flatMap(({ conceptId }) => conceptId ?? []);
    const known = concepts.flatMap((id) => this.vocabulary.get(id) ?? []);
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      text: row.description ?? '',
      keywords: keywords(row, known),
      concepts,
      facets: { ...this.place(row), ...this.trade(row, known), ...amounts(row) },
    };
  }

  private place({ deliveryRegionCode }: NeedDocumentRow): SearchDocument['facets'] {
    const [province = null, city = null] = deliveryRegionCode ? this.regions.path(deliveryRegionCode) : [];
    return { province, city, region: deliveryRegionCode };
  }

  private trade(row: NeedDocumentRow, concepts: readonly TradeConcept[]): SearchDocument['facets'] {
    const codes = concepts.flatMap(({ industries }) => industries);
    const industry = codes.flatMap((code) => [...this.industries.ancestors(code).reverse(), code]);
    return {
      industry: [...new Set(industry)],
      kind: row.kind,
      certificate: [...new Set([...row.requiredCertificates, ...row.preferredCertificates])],
      state: row.state,
      visibility: 'PUBLIC',
      purpose: row.purpose,
      flag: row.smeReserved ? ['SME_RESERVED'] : [],
      organizationId: row.organizationId,
    };
  }
}

/** Names of concepts in both languages, the words of the lines, and the name under which the buyer stands. */
function keywords(row: NeedDocumentRow, concepts: readonly TradeConcept[]): string[] {
  const names = concepts.flatMap(({ zh, en }) => [zh, en]);
  const buyer = row.alias ?? row.organizationName;
  return [...new Set([...names, ...(row.lineWords ?? []), ...(buyer ? [buyer] : [])])];
}

function amounts(row: NeedDocumentRow): SearchDocument['facets'] {
  return {
    budgetAmount: row.shownBudget === null ? null : Number(row.shownBudget),
    publishedAt: row.publishedAt.getTime(),
    replyDeadline: row.replyDeadline?.getTime() ?? null,
    updatedAt: row.updatedAt.getTime(),
  };
}
