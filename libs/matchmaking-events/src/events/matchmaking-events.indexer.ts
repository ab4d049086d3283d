import { DocumentSource, DocumentSources, type SearchDocument } from '@app/search';
import { ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { type EventDocumentRow, EventDocumentsRepository } from './event-documents.repository.js';

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
