import { h } from './dom.js';
import { t } from './locale.js';

/** Grey shapes where content is about to stand, so that nothing jumps when it comes. */
export function skeleton(count, kind) {
  const shape = () => h('div', { class: `skeleton skeleton-${kind}`, 'aria-hidden': 'true' });
  return [h('p', { class: 'visually-hidden' }, t('loading')), ...Array.from({ length: count }, shape)];
}

/** Says that something failed, and offers to try again where that may help. */
export function failure(error, retry) {
  const again = h('button', { type: 'button', class: 'button', on: { click: retry } }, t('error.retry'));
  return h(
    'div',
    { class: 'notice notice-failure', role: 'alert' },
    h('p', { class: 'notice-title' }, t('error.title')),
    h('p', {}, error.message),
    error.retry !== false && again,
  );
}

/** Says that there is nothing, and what to do about it. */
export function nothing(title, text) {
  return h('div', { class: 'notice' }, h('p', { class: 'notice-title' }, title), h('p', {}, text));
}
