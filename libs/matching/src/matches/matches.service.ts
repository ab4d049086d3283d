import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import type { NeedDescription } from '@app/need-reading';
import {
  maySeeAmount,
  maySeeBuyersWork,
  type ProcurementNeed,
  ProcurementNeedsReader,
} from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { type CandidateFacts, NOTHING_STATED, StatedForNeedsReader } from '../candidates/candidate-facts.js';
import type { MatchListType } from '../cards/match.graphql.js';
import { ReadingRenderer } from '../cards/render-reading.js';
import { ExclusionsReader } from '../exclusions/exclusions.reader.js';
import { type BesideListings, type FoundMatches, MatchFinder } from '../finding/match-finder.js';
import { describeNeed } from '../pairs/describe-need.js';
import { type MatchReader, MatchViews } from './match-views.js';

/** A need of the platform, and what its suppliers answered to it. */
export interface StoredNeed {
  readonly need: ProcurementNeed;
  readonly known: BesideListings;
}

/** The list of suppliers that fit is the buyer's own work: its members and the staff who help it see the list. */
function maySeeMatches(viewer: Viewer, need: Pick<ProcurementNeed, 'organizationId'>): boolean {
  return viewer.staff || maySeeBuyersWork(viewer, need);
}

/** Lists of the suppliers that fit a need, as people read them. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly finder: MatchFinder,
    private readonly reading: ReadingRenderer,
    private readonly views: MatchViews,
    private readonly needs: ProcurementNeedsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly stated: StatedForNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The best suppliers for a need, with their cards. `stored` is the need where it is one of the platform. */
  async listMatches(
    need: NeedDescription,
    first: number,
    reader: MatchReader,
    stored?: StoredNeed,
  ): Promise<MatchListType> {
    const found = await this.finder.findMatches(need, first, stored?.known, reader.loaders.budget);
    return this.presentMatches(found, reader, stored?.need);
  }

  /** The best suppliers for a stored need, as its buyer wants to see them; null where the viewer may not see the list. */
  async listMatchesOfNeed(
    viewer: Viewer,
    need: ProcurementNeed,
    first: number,
    reader: MatchReader,
  ): Promise<MatchListType | null> {
    if (!maySeeMatches(viewer, need)) return null;
    const [lines, excludedSuppliers, stated] = await Promise.all([
      this.needs.loadLines(reader.loaders, need.id),
      this.exclusions.findExcludedSuppliers(need),
      // Responses are between the two sides; staff does not read them.
      viewer.memberOf(need.organizationId) ? this.stated.readForNeeds([need.id]) : NOTHING_STATED,
    ]);
    const seesHiddenAmounts = maySeeAmount(viewer, need, false);
    const view = { now: this.clock.now(), seesHiddenAmounts, excludedSuppliers };
    const known = {
      capabilityIds: stated.capabilityIds,
      of: (candidate: CandidateFacts) => stated.applyTo(need.id, candidate),
    };
    return this.listMatches(describeNeed(need, lines, view), first, reader, { need, known });
  }

  /** What was found, as people read it. */
  async presentMatches(
    { reading, matches, compared }: FoundMatches,
    reader: MatchReader,
    stored?: ProcurementNeed,
  ): Promise<MatchListType> {
    return {
      subject: reading.subject,
      parts: this.reading.parts(reading, reader.locale),
      conditions: this.reading.conditions(reading, reader.locale),
      compared,
      matches: await this.views.presentMatches(
        matches.map((match) => ({ ...match, need: stored })),
        reader,
      ),
    };
  }
}
