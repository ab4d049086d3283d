import { Injectable } from '@nestjs/common';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { MatchViews, type MatchReader } from '../matches/match-views.js';
import type { MatchingNeedListType } from './matching-need-list.type.js';
import { NeedsFinder } from './needs-finder.js';

/** The most capabilities of an organization that are compared with each need: what it declared itself comes first. */
const OFFERED = 40;

/** Lists of open needs as a supplier reads them. */
@Injectable()
export class MatchingNeedLists {
  constructor(
    private readonly finder: NeedsFinder,
    private readonly candidates: CandidateFactsRepository,
    private readonly views: MatchViews,
  ) {}

  /** The best open needs for one capability; none while it is not published. */
  async forCapability(
    capability: { readonly id: string; readonly organizationId: string },
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType> {
    const offered = await this.candidates.load([capability.id]);
    return this.list(capability.organizationId, offered, first, reader);
  }

  /** The best open needs for everything that an organization offers. */
  async forOrganization(
    organizationId: string,
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType> {
    const offered = await this.candidates.ofOrganization(organizationId, OFFERED);
    return this.list(organizationId, offered, first, reader);
  }

  private async list(
    organizationId: string,
    offered: readonly CandidateFacts[],
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType> {
    const { matches, compared } = await this.finder.find(organizationId, offered, first);
    return { compared, matches: await this.views.showAll(matches, reader) };
  }
}
