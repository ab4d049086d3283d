import { h } from '../dom.js';
import { number } from '../format.js';
import { languageOf, t } from '../locale.js';
import { criterionBar, scoreBar } from './score-bar.js';
import { stateMark } from './state-mark.js';

/** Where a company is, from the wider to the narrower place. */
function placeOf({ region }) {
  return [region?.parent?.name, region?.name].filter(Boolean).join(' · ');
}

function badges({ organization, capability }) {
  const highest = organization.tiers.at(-1);
  return [
    highest && h('span', { class: 'badge badge-tier' }, t(`tier.${highest.level}`)),
    capability.factState === 'INFERRED' && h('span', { class: 'badge badge-open' }, t('card.inferred')),
    organization.claimState === 'UNCLAIMED' && h('span', { class: 'badge badge-open' }, t('card.unclaimed')),
  ];
}

function wordsThatMet(parts) {
  const met = parts.filter((part) => part.met);
  if (met.length === 0) return null;
  const pair = (part) =>
    h('span', { class: 'pair' }, part.asked === part.met ? part.met : `${part.asked} → ${part.met}`);
  return h('span', { class: 'criterion-pairs' }, t('card.met'), met.map(pair));
}

function criterionRow(criterion) {
  return h(
    'li',
    { class: 'criterion' },
    h('span', { class: 'criterion-name' }, criterion.name),
    stateMark(criterion.state),
    criterionBar(criterion),
    h('span', { class: 'criterion-reason' }, criterion.reason, wordsThatMet(criterion.parts)),
  );
}

function scoreBlock(card) {
  const open = card.reachable - card.score >= 0.05;
  const reach = open ? t('card.reachable', { reachable: number(card.reachable) }) : t('card.complete');
  return h(
    'div',
    { class: 'score' },
    h(
      'p',
      { class: 'score-line' },
      h('span', { class: 'score-label' }, t('card.score')),
      h('strong', { class: 'score-number' }, number(card.score)),
      h('span', { class: 'score-out-of' }, t('card.outOf')),
    ),
    scoreBar(card),
    h(
      'p',
      { class: 'score-reach' },
      `${reach} · ${t('card.facts', { known: card.factsKnown, asked: card.factsAsked })}`,
    ),
  );
}

function supplier(match) {
  const { organization, capability } = match;
  const kind = h('span', { class: 'capability-kind' }, t(`card.capability.${capability.kind}`));
  return h(
    'div',
    { class: 'supplier' },
    h('h3', { class: 'supplier-name', lang: languageOf(organization.name) }, organization.name),
    h(
      'p',
      { class: 'supplier-capability' },
      kind,
      h('span', { lang: languageOf(capability.title) }, capability.title),
    ),
    h(
      'p',
      { class: 'supplier-facts' },
      h('span', { class: 'supplier-place' }, placeOf(organization)),
      badges(match),
    ),
  );
}

/** A supplier that fits and why: the same card for both sides. */
export function matchCard(match, rank, open) {
  const { card } = match;
  const deciding = h(
    'p',
    { class: 'deciding' },
    h('span', {}, t('card.deciding')),
    h('strong', {}, card.decidingFact),
  );
  return h(
    'li',
    { class: 'match-card' },
    h(
      'div',
      { class: 'match-head' },
      h('span', { class: 'rank', 'aria-hidden': 'true' }, rank),
      supplier(match),
      scoreBlock(card),
    ),
    card.decidingFact && deciding,
    h(
      'details',
      { class: 'criteria', open },
      h('summary', {}, t('card.criteria')),
      h('ul', { class: 'criteria-list' }, card.criteria.map(criterionRow)),
    ),
  );
}
