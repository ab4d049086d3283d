import { h } from '../dom.js';
import { t } from '../locale.js';

/** A sign, a word and a colour for how far a criterion is met: never the colour alone. */
const SIGNS = { MET: '✓', PARTLY: '◐', UNMET: '✕', UNKNOWN: '?' };

export const STATES = Object.keys(SIGNS);

export function stateMark(state) {
  return h(
    'span',
    { class: `state state-${state.toLowerCase()}` },
    h('span', { class: 'state-sign', 'aria-hidden': 'true' }, SIGNS[state]),
    t(`state.${state}`),
  );
}
