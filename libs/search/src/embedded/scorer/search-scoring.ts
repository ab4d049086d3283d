import { MAX_FACET_VALUES, type SortKey } from '../../port/search-request.js';
import { Candidates } from '../columns/candidates.js';
import { type Before, bestDocuments } from './best-documents.js';
import type { IndexReader } from './index-reader.js';
import { RequestFilter } from './request-filter.js';
import { ScoreBoard } from './score-board.js';
import type { ScoredPage, ScoreQuery, TextQuery, WeightedToken } from './score-query.js';
import { byScore, FILL_UP_TO, type RankedText, scoreOn, TextRanking } from './text-ranking.js';
import { type LoadedToken, loadTokens, shareIn } from './token-scoring.js';
import { CHARACTER_WEIGHT, GRAM_WEIGHT, WORD_WEIGHT } from './token-weights.js';

/** The first of what was found, up to the page that is wanted, before texts are read. */
interface Selection {
  readonly documents: readonly number[];
  readonly scores: readonly number[];
  readonly total: number;
  readonly facets: ScoredPage['facets'];
  readonly leftOut: readonly string[];
}

const NOTHING: Selection = { documents: [], scores: [], total: 0, facets: {}, leftOut: [] };
/** So many of the best are put in order once more by their single characters. */
const RERANKED = 200;
const HAN = /\p{Script=Han}/u;
const NEWEST_FIRST: readonly SortKey[] = [{ field: 'updatedAt', direction: 'DESC' }];

function weighted(tokens: readonly string[], weight: number): WeightedToken[] {
  return tokens.map((token) => ({ token, weight }));
}

/** Words and pairs of Han rank. */
function mainTokens({ words, grams, lone }: TextQuery): WeightedToken[] {
  const hanGrams = grams.filter((gram) => HAN.test(gram));
  return [
    ...weighted(words, WORD_WEIGHT),
    ...weighted(hanGrams, GRAM_WEIGHT),
    ...weighted(lone, WORD_WEIGHT),
  ];
}

/** Single characters and pairs of letters: weak evidence, which counts only where all of it is there. */
function stopgapTokens({ grams, characters }: TextQuery): WeightedToken[] {
  const otherGrams = grams.filter((gram) => !HAN.test(gram));
  return [...weighted(characters, CHARACTER_WEIGHT), ...weighted(otherGrams, GRAM_WEIGHT)];
}

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

  private async searchText(reader: IndexReader, query: ScoreQuery, text: TextQuery): Promise<Selection> {
    const tokens = await loadTokens(reader, mainTokens(text));
    const filter = await RequestFilter.load(reader, query.index, query.filter);
    const first = this.select(reader, query, { text, filter, tokens, stopgap: null });
    if (first.total < FILL_UP_TO) {
      const stopgap = await this.loadStopgap(reader, text);
      return this.select(reader, query, { text, filter, tokens, stopgap });
    }
    if (query.sort.length > 0 || query.limit === 0 || query.offset >= RERANKED) return first;
    const characters = await loadTokens(reader, weighted(text.characters, CHARACTER_WEIGHT));
    return { ...first, ...reranked(first, characters) };
  }

  /** Empty when not every token is known: then no document can carry them all. */
  private async loadStopgap(reader: IndexReader, text: TextQuery): Promise<LoadedToken[]> {
    const tokens = stopgapTokens(text);
    const loaded = await loadTokens(reader, tokens);
    return loaded.length === tokens.length ? loaded : [];
  }

  private select(reader: IndexReader, query: ScoreQuery, ranked: RankedText): Selection {
    const { board, weakBoard, candidates } = this;
    const boards = { board, weakBoard };
    board.reserve(reader.limit);
    weakBoard.reserve(reader.limit);
    try {
      const ranking = new TextRanking(reader, boards, ranked);
      const { relaxed } = ranking.find(candidates);
      const before = query.sort.length > 0 ? bySort(reader, query.sort) : byScore(boards);
      const selection = this.best(reader, query, before);
      const [best] = bestDocuments(candidates, relaxed ? 1 : 0, byScore(boards));
      const leftOut = best === undefined ? [] : ranking.lacking(best);
      return {
        ...selection,
        scores: selection.documents.map((document) => scoreOn(boards, document)),
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

/** The best documents in the order of all evidence, single characters included. */
function reranked(
  { documents, scores }: Selection,
  characters: readonly LoadedToken[],
): Pick<Selection, 'documents' | 'scores'> {
  const head = documents.slice(0, RERANKED).map((document, i) => {
    const added = characters.reduce(
      (sum, { postings, worth }) => sum + worth * shareIn(postings, document),
      0,
    );
    return { document, score: scores[i]! + added };
  });
  head.sort((a, b) => b.score - a.score || a.document - b.document);
  return {
    documents: [...head.map(({ document }) => document), ...documents.slice(RERANKED)],
    scores: [...head.map(({ score }) => score), ...scores.slice(RERANKED)],
  };
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
