import type { ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { ReadingRenderer } from '../cards/render-reading.js';
import { type BesideListings, type FoundMatches, MatchFinder } from '../finding/match-finder.js';
import type { NeedDescription } from '@app/need-reading';
import { type MatchReader, MatchViews } from './match-views.js';
import type { MatchListType } from '../cards/match.graphql.js';

/** A need of the platform, and what its suppliers answered to it. */
export interface StoredNeed {
  readonly need: ProcurementNeed;
  readonly known: BesideListings;
}

/** Lists of matches as people read them. */
@Injectable()
export class MatchLists {
  constructor(
    private readonly finder: MatchFinder,
    private readonly reading: ReadingRenderer,
    private readonly views: MatchViews,
  ) {}

  /** The best suppliers for a need, with their cards; `stored` is the need where it is one of the platform's. */
  async forNeed(
    need: NeedDescription,
    first: number,
    reader: MatchReader,
    stored?: StoredNeed,
  ): Promise<MatchListType> {
    const found = await this.finder.find(need, first, stored?.known, reader.loaders.budget);
    return this.show(found, reader, stored?.need);
  }

  /** What was found, as people read it. */
  async show(
    { reading, matches, compared }: FoundMatches,
    reader: MatchReader,
    stored?: ProcurementNeed,
  ): Promise<MatchListType> {
    return {
      subject: reading.subject,
      parts: this.reading.parts(reading, reader.locale),
      conditions: this.reading.conditions(reading, reader.locale),
      compared,
      matches: await this.views.showAll(
        matches.map((match) => ({ ...match, need: stored })),
        reader,
      ),
    };
  }
}
