import type { Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import type { MatchingNeedListType } from '../cards/match.graphql.js';
import { NeedsFinder } from '../matching-needs/needs-finder.js';
import { type MatchReader, MatchViews } from './match-views.js';

/** The needs that fit are the supplier's own work: its members see them, and staff, who help it. */
function maySeeMatchingNeeds(viewer: Viewer, organizationId: string): boolean {
  return viewer.staff || viewer.memberOf(organizationId);
}

/** The most capabilities of an organization that are compared with each need: what it declared itself comes first. */
const OFFERED = 40;

/** Lists of open needs as a supplier reads them; null for whoever may not see them. */
@Injectable()
export class MatchingNeedsService {
  constructor(
    private readonly finder: NeedsFinder,
    private readonly candidates: CandidateFactsRepository,
    private readonly views: MatchViews,
  ) {}

  /** The best open needs for one capability; none while it is not published. */
  async listNeedsForCapability(
    viewer: Viewer,
    capability: { readonly id: string; readonly organizationId: string },
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType | null> {
    const { id, organizationId } = capability;
    if (!maySeeMatchingNeeds(viewer, organizationId)) return null;
    return this.list(
      viewer,
      { organizationId, offered: await this.candidates.findFacts([id]) },
      first,
      reader,
    );
  }

  /** The best open needs for everything that an organization offers. */
  async listNeedsForOrganization(
    viewer: Viewer,
    organizationId: string,
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType | null> {
    if (!maySeeMatchingNeeds(viewer, organizationId)) return null;
    const offered = await this.candidates.findFactsOfOrganization(organizationId, OFFERED);
    return this.list(viewer, { organizationId, offered }, first, reader);
  }

  private async list(
    viewer: Viewer,
    supplier: { readonly organizationId: string; readonly offered: readonly CandidateFacts[] },
    first: number,
    reader: MatchReader,
  ): Promise<MatchingNeedListType> {
    const withResponses = viewer.memberOf(supplier.organizationId);
    const { budget } = reader.loaders;
    const { matches, compared } = await this.finder.findNeeds({ ...supplier, withResponses }, first, budget);
    return { compared, matches: await this.views.presentMatches(matches, reader) };
  }
}
