import { evidenceOf, fillUpTo, namesOf } from '../../ranking/evidence.js';
import type { TextQuery } from '../../text/text-query.js';
import { indexSchema } from '../../port/index-schemas.js';
import type { SearchRequest } from '../../port/search-request.js';
import type { ServerDocument } from '../index/server-document.js';
import type { Evidence } from '../ranking/evidence.js';
import type { FrequencyBook } from '../ranking/frequency-book.js';
import { isSupported, type WeighedQuery, weighText } from '../ranking/weighed-query.js';
import { bySort, facetsOf, type FoundDocument, type FoundPage, StrictSearch } from './strict-search.js';
import type { LiveIndexes } from './live-indexes.js';
import { LooseSearch } from './loose-search.js';
import { MAX_TERMS, termsOf } from './query-terms.js';
import type { TypingErrors } from './typing-errors.js';

/** Finds documents by words: first those that carry them all; where these are few, whatever carries enough. */
export class TextSearch {
  private readonly strict: StrictSearch;
  private readonly loose: LooseSearch;

  constructor(
    indexes: LiveIndexes,
    private readonly book: FrequencyBook,
    private readonly evidence: Evidence,
    private readonly errors: TypingErrors,
  ) {
    this.strict = new StrictSearch(indexes);
    this.loose = new LooseSearch(indexes, evidence);
  }

  /** A page of hits. */
  async find(request: SearchRequest, asked: TextQuery): Promise<FoundPage> {
    const typed = await weighText(this.book, request.index, asked);
    const text = await this.errors.corrected(request.index, typed);
    const weighed = text === asked ? typed : await weighText(this.book, request.index, text);
    const strict = await this.findAll(request, weighed);
    return strict && strict.total >= fillUpTo(weighed.text.shown.length)
      ? strict
      : this.findEnough(request, weighed);
  }

  /** Documents that carry all words; undefined when the words are too many to be asked at once, or unknown. */
  private async findAll(request: SearchRequest, weighed: WeighedQuery): Promise<FoundPage | undefined> {
    const { words, groups, fine, unknownMass } = weighed;
    if (words.length === 0 || words.length > MAX_TERMS || unknownMass > 0) return undefined;
    const { typicalLength } = indexSchema(request.index);
    const rerank = (documents: readonly ServerDocument[]): FoundDocument[] =>
      documents
        .map((document) => ({
          document,
          score: evidenceOf(groups, fine, ({ token }) => this.evidence.share(document, token, typicalLength)),
        }))
        .sort(byScore);
    return this.strict.find(request, termsOf(words.map(({ token }) => token)), rerank);
  }

  private async findEnough(request: SearchRequest, weighed: WeighedQuery): Promise<FoundPage> {
    const { found, more, relaxed } = await this.loose.find(request, weighed);
    const { facets = [], sort = [], page, hitsPerPage } = request;
    const hits = found.map(({ document, score }) => ({ document, score })).sort(byScore);
    const [best] = hits;
    const leftOut = relaxed && best ? this.lacking(best.document, weighed) : [];
    const compare = bySort(sort);
    if (sort.length > 0) hits.sort((a, b) => compare(a.document, b.document));
    return {
      hits: hits.slice((page - 1) * hitsPerPage, page * hitsPerPage),
      total: hits.length,
      totalIsLowerBound: more,
      facets: facetsOf(
        facets,
        hits.map(({ document }) => document),
      ),
      leftOut,
    };
  }

  /** The words of the query that a document does not carry, under no name. */
  private lacking(document: ServerDocument, { text, groups }: WeighedQuery): string[] {
    const saying = groups.map((group) => ({ ...group, alternatives: namesOf(group) }));
    return text.shown
      .filter((word) => !isSupported(word, saying, ({ token }) => this.evidence.carries(document, token)))
      .map(({ surface }) => surface);
  }
}

function byScore(a: FoundDocument, b: FoundDocument): number {
  return b.score - a.score || (a.document.id < b.document.id ? -1 : 1);
}
