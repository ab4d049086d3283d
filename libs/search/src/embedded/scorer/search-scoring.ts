import { CONCEPT_FIELD, fieldSchema, type IndexName } from '../../port/index-schemas.js';
import { type Filter, MAX_FACET_VALUES, type SortKey } from '../../port/search-request.js';
import { RERANKED } from '../../ranking/evidence.js';
import { mayBeMisspelt, MOST_MENDED, nearWords, withMended } from '../../text/near-words.js';
import type { TextQuery } from '../../text/query-analysis.js';
import { valueToken } from '../../text/token-signs.js';
import { Candidates } from '../storage/column-set.js';
import { BLOCK_BITS } from '../storage/posting-blocks.js';
import { loadGroups, loadTokens } from './token-scoring.js';
import type { IndexReader, TokenPostings } from './index-reader.js';
import { type Before, bestDocuments, ScoreBoard } from './score-board.js';
import type { ScoredPage, ScoreQuery } from './scorer-channel.js';
import { byBoard, type RankedText, TextRanking } from './text-ranking.js';

type TermFilter = Extract<Filter, { anyOf: readonly string[] }>;

/** The conditions of a request, with the postings of its identifiers at hand: keeps the candidates that pass them all. */
export class RequestFilter {
  private constructor(
    private readonly reader: IndexReader,
    private readonly columnFilters: readonly Filter[],
    private readonly identifiers: readonly (readonly TokenPostings[])[],
  ) {}

  /** Reads what the filters need. */
  static async load(
    reader: IndexReader,
    index: IndexName,
    filters: readonly Filter[],
  ): Promise<RequestFilter> {
    const byPostings = (filter: Filter): filter is TermFilter =>
      'anyOf' in filter &&
      (filter.field === CONCEPT_FIELD || fieldSchema(index, filter.field)?.kind === 'IDENTIFIER');
    const identifiers = await Promise.all(
      filters
        .filter(byPostings)
        .map(({ field, anyOf }) => reader.postings(anyOf.map((value) => valueToken(field, value)))),
    );
    return new RequestFilter(
      reader,
      filters.filter((filter) => !byPostings(filter)),
      identifiers,
    );
  }

  /** Drops the candidates that are dead or fail a condition. */
  apply(candidates: Candidates): void {
    const { reader } = this;
    candidates.dropMarked(reader.dead);
    for (const postings of this.identifiers) candidates.keepMarked(marksOf(postings, reader.limit));
    for (const filter of this.columnFilters) {
      if ('anyOf' in filter) reader.columns.terms.get(filter.field)?.keep(candidates, filter.anyOf);
      else
        reader.columns.numbers
          .get(filter.field)
          ?.keep(candidates, filter.min ?? -Infinity, filter.max ?? Infinity);
    }
  }
}

function marksOf(postings: readonly TokenPostings[], limit: number): Uint8Array {
  const marks = new Uint8Array(limit);
  for (const { base, changed } of postings) {
    for (let b = 0, i = 0; b < base.blocks.length; b++) {
      const first = base.blocks[b]! << BLOCK_BITS;
      for (; i < base.ends[b]!; i++) marks[first + base.lows[i]!] = 1;
    }
    for (const document of changed?.documents ?? []) marks[document] = 1;
  }
  return marks;
}

/** The query with the most frequent known neighbour in place of each Latin word that no document knows. */
async function mended(reader: IndexReader, text: TextQuery): Promise<TextQuery> {
  const words = text.shown.map(({ token }) => token).filter(mayBeMisspelt);
  if (words.length === 0) return text;
  const known = await reader.frequencies(words);
  const unknown = words.filter((word) => known.get(word) === 0).slice(0, MOST_MENDED);
  const near = new Map(unknown.map((word) => [word, nearWords(word)]));
  const frequencies = await reader.frequencies([...new Set([...near.values()].flat())]);
  const right = new Map<string, string>();
  for (const [word, others] of near) {
    const found = others.filter((other) => frequencies.get(other)! > 0);
    found.sort((a, b) => frequencies.get(b)! - frequencies.get(a)! || (a < b ? -1 : 1));
    if (found[0]) right.set(word, found[0]);
  }
  return withMended(text, right);
}

/** The first of what was found, up to the page that is wanted, before texts are read. */
interface Selection {
  readonly documents: readonly number[];
  readonly scores: readonly number[];
  readonly total: number;
  readonly facets: ScoredPage['facets'];
  readonly leftOut: readonly string[];
}

