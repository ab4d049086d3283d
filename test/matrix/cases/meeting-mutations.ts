import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { MeetingState } from '@app/meetings';
import { aColleague, aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent, anEventDraft } from '../../support/builders/matchmaking-events.js';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingRequest,
  aMeetingWish,
  aSchedulingRun,
} from '../../support/builders/meetings.js';
import type { Market } from '../market.js';
import type { MutationCase, MutationCases } from './mutation-case.js';

/** An event with the market's buyer and supplier, two slots and two tables. */
async function aMeetingEvent({ app, houses }: Market, make = anEvent) {
  const event = await make(app, houses.organizer.key);
  const register = (organizationId: string, role: ParticipantRole) =>
    aRegistration(app, event.key, { organizationId, role });
  return {
    event,
    buyer: await register(houses.buyer.key, ParticipantRole.BUYER),
    supplier: await register(houses.supplier.key, ParticipantRole.SUPPLIER),
    other: await register(houses.otherSupplier.key, ParticipantRole.SUPPLIER),
    grid: await aMeetingGrid(app, event.key, { slots: 2, tables: 2 }),
  };
}

const requestable = async (market: Market) => {
  const { event, grid } = await aMeetingEvent(market);
  return { eventId: event.id, slotId: grid.slotIds[0], withOrganizationId: market.houses.supplier.id };
};
const requested = async (market: Market) => {
  const { buyer, supplier, grid } = await aMeetingEvent(market);
  const { id } = await aMeetingRequest(market.app, { from: buyer, to: supplier, slot: grid.slots[0]! });
  return { requestId: id };
};
const met = async (market: Market) => {
  const { buyer, supplier, grid } = await aMeetingEvent(market);
  const place = { slot: grid.slots[0]!, table: grid.tables[0]! };
  const { id } = await aMeeting(market.app, { buyer, supplier, ...place });
  return { meetingId: id, grid };
};
/** A meeting of the supplier, who has a second representative at the event. */
const staffed = async (market: Market) => {
  const { buyer, supplier, grid } = await aMeetingEvent(market);
  const place = { slot: grid.slots[0]!, table: grid.tables[0]! };
  const { id } = await aMeeting(market.app, { buyer, supplier, ...place });
  return { meetingId: id, representativeId: await aColleague(market.app, supplier) };
};
const plannedIn = (make: typeof anEvent) => async (market: Market) => {
  const { event, buyer, supplier, grid } = await aMeetingEvent(market, make);
  const place = { slot: grid.slots[0]!, table: grid.tables[0]! };
  await aMeeting(market.app, { buyer, supplier, ...place }, { state: MeetingState.PROVISIONAL });
  return { eventId: event.id };
};
/** A meeting whose time has come. */
const begun = async (market: Market) => {
  const { meetingId, grid } = await met(market);
  const { app } = market;
  await app.get(Transactions).query(
    `with slot as (update meeting_slot set starts_at = now() - interval '1 hour', ends_at = now() where id = $1 returning event_id)
       update matchmaking_event set starts_at = now() - interval '2 hours' where id = (select event_id from slot)`,
    [grid.slots[0]],
  );
  return { meetingId };
};
const metTwice = async (market: Market) => {
  const { buyer, supplier, other, grid } = await aMeetingEvent(market);
  const [first, second] = [0, 1].map((i) => ({ slot: grid.slots[i]!, table: grid.tables[i]! }));
  const one = await aMeeting(market.app, { buyer, supplier, ...first! });
  const two = await aMeeting(market.app, { buyer, supplier: other, ...second! });
  return { meetingId: one.id, otherMeetingId: two.id };
};

const wishable = async (market: Market) => {
  const { event } = await aMeetingEvent(market);
  return { eventId: event.id, withOrganizationId: market.houses.supplier.id };
};
const wished = async (market: Market) => {
  const { event, buyer, supplier } = await aMeetingEvent(market);
  await aMeetingWish(market.app, { from: buyer, to: supplier });
  return { eventId: event.id, withOrganizationId: market.houses.supplier.id };
};
const attended = async (market: Market) => {
  const { event, grid } = await aMeetingEvent(market);
  return { eventId: event.id, unavailableSlotIds: [grid.slotIds[0]] };
};
const asBuyer = ({ houses }: Market) => ({ actingOrganizationId: houses.buyer.id });

const schedulable = async (market: Market) => ({ eventId: (await aMeetingEvent(market)).event.id });
const schedulableDraft = async ({ app, houses }: Market) => {
  const { id, key } = await anEventDraft(app, houses.organizer.key);
  await aMeetingGrid(app, key, { slots: 1, tables: 1 });
  return { eventId: id };
};
const scheduled = async (market: Market) => {
  const { event } = await aMeetingEvent(market);
  return { runId: (await aSchedulingRun(market.app, event.key)).id };
};

/** Everybody acts in their own name; who has no organization takes the buyer's. */
const ownName: MutationCase['input'] = ({ houses }, _given, viewer) => ({
  actingOrganizationId: viewer.organization?.id ?? houses.buyer.id,
});
const asOrganizer = ({ houses }: Market) => ({ actingOrganizationId: houses.organizer.id });
const gridOf: MutationCase['input'] = (m, given) => ({
  ...asOrganizer(m),
  ...given,
  slots: [],
  tables: ['A1'],
});

