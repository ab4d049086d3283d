import { byId, fill, h } from '../dom.js';
import { request } from '../graphql.js';
import { onLocaleChange, t } from '../locale.js';
import { OPERATIONS } from '../operations.js';
import { notePlace, onPlaceChange, place } from '../router.js';
import { failure, nothing, skeleton } from '../status-panel.js';
import { eventCard } from './event-card.js';

const KINDS = ['DOCKING_SESSION', 'TRADE_FAIR', 'FORUM', 'TRAINING'];
const PAGE = 20;

/** Asks for announced events that are not over. */
async function ask(kind, after) {
  const variables = { first: PAGE, after, kinds: kind ? [kind] : null, from: new Date().toISOString() };
  const { matchmakingEvents } = await request(OPERATIONS.matchmakingEvents, variables);
  return matchmakingEvents;
}

const cardsOf = ({ edges }) => edges.map(({ node }) => eventCard(node));

/** A button that adds the next page below the cards. */
function moreButton(list, kind, { hasNextPage, endCursor }) {
  if (!hasNextPage) return null;
  const add = async ({ currentTarget: button }) => {
    button.disabled = true;
    try {
      const page = await ask(kind, endCursor);
      list.append(...cardsOf(page));
      button.replaceWith(moreButton(list, kind, page.pageInfo) ?? '');
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

function showPage(container, kind, page) {
  const list = h('ol', { class: 'event-cards' }, cardsOf(page));
  if (page.edges.length === 0) return fill(container, nothing(t('events.none.title'), t('events.none.text')));
  return fill(container, list, moreButton(list, kind, page.pageInfo));
}

/** The view with the calendar of events, filtered by kind. */
export function startEventsView() {
  const container = byId('events-list');
  const filters = byId('events-kinds');
  let kind = null;
  let turn = 0;
  let shown = false;

  async function load({ quietly }) {
    const mine = ++turn;
    shown = true;
    container.setAttribute('aria-busy', 'true');
    if (!quietly) fill(container, skeleton(3, 'card'));
    try {
      const page = await ask(kind, null);
      if (mine === turn) showPage(container, kind, page);
    } catch (error) {
      if (mine === turn)
        fill(
          container,
          failure(error, () => void load({ quietly: false })),
        );
    }
    if (mine === turn) container.setAttribute('aria-busy', 'false');
  }

  function choose(wanted) {
    kind = wanted;
    for (const button of filters.children)
      button.setAttribute('aria-pressed', String(button.dataset.kind === (kind ?? '')));
  }

  const enter = ({ view, params }) => {
    if (view !== 'events') return;
    const wanted = KINDS.find((known) => known === params.get('kind')) ?? null;
    if (shown && wanted === kind) return;
    choose(wanted);
    void load({ quietly: false });
  };
  for (const button of filters.children) {
    button.addEventListener('click', () => {
      choose(button.dataset.kind || null);
      notePlace('events', kind ? { kind } : {});
      void load({ quietly: false });
    });
  }
  onPlaceChange(enter);
  onLocaleChange(() => shown && void load({ quietly: true }));
  enter(place());
}