const NOTHING: Selection = { documents: [], scores: [], total: 0, facets: {}, leftOut: [] };
const NEWEST_FIRST: readonly SortKey[] = [{ field: 'updatedAt', direction: 'DESC' }];

/** Answers searches on open readers; what is between two waits runs on one shared board. */
export class SearchScoring {
  private readonly board = new ScoreBoard();
  private readonly weakBoard = new ScoreBoard();
  private readonly candidates = new Candidates(new Uint32Array(1024));

  /** A page of hits with total and facets. */
  async search(reader: IndexReader, query: ScoreQuery): Promise<ScoredPage> {
    const { documents, scores, total, facets, leftOut } = query.text
      ? await this.searchText(reader, query, query.text)
      : await this.browse(reader, query);
    const page = documents.slice(query.offset, query.offset + query.limit);
    const shown = await reader.documents(page, query.texts);
    const hits = page.flatMap((document, i) => {
      const found = shown.get(document);
      return found ? [{ ...found, score: scores[query.offset + i]! }] : [];
    });
    return { hits, total, facets, leftOut };
  }

  private async searchText(reader: IndexReader, query: ScoreQuery, asked: TextQuery): Promise<Selection> {
    const text = await mended(reader, asked);
    const [groups, fine, filter] = await Promise.all([
      loadGroups(reader, text.groups),
      loadTokens(reader, text.fine),
      RequestFilter.load(reader, query.index, query.filter),
    ]);
    return this.select(reader, query, { text, filter, groups, fine });
  }

  private select(reader: IndexReader, query: ScoreQuery, ranked: RankedText): Selection {
    const { board, weakBoard, candidates } = this;
    board.reserve(reader.limit);
    weakBoard.reserve(reader.limit);
    try {
      const ranking = new TextRanking(reader, board, weakBoard, ranked);
      const { relaxed } = ranking.find(candidates);
      const [best] = relaxed
        ? ranking.order(bestDocuments(candidates, RERANKED, byBoard(board))).documents
        : [];
      const leftOut = best === undefined ? [] : ranking.lacking(best);
      if (query.sort.length > 0) return { ...this.best(reader, query, bySort(reader, query.sort)), leftOut };
      const selection = this.best(reader, query, byBoard(board));
      const head = ranking.order(selection.documents.slice(0, RERANKED));
      const tail = selection.documents.slice(RERANKED);
      return {
        ...selection,
        documents: [...head.documents, ...tail],
        scores: [...head.scores, ...tail.map((document) => board.scoreOf(document))],
        leftOut,
      };
    } finally {
      board.clear();
      weakBoard.clear();
    }
  }

  private async browse(reader: IndexReader, query: ScoreQuery): Promise<Selection> {
    const filter = await RequestFilter.load(reader, query.index, query.filter);
    this.candidates.takeAll(reader.limit);
    filter.apply(this.candidates);
    return this.best(reader, query, bySort(reader, query.sort.length > 0 ? query.sort : NEWEST_FIRST));
  }

  private best(reader: IndexReader, query: ScoreQuery, before: Before): Selection {
    const { candidates } = this;
    const facets = Object.fromEntries(
      query.facets.map((field) => [field, facetCounts(reader, field, candidates)]),
    );
    const wanted = query.limit === 0 ? 0 : Math.max(query.offset + query.limit, query.text ? RERANKED : 0);
    const documents = bestDocuments(candidates, wanted, before);
    return { ...NOTHING, documents, scores: documents.map(() => 0), total: candidates.count, facets };
  }
}

function facetCounts(
  reader: IndexReader,
  field: string,
  candidates: Candidates,
): { value: string; count: number }[] {
  const counts = [...(reader.columns.terms.get(field)?.count(candidates) ?? [])].map(([value, count]) => ({
    value,
    count,
  }));
  counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return counts.slice(0, MAX_FACET_VALUES);
}

/** An explicit order; what has no value comes last, and of equals the younger document first. */
function bySort(reader: IndexReader, sort: readonly SortKey[]): Before {
  const columns = sort.map(({ field, direction }) => ({
    column: reader.columns.numbers.get(field)!,
    sign: direction === 'ASC' ? 1 : -1,
  }));
  return (a, b) => {
    for (const { column, sign } of columns) {
      const left = column.at(a);
      const right = column.at(b);
      if (left === right || (Number.isNaN(left) && Number.isNaN(right))) continue;
      if (Number.isNaN(left)) return false;
      return Number.isNaN(right) || (left - right) * sign < 0;
    }
    return a > b;
  };
}
