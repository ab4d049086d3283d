import { inverseDocumentFrequency } from '../../port/inverse-document-frequency.js';
import { GRAM_SIGN } from '../../text/token-signs.js';
import type { Candidates } from '../columns/candidates.js';
import { type Before, bestDocuments } from './best-documents.js';
import type { IndexReader } from './index-reader.js';
import type { RequestFilter } from './request-filter.js';
import type { ScoreBoard } from './score-board.js';
import type { TextQuery } from './score-query.js';
import { type LoadedToken, massOf, scoreConjunction, scoreTokens, shareIn } from './token-scoring.js';
import { GRAM_WEIGHT, WORD_WEIGHT } from './token-weights.js';

/** The share of the query's mass that a document must carry to be found. */
const FOUND_SHARE = 0.4;
/**
 * With fewer documents than this, weaker ones fill up: those that carry the second share, and those that carry every
 * single character and pair of letters of the query somewhere. Some of the characters would be no evidence: two words
 * that sound alike mostly share one.
 */
export const FILL_UP_TO = 20;
const FILL_SHARE = 0.25;
/** All, but for rounding. */
const EVERY = 0.999;
/** Where nothing carries even that, whatever carries half as much as the best. */
const RELAXED_SHARE = 0.5;

/** What a text query needs while it is ranked; everything is in memory by now. */
export interface RankedText {
  readonly text: TextQuery;
  readonly filter: RequestFilter;
  readonly tokens: readonly LoadedToken[];
  /** Single characters and pairs of letters, once it is known that they are needed; empty when one is unknown. */
  readonly stopgap: readonly LoadedToken[] | null;
}

/** The board of the ranking, and one on which weak evidence is weighed by itself. */
export interface RankingBoards {
  readonly board: ScoreBoard;
  readonly weakBoard: ScoreBoard;
}

/** What a document scores by strong and weak evidence together. */
export function scoreOn({ board, weakBoard }: RankingBoards, document: number): number {
  return board.scoreOf(document) + weakBoard.scoreOf(document);
}

/** The order of relevance; the older document first where scores are equal. */
export function byScore(boards: RankingBoards): Before {
  const { board, weakBoard } = boards;
  if (weakBoard.count === 0) return (a, b) => board.isBetter(a, b);
  return (a, b) => {
    const difference = scoreOn(boards, a) - scoreOn(boards, b);
    return difference === 0 ? a < b : difference > 0;
  };
}

const HAN = /\p{Script=Han}/u;

/** The pairs of characters inside a word; of a single character none, which therefore counts as known. */
function gramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => GRAM_SIGN + characters[i]! + character);
}

/** Ranks the documents of one text query on a board; everything here runs without waiting. */
export class TextRanking {
  private readonly byToken: ReadonlyMap<string, LoadedToken>;
  private readonly knownMass: number;
  private readonly unknownMass: number;

  private readonly board: ScoreBoard;

  constructor(
    private readonly reader: IndexReader,
    private readonly boards: RankingBoards,
    private readonly ranked: RankedText,
  ) {
    this.board = boards.board;
    this.byToken = new Map(ranked.tokens.map((loaded) => [loaded.token, loaded]));
    const unknown = ranked.text.shown.filter(({ token }) => !this.isKnown(token));
    this.knownMass = massOf(ranked.tokens);
    this.unknownMass =
      unknown.length * (WORD_WEIGHT + GRAM_WEIGHT) * inverseDocumentFrequency(reader.live, 0);
  }

  /**
   * Scores, and leaves the documents found in `candidates`. It is relaxed when no document carries enough of the
   * query; then words that no document knows do not count, and if need be less will do.
   */
  find(candidates: Candidates): { relaxed: boolean } {
    const { board, reader, knownMass } = this;
    const { tokens, stopgap } = this.ranked;
    scoreTokens(board, reader, tokens);
    const relaxed = this.keep(candidates, board, FOUND_SHARE * (knownMass + this.unknownMass)) === 0;
    if (relaxed) this.keep(candidates, board, FOUND_SHARE * knownMass);
    if (candidates.count >= FILL_UP_TO || stopgap === null) return { relaxed };
    const strong = candidates.list();
    this.keep(candidates, board, FILL_SHARE * (knownMass + (relaxed ? 0 : this.unknownMass)));
    const weak = [...candidates.list(), ...this.withAllOf(candidates, stopgap)];
    this.fillUp(candidates, strong, weak);
    if (candidates.count === 0) this.relax(candidates);
    return { relaxed };
  }

  /** The words of the query that a document does not carry. */
  lacking(document: number): string[] {
    return this.ranked.text.shown
      .filter(({ token }) => !this.carries(document, token))
      .map(({ surface }) => surface);
  }

  /** Keeps the documents touched on a board that carry some mass and pass the filters; gives how many. */
  private keep(candidates: Candidates, board: ScoreBoard, least: number): number {
    candidates.copyFrom(board.touched, board.count);
    let kept = 0;
    for (let i = 0; i < board.count; i++) {
      const document = candidates.documents[i]!;
      if (board.massOf(document) >= least) candidates.documents[kept++] = document;
    }
    candidates.count = kept;
    this.ranked.filter.apply(candidates);
    return candidates.count;
  }

  private withAllOf(candidates: Candidates, stopgap: readonly LoadedToken[]): number[] {
    const { weakBoard } = this.boards;
    if (stopgap.length === 0) return [];
    scoreConjunction(weakBoard, stopgap);
    this.keep(candidates, weakBoard, EVERY * massOf(stopgap));
    return candidates.list();
  }

  /** The strong documents and the best of the weak. */
  private fillUp(candidates: Candidates, strong: readonly number[], weak: readonly number[]): void {
    const isStrong = new Set(strong);
    candidates.replace([...new Set(weak)].filter((document) => !isStrong.has(document)));
    const best = bestDocuments(candidates, FILL_UP_TO - strong.length, byScore(this.boards));
    candidates.replace([...strong, ...best]);
  }

  private relax(candidates: Candidates): void {
    const { board } = this;
    candidates.copyFrom(board.touched, board.count);
    this.ranked.filter.apply(candidates);
    let best = 0;
    for (let i = 0; i < candidates.count; i++) best = Math.max(best, board.massOf(candidates.documents[i]!));
    candidates.replace(
      candidates.list().filter((document) => board.massOf(document) >= RELAXED_SHARE * best),
    );
  }

  private isKnown(word: string): boolean {
    if (this.byToken.has(word)) return true;
    return HAN.test(word) && gramsOf(word).every((gram) => this.byToken.has(gram));
  }

  private carries(document: number, word: string): boolean {
    const has = (token: string): boolean => {
      const loaded = this.byToken.get(token);
      return loaded !== undefined && shareIn(loaded.postings, document) > 0;
    };
    return has(word) || (HAN.test(word) && gramsOf(word).every(has));
  }
}
