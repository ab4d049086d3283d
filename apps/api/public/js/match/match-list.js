import { fill, h } from '../dom.js';
import { number } from '../format.js';
import { t } from '../locale.js';
import { nothing, skeleton } from '../status-panel.js';
import { matchCard } from './match-card.js';
import { needReading } from './need-reading.js';

/** How many cards stand there before the reader asks for the rest. */
const FIRST_CARDS = 10;

function cards(matches, shown) {
  const list = h(
    'ol',
    { class: 'match-cards' },
    matches.slice(0, shown).map((match, i) => matchCard(match, i + 1, i === 0)),
  );
  const rest = matches.length - shown;
  if (rest <= 0) return [list];
  const showRest = (click) => {
    list.append(...matches.slice(shown).map((match, i) => matchCard(match, shown + i + 1, false)));
    click.currentTarget.remove();
    list.children[shown]?.querySelector('summary')?.focus({ preventScroll: true });
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
