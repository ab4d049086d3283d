import { h } from '../dom.js';
import { period, zoneName } from '../events/event-time.js';
import { date } from '../format.js';
import { languageOf, t } from '../locale.js';
import { markedText } from './marked-text.js';

/** What is said of each type of thing below its title: its kind, and the facts in a line. */
const DETAILS = {
  Capability: (item) => ({
    title: item.title,
    kind: t(`card.capability.${item.capabilityKind}`),
    facts: [item.organization.name, item.organization.region?.name],
    open: item.factState === 'INFERRED' && t('card.inferred'),
  }),
  Organization: (item) => ({
    title: item.name,
    kind: item.tiers.length > 0 ? t(`tier.${item.tiers.at(-1).level}`) : null,
    facts: [item.region?.parent?.name, item.region?.name],
    open: item.claimState === 'UNCLAIMED' && t('card.unclaimed'),
  }),
  ProcurementNeed: (item) => ({
    title: item.title,
    kind: t(`need.kind.${item.needKind}`),
    facts: [
      item.alias ?? item.buyer?.name,
      item.deliveryRegion?.name,
      item.replyDeadline && t('search.replyBy', { date: date(item.replyDeadline) }),
    ],
  }),
  MatchmakingEvent: (item) => ({
    title: item.title,
    kind: t(`event.${item.eventKind}`),
    facts: [`${period(item.schedule)} ${zoneName(item.schedule.zone, item.startsAt)}`, item.region?.name],
  }),
};

/** A thing found, with the words that were looked for marked. */
export function hitCard({ item, titleHighlight, textHighlight }) {
  const { title, kind, facts, open } = DETAILS[item.__typename](item);
  return h(
    'li',
    { class: 'hit panel' },
    h(
      'h2',
      { class: 'hit-title' },
      kind && h('span', { class: 'capability-kind' }, kind),
      h('span', { lang: languageOf(title) }, titleHighlight ? markedText(titleHighlight) : title),
    ),
    textHighlight &&
      h('p', { class: 'hit-text', lang: languageOf(textHighlight) }, markedText(textHighlight)),
    h(
      'p',
      { class: 'hit-facts' },
      facts.filter(Boolean).map((fact) => h('span', { lang: languageOf(fact) }, fact)),
      open && h('span', { class: 'badge badge-open' }, open),
    ),
  );
}
