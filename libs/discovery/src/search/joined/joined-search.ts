import { MatchOrder } from '@app/matching';
import type { SearchAnswer, SearchHit, SearchRequest } from '@app/search';
import { Injectable } from '@nestjs/common';
import { isSentence } from '../reading/sentence.js';
import { SearchDesk } from '../search-desk.js';
import { joinedRanks } from './joined-ranks.js';

/** So many of the first hits of a sentence are put in order by matching as well. */
export const JOINED = 40;

/**
 * Asks the desk. The first hits for a sentence, in which people describe a need, stand in the order of words joined by rank
 * with the order in which matching would propose them. What is found, totals, facets and marks are the engine's alone.
 */
@Injectable()
export class JoinedSearch {
  constructor(
    private readonly desk: SearchDesk,
    private readonly order: MatchOrder,
  ) {}

  /** A page of ids with counts; every page of one question is cut from the same joined order. */
  async answer(request: SearchRequest): Promise<SearchAnswer> {
    const { page, hitsPerPage, text = '' } = request;
    const from = (page - 1) * hitsPerPage;
    if (from >= JOINED || hitsPerPage === 0 || !isJoined(request)) return this.desk.answer(request);
    const hitsAsked = Math.max(JOINED, from + hitsPerPage);
    const answer = await this.desk.answer({ ...request, page: 1, hitsPerPage: hitsAsked });
    const hits = answer.degraded ? answer.hits : await this.joined(text, answer.hits);
    return { ...answer, hits: hits.slice(from, from + hitsPerPage) };
  }

  private async joined(text: string, hits: readonly SearchHit[]): Promise<SearchHit[]> {
    const first = hits.slice(0, JOINED);
    const ids = first.map(({ id }) => id);
    const byId = new Map(first.map((hit) => [hit.id, hit]));
    const order = joinedRanks(ids, await this.order.of(text, ids));
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
