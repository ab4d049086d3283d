/** The views by the word in the address: `#/events`. The first is the one at the start. */
const VIEWS = ['match', 'events', 'search', 'need'];

const listeners = new Set();

/** Where the reader is: which view, and its parameters. */
export function place() {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { view: VIEWS.includes(path) ? path : VIEWS[0], params: new URLSearchParams(query) };
}

/** Notes in the address what a view shows, so that it can be reloaded and passed on. */
export function notePlace(view, params) {
  const query = new URLSearchParams(params).toString();
  history.replaceState(null, '', `#/${view}${query ? `?${query}` : ''}`);
}

/** Calls a listener whenever the reader goes somewhere else. */
export function onPlaceChange(listener) {
  listeners.add(listener);
}

function show({ view }) {
  for (const section of document.querySelectorAll('[data-view]'))
    section.hidden = section.dataset.view !== view;
  for (const link of document.querySelectorAll('[data-leads-to]')) {
    if (link.dataset.leadsTo === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Starts to follow the address. */
export function startRouter() {
  const follow = () => {
    const now = place();
    show(now);
    listeners.forEach((listener) => listener(now));
  };
  addEventListener('hashchange', () => {
    follow();
    document.querySelector('main').focus({ preventScroll: true });
    scrollTo({ top: 0 });
  });
  follow();
}
