import { CapabilitiesReader } from '@app/capabilities';
import type { LoaderScope, Locale } from '@app/kernel';
import { OrganizationsReader } from '@app/organizations';
import type { ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { renderCard } from '../cards/render-card.js';
import type { ScoredMatch } from '../scoring/score-match.js';
import type { MatchType } from '../cards/match.graphql.js';

/** Who reads a match: in which language, with which loaders. */
export interface MatchReader {
  readonly locale: Locale;
  readonly loaders: LoaderScope;
}

/** A need and a capability that were compared; the need is absent where it was nothing but words. */
export interface MatchedPair extends ScoredMatch {
  readonly need?: ProcurementNeed | undefined;
  readonly candidate: CandidateFacts;
}

/** Matches as people read them, the same card for both sides. */
@Injectable()
export class MatchViews {
  constructor(
    private readonly capabilities: CapabilitiesReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Matches in their order, without those whose capability was withdrawn since it was compared. */
  async presentMatches(pairs: readonly MatchedPair[], reader: MatchReader): Promise<MatchType[]> {
    const shown = await Promise.all(pairs.map((pair) => this.presentMatch(pair, reader)));
    return shown.flatMap((match) => match ?? []);
  }

  /** One match; null when its capability was withdrawn since it was compared. */
  async presentMatch(pair: MatchedPair, { locale, loaders }: MatchReader): Promise<MatchType | null> {
    const { candidate, need } = pair;
    const [capability, organization] = await Promise.all([
      this.capabilities.loadCapability(loaders, candidate.capabilityId),
      this.organizations.loadOrganization(loaders, candidate.organizationId),
    ]);
    if (!capability || !organization) return null;
    const card = renderCard(pair, locale);
    return { capability, organization, procurementNeed: need ?? null, fit: pair.fit, card };
  }
}
