import { fill, h } from '../dom.js';
import { number } from '../format.js';
import { t } from '../locale.js';
import { nothing, skeleton } from '../status-panel.js';
import { matchCard } from './match-card.js';
import { needReading } from './need-reading.js';

/** How many cards stand there before the reader asks for the rest. */
const FIRST_CARDS = 10;

/** A card, and before the first one that only comes near the line that says so. */
function entry(matches, i) {
  const card = matchCard(matches[i], i + 1, i === 0);
  const near = matches[i].fit === 'NEAR' && matches[i - 1]?.fit !== 'NEAR';
  return near ? [h('li', { class: 'match-divider' }, t('match.near')), card] : [card];
}

function entries(matches, from, to) {
  return matches.slice(from, to).flatMap((_, i) => entry(matches, from + i));
}

function cards(matches, shown) {
  const list = h('ol', { class: 'match-cards' }, entries(matches, 0, shown));
  const rest = matches.length - shown;
  if (rest <= 0) return [list];
  const showRest = (click) => {
    const rest = entries(matches, shown);
    list.append(...rest);
    click.currentTarget.remove();
    rest
      .map((item) => item.querySelector('summary'))
      .find(Boolean)
      ?.focus({ preventScroll: true });
  };
  return [
    list,
    h(
      'button',
      { type: 'button', class: 'button more', on: { click: showRest } },
      t('card.more', { count: rest }),
    ),
  ];
}

/** The sentence that tells how many were found. */
export function foundSentence({ matches, compared }) {
  return matches.length > 0
    ? t('match.found', { count: number(matches.length), compared: number(compared) })
    : t('match.none.title');
}

function results(list) {
  return h(
    'section',
    { class: 'results' },
    h('h2', { class: 'results-title' }, t('match.heading')),
    list.matches.length > 0 && h('p', { class: 'results-count' }, foundSentence(list)),
    list.matches.length > 0
      ? cards(list.matches, FIRST_CARDS)
      : nothing(t('match.none.title'), t('match.none.text')),
  );
}

/** Shows what a need led to: the reading beside the cards. */
export function showMatchList(container, list) {
  fill(container, h('aside', { class: 'reading panel' }, needReading(list)), results(list));
}

/** Shows the shapes of what is about to come. */
export function showMatchSkeleton(container) {
  fill(
    container,
    h('aside', { class: 'reading panel' }, skeleton(3, 'line')),
    h('section', { class: 'results' }, skeleton(4, 'card')),
  );
}
