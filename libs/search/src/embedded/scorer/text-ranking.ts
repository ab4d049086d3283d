import { inverseDocumentFrequency } from '../../ranking/impact.js';
import {
  evidenceOf,
  fillShare,
  fillUpTo,
  FOUND_SHARE,
  massOf,
  RELAXED_SHARE,
  RERANKED,
  namesOf,
} from '../../ranking/evidence.js';
import { GRAM_SIGN, GRAM_WEIGHT, WORD_WEIGHT } from '../../text/token-signs.js';
import type { ShownWord, TextQuery } from '../../text/query-analysis.js';
import type { Candidates } from '../storage/column-set.js';
import { type Before, bestDocuments, type ScoreBoard } from './score-board.js';
import {
  type LoadedGroup,
  type LoadedToken,
  massOfGroups,
  scoreConjunction,
  scoreGroups,
  shareIn,
} from './token-scoring.js';
import type { IndexReader } from './index-reader.js';
import type { RequestFilter } from './search-scoring.js';

/** All, but for rounding. */
const EVERY = 0.999;
/** Of fewer characters it is chance that a document has them all: 电机 in 机电安装. */
const LEAST_CHARACTERS = 3;
const HAN = /\p{Script=Han}/u;

/** What a text query needs while it is ranked; everything is in memory by now. */
export interface RankedText {
  readonly text: TextQuery;
  readonly filter: RequestFilter;
  readonly groups: readonly LoadedGroup[];
  /** Single characters and pairs of letters. */
  readonly fine: readonly LoadedToken[];
}

/** The pairs of characters inside a word; of a single character none, which therefore counts as known. */
function gramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => GRAM_SIGN + characters[i]! + character);
}

/** Ranks the documents of one text query on boards; everything here runs without waiting. */
export class TextRanking {
  private readonly byToken: ReadonlyMap<string, LoadedToken>;
  private readonly knownMass: number;
  private readonly unknownMass: number;

  /** `weakBoard` is the one on which characters are weighed by themselves. */
  constructor(
    private readonly reader: IndexReader,
    private readonly board: ScoreBoard,
    private readonly weakBoard: ScoreBoard,
    private readonly ranked: RankedText,
  ) {
    const { groups, text } = ranked;
    this.byToken = new Map(groups.flatMap(({ tokens }) => tokens.map((loaded) => [loaded.token, loaded])));
    const unknown = text.shown.filter((word) => !this.isKnown(word));
    this.knownMass = massOfGroups(groups);
    this.unknownMass =
      unknown.length * (WORD_WEIGHT + GRAM_WEIGHT) * inverseDocumentFrequency(reader.live, 0);
  }

  /**
   * Scores, and leaves the documents found in `candidates`. It is relaxed when no document carries enough of the
   * query; then words that no document knows do not count, and if need be less will do.
   */
  find(candidates: Candidates): { relaxed: boolean } {
    const { board, reader, knownMass, unknownMass } = this;
    const { text, groups } = this.ranked;
    scoreGroups(board, reader, groups);
    const relaxed = this.keep(candidates, board, FOUND_SHARE * (knownMass + unknownMass)) === 0;
    if (relaxed) this.keep(candidates, board, FOUND_SHARE * knownMass);
    if (candidates.count >= fillUpTo(text.shown.length)) return { relaxed };
    const strong = candidates.list();
    const least = fillShare(text.shown.length);
    this.keep(candidates, board, least * (knownMass + (relaxed ? 0 : unknownMass)));
    const weak = bestDocuments(candidates, RERANKED, (a, b) => board.isBetter(a, b));
    this.fillUp(candidates, strong, [...weak, ...this.withAllCharacters(candidates)]);
    if (candidates.count === 0) this.relax(candidates);
    return { relaxed };
  }

  /** The best in the order of all evidence. */
  order(documents: readonly number[]): { documents: number[]; scores: number[] } {
    const { groups, fine } = this.ranked;
    const scored = documents.map((document) => ({
      document,
      score: evidenceOf(groups, fine, ({ postings }) => shareIn(postings, document)),
    }));
    scored.sort((a, b) => b.score - a.score || a.document - b.document);
    return { documents: scored.map(({ document }) => document), scores: scored.map(({ score }) => score) };
  }

  /** The words of the query that a document does not carry, under no name. */
  lacking(document: number): string[] {
    const carries = ({ postings }: LoadedToken) => shareIn(postings, document) > 0;
    const saying = this.ranked.groups.map((group) => ({ ...group, alternatives: namesOf(group) }));
    return this.ranked.text.shown
      .filter((word) => !this.supported(word, carries, saying))
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

  /** Documents that have every character of the query somewhere, and a pair of them or a word. */
  private withAllCharacters(candidates: Candidates): number[] {
    const { board, weakBoard } = this;
    const { fine, text } = this.ranked;
    const asked = text.characters.length + text.grams.filter((gram) => !HAN.test(gram)).length;
    if (fine.length < asked || asked < LEAST_CHARACTERS) return [];
    scoreConjunction(weakBoard, fine);
    this.keep(candidates, weakBoard, EVERY * massOf(fine));
    return candidates.list().filter((document) => board.massOf(document) > 0);
  }

  /** The strong documents and the best of the weak. */
  private fillUp(candidates: Candidates, strong: readonly number[], weak: readonly number[]): void {
    const isStrong = new Set(strong);
    const others = [...new Set(weak)].filter((document) => !isStrong.has(document));
    const wanted = fillUpTo(this.ranked.text.shown.length) - strong.length;
    const best = this.order(others).documents.slice(0, wanted);
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

  /** Whether some document carries a word, or something broader. */
  private isKnown(word: ShownWord): boolean {
    return this.supported(word, () => true, this.ranked.groups);
  }

  /** A word is there as itself, as all of its pairs or parts, or under another name of its group. */
  private supported(
    { token, parts }: ShownWord,
    has: (loaded: LoadedToken) => boolean,
    groups: readonly LoadedGroup[],
  ): boolean {
    const carries = (one: string): boolean => {
      const loaded = this.byToken.get(one);
      return loaded !== undefined && has(loaded);
    };
    const pieces = HAN.test(token) ? gramsOf(token) : parts;
    if (carries(token) || (pieces.length > 0 && pieces.every(carries))) return true;
    return groups.some(({ asked, alternatives }) => asked.has(token) && alternatives.some(has));
  }
}

/** The order of scores; the older document first where scores are equal. */
export function byBoard(board: ScoreBoard): Before {
  return (a, b) => board.isBetter(a, b);
}
