import type { Viewer } from '@app/identity';
import { hasText, type LoaderScope, type Locale, ownTurn, renderText } from '@app/kernel';
import { asWritten, type SearchAnswer } from '@app/search';
import { Certificates, ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { AskedQueriesService } from '../suggestions/asked-queries.service.js';
import { FoundThingsReader } from './found-things.reader.js';
import { type RelaxedAnswer, RelaxedSearch } from './relaxed-search.js';
import { SearchRequestReader } from './search-filter.reader.js';
import { SearchFacet } from './search.enums.js';
import type { SearchArgs, SearchFacetCountsType, SearchPageType } from './search.graphql.js';

/** Codes of facets and concepts in words. */
@Injectable()
export class FacetLabels {
  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The name of a trade concept in a language. */
  nameConcept(id: string, locale: Locale): string {
    return this.vocabulary.name(id, locale);
  }

  /** The name of a facet's value in a language; the value itself where it is a name already. */
  nameValue(facet: SearchFacet, value: string, locale: Locale): string {
    switch (facet) {
      case SearchFacet.PROVINCE:
      case SearchFacet.CITY:
      case SearchFacet.REGION:
      case SearchFacet.REGION_SERVED:
        return this.regions.name(value, locale);
      case SearchFacet.INDUSTRY:
        return this.industries.name(value, locale);
      case SearchFacet.CERTIFICATE:
        return this.certificates.name(value, locale);
      case SearchFacet.CHAIN:
        return value;
      default: {
        const code = `FACET_${value}`;
        return hasText(code) ? renderText(locale, code) : value;
      }
    }
  }
}

/** Who searches, and in which language. */
export interface Searcher {
  readonly viewer: Viewer;
  readonly loaders: LoaderScope;
  readonly locale: Locale;
}

/** The search box: one question to the engine, one statement for what it found, and for a sentence one to put it in order. */
@Injectable()
export class SearchService {
  constructor(
    private readonly requests: SearchRequestReader,
    private readonly relaxed: RelaxedSearch,
    private readonly things: FoundThingsReader,
    private readonly labels: FacetLabels,
    private readonly asked: AskedQueriesService,
    private readonly regions: Regions,
  ) {}

  async search(args: SearchArgs, searcher: Searcher): Promise<SearchPageType> {
    await ownTurn();
    const within = await this.within(args);
    const answer = within?.answer ?? (await this.relaxed.answerRequest(this.requests.readRequest(args)));
    const text = args.text ?? '';
    this.asked.noteQuery(searcher.viewer, { ...args, text }, answer);
    const ids = answer.hits.map(({ id }) => id);
    const things = await this.things.loadThings(args.index, ids, searcher);
    return {
      hits: answer.hits.flatMap(({ id, score, highlights }) => {
        const item = things.get(id);
        if (!item) return [];
        return {
          item,
          score,
          titleHighlight: highlights?.title ?? null,
          textHighlight: highlights?.text ?? null,
        };
      }),
      total: answer.total,
      totalIsLowerBound: answer.totalIsLowerBound,
      facets: this.facets(args.facets, answer, searcher.locale),
      degraded: answer.degraded,
      relaxed: answer.relaxed === undefined ? null : asWritten(answer.relaxed, text),
      broadened: answer.broadened.map(({ words, conceptId }) => {
        return {
          words: asWritten(words, text),
          instead: this.labels.nameConcept(conceptId, searcher.locale),
        };
      }),
      places: (within?.regions ?? []).map((code) => this.regions.name(code, searcher.locale)),
    };
  }

  /** The answer within the places that the words name; null where nothing is found there, or no place is named. */
  private async within(
    args: SearchArgs,
  ): Promise<{ answer: RelaxedAnswer; regions: readonly string[] } | null> {
    const placed = this.requests.readPlacedRequest(args);
    if (!placed) return null;
    const answer = await this.relaxed.answerRequest(placed.request);
    return answer.total > 0 && !answer.degraded ? { answer, regions: placed.regions } : null;
  }

  private facets(
    asked: readonly SearchFacet[],
    answer: SearchAnswer,
    locale: Locale,
  ): SearchFacetCountsType[] {
    return [...new Set(asked)].flatMap((facet) => {
      const counts = answer.facets[facet];
      if (!counts) return [];
      const values = counts.map(({ value, count }) => ({
        value,
        count,
        label: this.labels.nameValue(facet, value, locale),
      }));
      return [{ facet, values }];
    });
  }
}
