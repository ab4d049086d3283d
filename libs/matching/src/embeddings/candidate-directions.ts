import { TextDirections } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';

/** Adds to candidates what their listings mean to the outside model, where there is one and it has computed them. */
@Injectable()
export class CandidateDirections {
  constructor(private readonly directions: TextDirections) {}

  /** The candidates with their directions: title, description and specification, as search knows a listing. One statement. */
  async added(candidates: readonly CandidateFacts[]): Promise<CandidateFacts[]> {
    if (!this.directions.model) return [...candidates];
    const said = candidates.map(({ title, description, specification }) => ({
      title,
      text: [description, specification].filter(Boolean).join(' '),
    }));
    const directions = await this.directions.findOfListings(said);
    return candidates.map((candidate, i) => ({ ...candidate, direction: directions[i] ?? null }));
  }
}
