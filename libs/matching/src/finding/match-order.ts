import { TermStatistics } from '@app/search';
import { Injectable } from '@nestjs/common';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { plainWords } from '../reading/need-description.js';
import { NeedReader } from '../reading/need-reader.js';
import { byScore } from '../scoring/rank-order.js';
import { NeedDirections } from '../embeddings/need-directions.js';
import { MatchComparer } from './match-comparer.js';
import { rarityOf } from './rarity.js';

/** Puts capabilities that were found otherwise in the order in which they would be proposed for a need of the same words. */
@Injectable()
export class MatchOrder {
  constructor(
    private readonly reader: NeedReader,
    private readonly statistics: TermStatistics,
    private readonly candidates: CandidateFactsRepository,
    private readonly comparer: MatchComparer,
    private readonly directions: NeedDirections,
  ) {}

  /** The ids, best first; those of capabilities that are offered no more are left out. One statement. */
  async of(words: string, capabilityIds: readonly string[]): Promise<string[]> {
    const reading = this.reader.read(plainWords(words));
    const [candidates, rarity, direction] = await Promise.all([
      this.candidates.load(capabilityIds),
      rarityOf(reading, this.statistics),
      this.directions.of(reading),
    ]);
    const compare = this.comparer.forNeed(reading, { rarity, direction });
    return candidates
      .map((candidate) => ({ candidate, ...compare(candidate) }))
      .sort(byScore)
      .map(({ candidate }) => candidate.capabilityId);
  }
}