/** Mutations of meetings. */
export const meetingMutations: MutationCases = {
  setMeetingGrid: {
    announced: {
      given: async ({ app, houses }) => ({ eventId: (await anEvent(app, houses.organizer.key)).id }),
      input: gridOf,
    },
    draft: {
      given: async ({ app, houses }) => ({ eventId: (await anEventDraft(app, houses.organizer.key)).id }),
      input: gridOf,
    },
  },
  setMeetingTerms: {
    announced: {
      given: async ({ app, houses }) => ({ eventId: (await anEvent(app, houses.organizer.key)).id }),
      input: (m, given) => ({ ...asOrganizer(m), ...given, mustWishesEach: 3 }),
    },
    draft: {
      given: async ({ app, houses }) => ({ eventId: (await anEventDraft(app, houses.organizer.key)).id }),
      input: (m, given) => ({ ...asOrganizer(m), ...given, mustWishesEach: 3 }),
    },
  },
  setMeetingWish: {
    'in the buyer’s name': {
      given: wishable,
      input: (m, given) => ({ ...asBuyer(m), ...given, level: 'WANT' }),
      beginsAnew: true,
    },
  },
  withdrawMeetingWish: {
    'in the buyer’s name': {
      given: wished,
      input: (m, given) => ({ ...asBuyer(m), ...given }),
      beginsAnew: true,
    },
  },
  setMeetingAvailability: {
    'in the supplier’s name': {
      given: attended,
      input: ({ houses }, given) => ({ actingOrganizationId: houses.supplier.id, ...given }),
      beginsAnew: true,
    },
  },
  startScheduling: {
    announced: { given: schedulable, input: (m, given) => ({ ...asOrganizer(m), ...given }) },
    draft: { given: schedulableDraft, input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  cancelScheduling: {
    'of the event': { given: scheduled, input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  publishSchedule: {
    announced: { given: plannedIn(anEvent), input: (m, given) => ({ ...asOrganizer(m), ...given }) },
    draft: { given: plannedIn(anEventDraft), input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  setMeetingLock: {
    'of buyer and supplier': {
      given: met,
      input: (m, given) => ({ ...asOrganizer(m), meetingId: given['meetingId'], locked: true }),
    },
  },
  recordMeetingAttendance: {
    'of buyer and supplier': {
      given: begun,
      input: (m, given) => ({ ...asOrganizer(m), ...given, absent: ['BUYER'] }),
    },
  },
  claimMeetingOutcome: {
    'of buyer and supplier': {
      given: begun,
      input: (m, given, viewer) => ({ ...ownName(m, given, viewer), ...given, kind: 'INTENT' }),
    },
  },
  rateMeeting: {
    'of buyer and supplier': {
      given: begun,
      input: (m, given, viewer) => ({ ...ownName(m, given, viewer), ...given, rating: 4 }),
    },
  },
  endOutcomeThread: {
    'of buyer and supplier': {
      given: begun,
      input: (m, given, viewer) => ({ ...ownName(m, given, viewer), ...given }),
    },
  },
  exportEventReport: {
    announced: {
      given: schedulable,
      input: (m, given) => ({ ...asOrganizer(m), ...given, kind: 'REPORT_XLSX' }),
      beginsAnew: true,
    },
    draft: {
      given: schedulableDraft,
      input: (m, given) => ({ ...asOrganizer(m), ...given, kind: 'REPORT_XLSX' }),
      beginsAnew: true,
    },
  },
  nameMeetingStandIn: {
    'of the supplier’s': {
      given: staffed,
      input: (m, given, viewer) => ({ ...ownName(m, given, viewer), ...given }),
    },
  },
  exportMeetingSchedule: {
    'as the organizer': {
      given: schedulable,
      input: (m, given) => ({ ...asOrganizer(m), ...given, kind: 'SCHEDULE_XLSX' }),
      beginsAnew: true,
    },
    'as the supplier': {
      given: schedulable,
      input: ({ houses }, given) => ({
        actingOrganizationId: houses.supplier.id,
        ...given,
        kind: 'SCHEDULE_XLSX',
      }),
      beginsAnew: true,
    },
  },
  requestMeeting: {
    'in the buyer’s name': {
      given: requestable,
      input: ({ houses }, given) => ({ actingOrganizationId: houses.buyer.id, ...given }),
      beginsAnew: true,
    },
  },
  proposeMeetingTime: {
    'of buyer and supplier': {
      given: met,
      input: (m, given, viewer) => ({
        ...ownName(m, given, viewer),
        meetingId: given['meetingId'],
        slotId: (given['grid'] as { slotIds: string[] }).slotIds[1],
      }),
    },
  },
  acceptMeetingRequest: {
    'of the buyer': {
      given: requested,
      input: ({ houses }, given) => ({ actingOrganizationId: houses.supplier.id, ...given }),
    },
  },
  declineMeetingRequest: {
    'of the buyer': {
      given: requested,
      input: ({ houses }, given) => ({ actingOrganizationId: houses.supplier.id, ...given }),
    },
  },
  rescheduleMeeting: {
    'of buyer and supplier': {
      given: met,
      input: (m, given) => ({
        ...asOrganizer(m),
        meetingId: given['meetingId'],
        slotId: (given['grid'] as { slotIds: string[] }).slotIds[1],
      }),
    },
  },
  swapMeetings: {
    'of buyer and supplier': { given: metTwice, input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  cancelMeeting: {
    'of buyer and supplier': {
      given: met,
      input: (m, given, viewer) => ({ ...ownName(m, given, viewer), meetingId: given['meetingId'] }),
    },
  },
};
