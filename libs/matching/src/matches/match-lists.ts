import { CapabilitiesLoader } from '@app/capabilities';
import type { LoaderScope, Locale } from '@app/kernel';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { ReadingRenderer } from '../cards/render-reading.js';
import { renderCard } from '../cards/render-card.js';
import { type FoundMatch, type FoundMatches, MatchFinder } from '../finding/match-finder.js';
import type { NeedDescription } from '../reading/need-description.js';
import type { MatchListType, MatchType } from './match.type.js';

/** Who reads a list of matches: in which language, with which loaders. */
export interface MatchReader {
  readonly locale: Locale;
  readonly loaders: LoaderScope;
}

/** Lists of matches as people read them. */
@Injectable()
export class MatchLists {
  constructor(
    private readonly finder: MatchFinder,
    private readonly reading: ReadingRenderer,
    private readonly capabilities: CapabilitiesLoader,
    private readonly organizations: OrganizationsLoader,
  ) {}

  /** The best suppliers for a need, with their cards. */
  async forNeed(need: NeedDescription, first: number, reader: MatchReader): Promise<MatchListType> {
    return this.show(await this.finder.find(need, first), reader);
  }

  /** What was found, as people read it. */
  async show({ reading, matches, compared }: FoundMatches, reader: MatchReader): Promise<MatchListType> {
    const shown = await Promise.all(matches.map((match) => this.showMatch(match, reader)));
    return {
      subject: reading.subject,
      parts: this.reading.parts(reading, reader.locale),
      conditions: this.reading.conditions(reading, reader.locale),
      compared,
      matches: shown.flatMap((match) => match ?? []),
    };
  }

  private async showMatch(match: FoundMatch, { locale, loaders }: MatchReader): Promise<MatchType | null> {
    const { candidate } = match;
    const [capability, organization] = await Promise.all([
      this.capabilities.load(loaders, candidate.capabilityId),
      this.organizations.load(loaders, candidate.organizationId),
    ]);
    // Withdrawn since it was compared: it is simply not shown.
    if (!capability || !organization) return null;
    return { capability, organization, fit: match.fit, card: renderCard(match, locale) };
  }
}
