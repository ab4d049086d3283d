import { TermStatistics } from '@app/search';
import { Injectable } from '@nestjs/common';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { MatchPool } from '../comparing/match-pool.js';
import { NeedDirections } from './need-directions.js';
import { plainWords } from '@app/need-reading';
import { rarityTable } from '../words/rarity.js';

/** Puts capabilities that were found otherwise in the order in which they would be proposed for a need of the same words. */
@Injectable()
export class MatchOrder {
  constructor(
    private readonly pool: MatchPool,
    private readonly statistics: TermStatistics,
    private readonly candidates: CandidateFactsRepository,
    private readonly directions: NeedDirections,
  ) {}

  /** The ids, best first; those of capabilities that are offered no more are left out. One statement. */
  async orderCapabilities(words: string, capabilityIds: readonly string[]): Promise<string[]> {
    const { reading, words: asked } = await this.pool.run('prepare', plainWords(words));
    const [candidates, rarity, direction] = await Promise.all([
      this.candidates.findFacts(capabilityIds),
      rarityTable(asked, this.statistics),
      this.directions.findDirection(reading),
    ]);
    const ranked = await this.pool.run('order', { reading, rarity, direction, candidates });
    return ranked.map((index) => candidates[index]!.capabilityId);
  }
}
