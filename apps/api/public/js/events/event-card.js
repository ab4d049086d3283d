import { h } from '../dom.js';
import { languageOf, t } from '../locale.js';
import { leaf, period, zoneName } from './event-time.js';

function fact(label, ...content) {
  return h('div', { class: 'event-fact' }, h('dt', {}, label), h('dd', {}, content));
}

function venueOf({ venue, address, region, onlineUrl }) {
  const place = [venue, address ?? region?.name].filter(Boolean).join(' · ');
  return place || (onlineUrl ? t('events.online') : t('events.placeOpen'));
}

/** An event: what kind, when by the venue's clock, where, and who invites. */
export function eventCard(event) {
  const { day, month } = leaf(event.schedule);
  const venue = venueOf(event);
  return h(
    'li',
    { class: 'event-card panel' },
    h('p', { class: 'event-leaf', 'aria-hidden': 'true' }, h('span', {}, month), h('strong', {}, day)),
    h(
      'div',
      { class: 'event-body' },
      h('p', { class: `event-kind event-${event.kind.toLowerCase()}` }, t(`event.${event.kind}`)),
      h('h2', { class: 'event-title', lang: languageOf(event.title) }, event.title),
      event.description &&
        h('p', { class: 'event-text', lang: languageOf(event.description) }, event.description),
      h(
        'dl',
        { class: 'event-facts' },
        fact(
          t('events.when'),
          h('time', { datetime: event.startsAt }, period(event.schedule)),
          h('span', { class: 'event-zone' }, zoneName(event.schedule.zone, event.startsAt)),
        ),
        fact(t('events.where'), h('span', { lang: languageOf(venue) }, venue)),
        fact(
          t('events.organizer'),
          h('span', { lang: languageOf(event.organizer.name) }, event.organizer.name),
        ),
      ),
      event.themes.length > 0 &&
        h(
          'ul',
          { class: 'themes', 'aria-label': t('events.themes') },
          event.themes.map((theme) => h('li', { lang: languageOf(theme) }, theme)),
        ),
    ),
  );
}
