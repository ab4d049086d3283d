import { ParticipantRole } from '@app/matchmaking-events';
import { QueueNumberState } from '@app/meetings';
import { aRegistration, registrationId } from '../../support/builders/event-registrations.js';
import { anEvent, anEventDraft } from '../../support/builders/matchmaking-events.js';
import { aQueueNumber, aQueueTable } from '../../support/builders/queues.js';
import type { Market } from '../market.js';
import type { MutationCase, MutationCases } from './mutation-case.js';

/** An event at which the market's supplier has a queue table and its buyer takes part. */
async function aQueueEvent({ app, houses }: Market, make = anEvent) {
  const event = await make(app, houses.organizer.key);
  const host = await aRegistration(app, event.key, { organizationId: houses.supplier.key });
  const buyer = await aRegistration(app, event.key, {
    organizationId: houses.buyer.key,
    role: ParticipantRole.BUYER,
  });
  return { event, host, buyer, place: await aQueueTable(app, { event: event.key, host }) };
}

const hosted = (make: typeof anEvent) => async (market: Market) => {
  const { event, host } = await aQueueEvent(market, make);
  return { eventId: event.id, registrationId: registrationId(host) };
};
const standing = (make: typeof anEvent) => async (market: Market) => ({
  queueTableId: (await aQueueEvent(market, make)).place.id,
});
const drawn = (state: QueueNumberState) => async (market: Market) => {
  const { place, buyer } = await aQueueEvent(market);
  return { numberId: (await aQueueNumber(market.app, { table: place.key, by: buyer }, state)).id };
};
const attended = async (market: Market) => {
  const { place, buyer } = await aQueueEvent(market);
  return { queueTableId: place.id, registrationId: registrationId(buyer) };
};
const waitedFor = async (market: Market) => {
  const { place, buyer } = await aQueueEvent(market);
  await aQueueNumber(market.app, { table: place.key, by: buyer });
  return { queueTableId: place.id };
};

const asOrganizer: MutationCase['input'] = ({ houses }, given) => ({
  actingOrganizationId: houses.organizer.id,
  ...given,
});
const asBuyer: MutationCase['input'] = ({ houses }, given) => ({
  actingOrganizationId: houses.buyer.id,
  ...given,
});
/** Organizers call in their own name, everybody else tries in the supplier's. */
const asCaller: MutationCase['input'] = ({ houses, viewers }, given, viewer) => ({
  actingOrganizationId: [viewers.organizer, viewers.organizerReader].includes(viewer)
    ? houses.organizer.id
    : houses.supplier.id,
  ...given,
});
const opened: MutationCase['input'] = (m, given, viewer) => ({
  ...asOrganizer(m, given, viewer),
  label: 'A1',
  minutesEach: 10,
});

/** Mutations of queue tables and call numbers. */
export const queueMutations: MutationCases = {
  openQueueTable: {
    announced: { given: hosted(anEvent), input: opened },
    draft: { given: hosted(anEventDraft), input: opened },
  },
  closeQueueTable: {
    announced: { given: standing(anEvent), input: asOrganizer },
    draft: { given: standing(anEventDraft), input: asOrganizer },
  },
  drawQueueNumber: {
    'in the buyer’s name': { given: standing(anEvent), input: asBuyer, beginsAnew: true },
  },
  drawQueueNumberFor: {
    'at the supplier’s': { given: attended, input: asOrganizer },
  },
  giveBackQueueNumber: { 'of the buyer': { given: drawn(QueueNumberState.WAITING), input: asBuyer } },
  callNextQueueNumber: { 'at the supplier’s': { given: waitedFor, input: asCaller } },
  recallQueueNumber: { 'at the supplier’s': { given: drawn(QueueNumberState.CALLED), input: asCaller } },
  finishQueueNumber: {
    'at the supplier’s': {
      given: drawn(QueueNumberState.CALLED),
      input: (m, given, viewer) => ({ ...asCaller(m, given, viewer), skipped: false }),
    },
  },
};
