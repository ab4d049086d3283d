import { decodeGlobalId, encodeGlobalId } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import {
  anAdmission,
  aRegistration,
  registrationId,
  representativesOf,
} from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import type { Market } from '../market.js';
import type { MutationCase, MutationCases } from './mutation-case.js';

const asOrganizer: MutationCase['input'] = ({ houses }, given) => ({
  actingOrganizationId: houses.organizer.id,
  ...given,
});
const asSupplier: MutationCase['input'] = ({ houses }, given) => ({
  actingOrganizationId: houses.supplier.id,
  ...given,
});

const anOpenEvent = async ({ app, houses }: Market) => {
  const event = await anEvent(app, houses.organizer.key);
  await anAdmission(app, event.key);
  return { eventId: event.id };
};

const admitVisitors = ({ app }: Market, eventId: string) =>
  anAdmission(app, decodeGlobalId(eventId).id, { role: ParticipantRole.VISITOR });

const registered =
  (state: string) =>
  async ({ app, houses }: Market) => {
    const event = await anEvent(app, houses.organizer.key);
    await anAdmission(app, event.key);
    const row = { organizationId: houses.supplier.key, offerExpiresAt: new Date(Date.now() + 9e6) };
    return { registrationId: registrationId(await aRegistration(app, event.key, { ...row, state })) };
  };

const withColleague = async ({ app, houses }: Market) => {
  const event = await anEvent(app, houses.organizer.key);
  const key = await aRegistration(app, event.key, { organizationId: houses.supplier.key });
  const [person] = await representativesOf(app, key);
  const representativeId = encodeGlobalId('EventRepresentative', person!.id);
  return { registrationId: registrationId(key), representativeId, colleague: { name: '赵敏' } };
};

/** Mutations of registrations for events. */
export const registrationMutations: MutationCases = {
  syncCheckIns: {
    announced: {
      given: async (market) => ({ ...(await anOpenEvent(market)), device: '北门', entries: [] }),
      input: asOrganizer,
    },
  },
  registerWalkIn: {
    announced: {
      given: async (market) => ({ ...(await anOpenEvent(market)), device: '北门', role: 'SUPPLIER' }),
      input: (m, given, viewer) => ({
        ...asOrganizer(m, given, viewer),
        companyName: '路过机械',
        name: '孙七',
      }),
    },
  },
  exportEventFile: {
    announced: {
      given: async (market) => ({ ...(await anOpenEvent(market)), kind: 'REGISTRATIONS_XLSX' }),
      input: asOrganizer,
    },
  },
  createCalendarFeed: { 'one’s own': { input: () => ({}) } },
  revokeCalendarFeed: { 'one’s own': { input: () => ({}) } },
  openEventRegistration: { announced: { given: anOpenEvent, input: asOrganizer } },
  closeEventRegistration: { announced: { given: anOpenEvent, input: asOrganizer } },
  registerForEvent: {
    'in the supplier’s name': {
      given: anOpenEvent,
      input: (m, given, viewer) => ({
        ...asSupplier(m, given, viewer),
        role: 'SUPPLIER',
        representatives: [{ name: '王伟' }],
      }),
      beginsAnew: true,
    },
  },
  registerAsVisitor: {
    'on one’s own': {
      given: async (market) => {
        const { eventId } = await anOpenEvent(market);
        await admitVisitors(market, eventId);
        return { eventId };
      },
      input: (_, given) => ({ ...given }),
      beginsAnew: true,
    },
  },
  withdrawFromEvent: { 'of the supplier': { given: registered('CONFIRMED'), input: asSupplier } },
  acceptEventPlace: { 'of the supplier': { given: registered('OFFERED'), input: asSupplier } },
  transferEventPlace: { 'of the supplier': { given: withColleague, input: asSupplier } },
  decideEventRegistration: {
    'of the supplier': {
      given: registered('REQUESTED'),
      input: (m, given, viewer) => ({ ...asOrganizer(m, given, viewer), approve: true }),
    },
  },
  prioritizeEventRegistration: {
    'of the supplier': {
      given: registered('WAITLISTED'),
      input: (m, given, viewer) => ({ ...asOrganizer(m, given, viewer), priority: 5 }),
    },
  },
};
