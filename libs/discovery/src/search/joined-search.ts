import { MatchOrder } from '@app/matching';
import type { SearchAnswer, SearchHit, SearchRequest } from '@app/search';
import { Injectable } from '@nestjs/common';
import { isSentence } from './query-reader.js';
import { SearchClient } from './search-client.js';

/** How little the very first places outweigh the next: the k of reciprocal rank fusion. */
const DAMPING = 10;
/** Matching, which reads what is asked for, counts so many times the order of words. */
const SECOND_COUNTS = 2;

/**
 * Two orders of the same things joined by rank: reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), 1 ÷ (10 + rank) of the
 * first and twice that of the second, ranks from 1. Things that only the first order has keep what it gives them; of equals the
 * first order decides. A thing that falls in one of the orders never rises in the joined one.
 */
export function joinedRanks(first: readonly string[], second: readonly string[]): string[] {
  const worth = (rank: number | undefined) => (rank === undefined ? 0 : 1 / (DAMPING + rank));
  const ranks = new Map(second.map((id, i) => [id, i + 1]));
  return first
    .map((id, i) => ({ id, i, sum: worth(i + 1) + SECOND_COUNTS * worth(ranks.get(id)) }))
    .sort((a, b) => b.sum - a.sum || a.i - b.i)
    .map(({ id }) => id);
}

/** So many of the first hits of a sentence are put in order by matching as well. */
export const JOINED = 40;

/**
 * Asks the desk. The first hits for a sentence, in which people describe a need, stand in the order of words joined by rank
 * with the order in which matching would propose them. What is found, totals, facets and marks are the engine's alone.
 */
@Injectable()
export class JoinedSearch {
  constructor(
    private readonly desk: SearchClient,
    private readonly order: MatchOrder,
  ) {}

  /** A page of ids with counts; every page of one question is cut from the same joined order. */
  async answerRequest(request: SearchRequest): Promise<SearchAnswer> {
    const { page, hitsPerPage, text = '' } = request;
    const from = (page - 1) * hitsPerPage;
    if (from >= JOINED || hitsPerPage === 0 || !isJoined(request)) return this.desk.answerRequest(request);
    const hitsAsked = Math.max(JOINED, from + hitsPerPage);
    const answer = await this.desk.answerRequest({ ...request, page: 1, hitsPerPage: hitsAsked });
    const hits = answer.degraded ? answer.hits : await this.joined(text, answer.hits);
    return { ...answer, hits: hits.slice(from, from + hitsPerPage) };
  }

  private async joined(text: string, hits: readonly SearchHit[]): Promise<SearchHit[]> {
    const first = hits.slice(0, JOINED);
    const ids = first.map(({ id }) => id);
    const byId = new Map(first.map((hit) => [hit.id, hit]));
    const order = joinedRanks(ids, await this.order.orderCapabilities(text, ids));
    // A score compares hits of one answer: each has that of its place.
    const placed = order.flatMap((id, i) => {
      const hit = byId.get(id);
      return hit ? [{ ...hit, score: first[i]?.score ?? hit.score }] : [];
    });
    return [...placed, ...hits.slice(JOINED)];
  }
}

function isJoined({ index, text, sort = [] }: SearchRequest): boolean {
  return index === 'capabilities' && sort.length === 0 && text !== undefined && isSentence(text);
}
