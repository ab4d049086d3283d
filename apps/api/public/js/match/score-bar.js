import { h } from '../dom.js';
import { number } from '../format.js';
import { t } from '../locale.js';

/** What is left unfilled of a criterion: hatched where nobody has said, plain where it is known not to be met. */
function segment({ state, score, weight }) {
  return h(
    'span',
    { class: `segment segment-${state.toLowerCase()}`, css: { '--weight': weight } },
    h('span', { class: 'segment-fill', css: { '--share': score } }),
  );
}

/**
 * The score as a bar of its criteria: each as wide as it weighs, filled as far as it is met. So all that is filled is
 * the score, and with what is hatched it is the score within reach.
 */
export function scoreBar({ score, reachable, criteria }) {
  const label = t('card.bar', { score: number(score), reachable: number(reachable) });
  return h('div', { class: 'score-bar', role: 'img', 'aria-label': label }, criteria.map(segment));
}

/** The bar of one criterion. */
export function criterionBar({ state, score }) {
  return h(
    'span',
    { class: `bar segment-${state.toLowerCase()}`, 'aria-hidden': 'true' },
    h('span', { class: 'segment-fill', css: { '--share': score } }),
  );
}
