import { h } from '../dom.js';
import { t } from '../locale.js';
import { STATES, stateMark } from './state-mark.js';

function partTag({ text, kind, conceptName }) {
  const meant =
    conceptName && conceptName !== text ? h('span', { class: 'part-concept' }, conceptName) : null;
  return h(
    'li',
    { class: `part part-${kind.toLowerCase()}` },
    h('span', { class: 'part-kind' }, t(`part.${kind}`)),
    h('span', { class: 'part-text' }, text),
    meant,
  );
}

function conditionRow({ label, value }) {
  return h('div', { class: 'condition' }, h('dt', {}, label), h('dd', {}, value));
}

/** How the need was read: its typed parts, and its conditions apart from them. */
export function needReading({ parts, conditions }) {
  return [
    h('h2', { class: 'panel-title' }, t('match.reading')),
    h('h3', { class: 'panel-subtitle' }, t('match.parts')),
    parts.length > 0
      ? h('ul', { class: 'parts' }, parts.map(partTag))
      : h('p', { class: 'quiet' }, t('match.noParts')),
    h('h3', { class: 'panel-subtitle' }, t('match.conditions')),
    conditions.length > 0
      ? h('dl', { class: 'conditions' }, conditions.map(conditionRow))
      : h('p', { class: 'quiet' }, t('match.noConditions')),
    h('h3', { class: 'panel-subtitle' }, t('match.legend')),
    h('p', { class: 'legend' }, STATES.map(stateMark)),
  ];
}
