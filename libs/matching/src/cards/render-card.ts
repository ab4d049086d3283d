import { type Locale, type LocalizedText, renderText } from '@app/kernel';
import { CriterionKey } from '../criterion-key.js';
import type { Reason } from '../criteria/match-criterion.js';
import type { ScoredCriterion, ScoredMatch } from '../scoring/score-match.js';
import type { MatchCardType, MatchCriterionType } from './match-card.graphql.js';

/** What the criteria are called on a card. */
const CRITERION_NAMES: Readonly<Record<CriterionKey, LocalizedText>> = {
  [CriterionKey.CONCEPT_COVERAGE]: { zh: '内容对应', en: 'What is offered' },
  [CriterionKey.APPLICATION]: { zh: '应用领域', en: 'Field of use' },
  [CriterionKey.TECHNICAL_ENVELOPE]: { zh: '技术参数', en: 'Technical figures' },
  [CriterionKey.TEXT_CLOSENESS]: { zh: '用词吻合', en: 'Wording' },
  [CriterionKey.MEANING]: { zh: '语义相近', en: 'Meaning' },
  [CriterionKey.MODEL_MEANING]: { zh: '模型语义', en: 'Meaning to a model' },
  [CriterionKey.CAPACITY]: { zh: '产能', en: 'Capacity' },
  [CriterionKey.LEAD_TIME]: { zh: '交期', en: 'Lead time' },
  [CriterionKey.PRICE]: { zh: '价格', en: 'Price' },
  [CriterionKey.CERTIFICATES]: { zh: '证书', en: 'Certificates' },
  [CriterionKey.REGION]: { zh: '地区', en: 'Region' },
  [CriterionKey.TIER]: { zh: '梯度认定', en: 'Tier' },
  [CriterionKey.TRUST]: { zh: '可信与时效', en: 'Trust and freshness' },
};

/** The sentence of a reason in the reader's language. */
function renderReason(locale: Locale, { code, params }: Reason): string {
  const plain = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'object' ? value[locale] : value] as const,
  );
  return renderText(locale, code, Object.fromEntries(plain));
}

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
