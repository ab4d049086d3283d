import type { Locale } from '@app/kernel';
import type { ScoredCriterion, ScoredMatch } from '../scoring/score-match.js';
import { CRITERION_NAMES } from './criterion-names.js';
import type { MatchCardType, MatchCriterionType } from './match-card.type.js';
import { renderReason } from './render-reason.js';

function renderCriterion(criterion: ScoredCriterion, locale: Locale): MatchCriterionType {
  return {
    key: criterion.key,
    name: CRITERION_NAMES[criterion.key][locale],
    state: criterion.state,
    score: criterion.score,
    weight: criterion.weight,
    statedForNeed: criterion.statedForNeed,
    reason: reasonOf(criterion, locale),
    parts: (criterion.parts ?? []).map(({ part, met, fit }) => ({
      asked: part.text,
      met,
      kind: part.kind,
      fit,
    })),
  };
}

/** Why, and whether only the listing's own words say so. */
function reasonOf({ reason, saidOnly }: ScoredCriterion, locale: Locale): string {
  const said = renderReason(locale, reason);
  return saidOnly ? renderReason(locale, { code: 'MATCH_SAID', params: { reason: said } }) : said;
}

/** The card of a match in the reader's language. */
export function renderCard(match: ScoredMatch, locale: Locale): MatchCardType {
  return {
    score: Math.round(match.score * 10) / 10,
    reachable: Math.round(match.reachable * 10) / 10,
    factsKnown: match.coverage.known,
    factsAsked: match.coverage.asked,
    criteria: match.criteria.map((criterion) => renderCriterion(criterion, locale)),
    decidingFact: match.decidingFact && renderReason(locale, match.decidingFact),
    weightsVersion: match.weightsVersion,
  };
}
