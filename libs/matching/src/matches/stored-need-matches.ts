import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { maySeeAmount, maySeeBuyersWork, NeedLinesLoader, type ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { type CandidateFacts, NOTHING_STATED, StatedForNeedsReader } from '../candidates/candidate-facts.js';
import type { MatchListType } from '../cards/match.graphql.js';
import { MatchExclusions } from '../exclusions/match-exclusions.js';
import { describeNeed } from '../pairs/describe-need.js';
import { MatchLists } from './match-lists.js';
import type { MatchReader } from './match-views.js';

/** The list of suppliers that fit is the buyer's own work: its members see it, and staff, who help it. */
function maySeeMatches(viewer: Viewer, need: Pick<ProcurementNeed, 'organizationId'>): boolean {
  return viewer.staff || maySeeBuyersWork(viewer, need);
}

/** The suppliers that fit a stored need, as its buyer wants to see them. */
@Injectable()
export class StoredNeedMatches {
  constructor(
    private readonly lists: MatchLists,
    private readonly lines: NeedLinesLoader,
    private readonly exclusions: MatchExclusions,
    private readonly stated: StatedForNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The list; null for whoever may not see it. */
  async list(
    viewer: Viewer,
    need: ProcurementNeed,
    first: number,
    reader: MatchReader,
  ): Promise<MatchListType | null> {
    if (!maySeeMatches(viewer, need)) return null;
    const [lines, excludedSuppliers, stated] = await Promise.all([
      this.lines.load(reader.loaders, need.id),
      this.exclusions.suppliersFor(need),
      // Responses are between the two sides; staff does not read them.
      viewer.memberOf(need.organizationId) ? this.stated.readForNeeds([need.id]) : NOTHING_STATED,
    ]);
    const seesHiddenAmounts = maySeeAmount(viewer, need, false);
    const view = { now: this.clock.now(), seesHiddenAmounts, excludedSuppliers };
    const known = {
      capabilityIds: stated.capabilityIds,
      of: (candidate: CandidateFacts) => stated.applyTo(need.id, candidate),
    };
    return this.lists.forNeed(describeNeed(need, lines, view), first, reader, { need, known });
  }
}
