import type { IndexName } from '../../port/index-schemas.js';
import { massOf } from '../../ranking/evidence.js';
import { Candidates } from '../storage/column-set.js';
import { bestDocuments, ScoreBoard } from './score-board.js';
import type { IndexReader } from './index-reader.js';
import { RequestFilter } from './search-scoring.js';
import type { RecallScoreQuery } from '../../text/token-groups.js';
import { type LoadedToken, loadTokens, scoreTokens } from './token-scoring.js';

/** A part of a need is looked for under all concepts that its makers stand under: many tokens with few postings each. */
const MAX_RECALL_TOKENS = 160;

interface LoadedQuery {
  readonly tokens: readonly LoadedToken[];
  readonly filter: RequestFilter;
  readonly limit: number;
}

/** Recalls candidates for matching: one board per query, so that every candidate gets its score for every query. */
export class RecallScoring {
  private readonly boards: ScoreBoard[] = [];
  private readonly candidates = new Candidates(new Uint32Array(1024));

  /** The union of each query's best, with scores from 0 to 1, the best sum first. */
  async recall(
    reader: IndexReader,
    index: IndexName,
    queries: readonly RecallScoreQuery[],
  ): Promise<{ id: string; scores: number[] }[]> {
    const loaded = await Promise.all(
      queries.map(async ({ tokens, filter, limit }) => ({
        tokens: await loadTokens(reader, tokens, MAX_RECALL_TOKENS),
        filter: await RequestFilter.load(reader, index, filter),
        limit,
      })),
    );
    const scored = this.score(reader, loaded);
    const shown = await reader.documents([...scored.keys()], false);
    const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);
    return [...scored]
      .flatMap(([document, scores]) => (shown.has(document) ? [{ id: shown.get(document)!.id, scores }] : []))
      .sort((a, b) => sum(b.scores) - sum(a.scores));
  }

  private score(reader: IndexReader, queries: readonly LoadedQuery[]): Map<number, number[]> {
    const boards = queries.map((_, i) => (this.boards[i] ??= new ScoreBoard()));
    try {
      const union = new Set<number>();
      queries.forEach(({ tokens, filter, limit }, i) => {
        const board = boards[i]!;
        board.reserve(reader.limit);
        scoreTokens(board, reader, tokens);
        this.candidates.copyFrom(board.touched, board.count);
        filter.apply(this.candidates);
        for (const document of bestDocuments(this.candidates, limit, (a, b) => board.isBetter(a, b)))
          union.add(document);
      });
      const masses = queries.map(({ tokens }) => massOf(tokens) || 1);
      const share = (document: number) =>
        boards.map((board, i) => Math.min(1, board.scoreOf(document) / masses[i]!));
      return new Map(Array.from(union, (document) => [document, share(document)]));
    } finally {
      for (const board of boards) board.clear();
    }
  }
}
