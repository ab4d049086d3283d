import { byId, fill, h } from '../dom.js';
import { number } from '../format.js';
import { request } from '../graphql.js';
import { onLocaleChange, t } from '../locale.js';
import { OPERATIONS } from '../operations.js';
import { notePlace, onPlaceChange, place } from '../router.js';
import { failure, nothing, skeleton } from '../status-panel.js';
import { facetPanel } from './facet-panel.js';
import { hitCard } from './hit-card.js';
import { filterOf, INDEXES } from './search-indexes.js';

const PAGE_SIZE = 20;

function ask({ index, text, chosen }, page) {
  const facets = Object.keys(INDEXES[index]);
  const variables = {
    index,
    text: text || null,
    filter: filterOf(index, chosen),
    facets,
    page,
    pageSize: PAGE_SIZE,
  };
  return request(OPERATIONS.search, variables).then(({ search }) => search);
}

function foundSentence({ total, totalIsLowerBound }) {
  return t(totalIsLowerBound ? 'search.foundAtLeast' : 'search.found', { total: number(total) });
}

/** A button that adds the next page below the hits. */
function moreButton(list, wish, page, total) {
  if (page * PAGE_SIZE >= total) return null;
  const add = async ({ currentTarget: button }) => {
    button.disabled = true;
    try {
      const next = await ask(wish, page + 1);
      list.append(...next.hits.map(hitCard));
      button.replaceWith(moreButton(list, wish, page + 1, total) ?? '');
    } catch (error) {
      button.replaceWith(failure(error, () => void add({ currentTarget: button })));
    }
  };
  return h(
    'button',
    { type: 'button', class: 'button more', on: { click: (click) => void add(click) } },
    t('events.more'),
  );
}

function showAnswer(wish, answer) {
  byId('search-count').textContent = foundSentence(answer);
  const list = h('ol', { class: 'hits' }, answer.hits.map(hitCard));
  fill(
    byId('search-hits'),
    answer.degraded && h('p', { class: 'remark' }, t('search.degraded')),
    answer.relaxed && h('p', { class: 'remark' }, t('search.relaxed', { words: answer.relaxed })),
    answer.hits.length > 0 ? list : nothing(t('search.none.title'), t('search.none.text')),
    moreButton(list, wish, 1, answer.total),
  );
}

/** Puts back the focus that a redrawn check box has lost. */
function refocus(panel, focused) {
  if (focused)
    panel
      .querySelector(`[data-facet="${focused.facet}"] input[value="${CSS.escape(focused.value)}"]`)
      ?.focus();
}

function wishFrom(params) {
  const index = params.get('in') in INDEXES ? params.get('in') : 'CAPABILITIES';
  const chosen = Object.fromEntries(
    Object.keys(INDEXES[index]).map((facet) => [facet, params.getAll(facet)]),
  );
  return { index, text: params.get('q') ?? '', chosen };
}

function paramsOf({ index, text, chosen }) {
  const picks = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => [facet, value]));
  return [['in', index], ...(text ? [['q', text]] : []), ...picks];
}

function mark({ index, text }) {
  byId('search-text').value = text;
  for (const button of byId('search-indexes').children) {
    button.setAttribute('aria-pressed', String(button.dataset.index === index));
  }
}

/** One box over capabilities, organizations, needs and events, with facets. */
export function startSearchView() {
  let wish = wishFrom(new URLSearchParams());
  let turn = 0;
  let shown = '';

  async function load({ quietly, focused }) {
    const mine = ++turn;
    shown = paramsOf(wish).toString();
    if (!quietly) fill(byId('search-hits'), skeleton(5, 'hit'));
    try {
      const answer = await ask(wish, 1);
      if (mine !== turn) return;
      showAnswer(wish, answer);
      fill(byId('search-facets'), facetPanel(answer.facets, wish.chosen, toggle));
      refocus(byId('search-facets'), focused);
    } catch (error) {
      if (mine === turn)
        fill(
          byId('search-hits'),
          failure(error, () => void load({ quietly: false })),
        );
    }
  }

  function go(next, how) {
    wish = next;
    mark(wish);
    notePlace('search', paramsOf(wish));
    void load(how);
  }

  function toggle(facet, value) {
    const now = wish.chosen[facet] ?? [];
    const values = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
    go(
      { ...wish, chosen: { ...wish.chosen, [facet]: values } },
      { quietly: true, focused: { facet, value } },
    );
  }

  const enter = ({ view, params }) => {
    if (view !== 'search') return;
    const next = wishFrom(params);
    if (paramsOf(next).toString() === shown) return;
    wish = next;
    mark(wish);
    void load({ quietly: false });
  };
  // Beside the hits there is room for the facets; above them, on a phone, they stay folded until wanted.
  byId('search-fold').open = matchMedia('(min-width: 721px)').matches;
  byId('search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...wish, text: byId('search-text').value.trim(), chosen: {} }, { quietly: false });
  });
  for (const button of byId('search-indexes').children) {
    button.addEventListener('click', () =>
      go({ ...wish, index: button.dataset.index, chosen: {} }, { quietly: false }),
    );
  }
  onPlaceChange(enter);
  onLocaleChange(() => shown && void load({ quietly: true }));
  enter(place());
}
