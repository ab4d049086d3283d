import { encodeGlobalId, newId } from '@app/kernel';
import type { Market, MarketViewer } from '../market.js';

type Arguments = (market: Market, viewer: MarketViewer) => Readonly<Record<string, unknown>>;

const none: Arguments = () => ({});
const ofBuyer: Arguments = ({ houses }) => ({ actingOrganizationId: houses.buyer.id });
const ofSupplier: Arguments = ({ houses }) => ({ actingOrganizationId: houses.supplier.id });

function thing(name: keyof Market['things']): Arguments {
  return ({ things }) => ({ id: things[name].id });
}

function index(name: string, facet: string): Arguments {
  return () => ({ index: name, facets: [facet] });
}

function pairWith(need: 'need' | 'invitedNeed' | 'draftNeed'): Arguments {
  return ({ things }) => ({ needId: things[need].id, capabilityId: things.capability.id });
}

/** Every way in which the matrix tries a query: its arguments. */
export const QUERY_CASES: Readonly<Record<string, Readonly<Record<string, Arguments>>>> = {
  capability: { published: thing('capability'), draft: thing('draftCapability') },
  procurementNeed: {
    public: thing('need'),
    draft: thing('draftNeed'),
    'for verified suppliers': thing('verifiedNeed'),
    'by invitation': thing('invitedNeed'),
  },
  matchmakingEvent: { announced: thing('event'), draft: thing('draftEvent') },
  node: {
    'a draft of a need': thing('draftNeed'),
    'a draft of a capability': thing('draftCapability'),
    'a draft of an event': thing('draftEvent'),
    'a response': thing('response'),
    'a fact request': thing('factRequest'),
    'a registration': thing('registration'),
    'a saved search': thing('savedSearch'),
    'a fellow member': ({ houses }) => ({ id: houses.buyer.viewer.memberId }),
    'a person': ({ houses }) => ({ id: houses.buyer.viewer.id }),
  },
  procurementNeeds: { all: none },
  matchmakingEvents: { all: none },
  eventRegistrations: { 'of the event': ({ things }) => ({ eventId: things.event.id }) },
  eventAttendees: { 'of the event': ({ things }) => ({ eventId: things.event.id }) },
  myCalendarFeed: { 'one’s own': none },
  needCollection: { 'of the organizer': thing('collection') },
  myEventVisits: { 'one’s own': none },
  myEventRegistrations: { 'of the supplier': ofSupplier },
  eventMeetings: { 'of the event': ({ things }) => ({ eventId: things.event.id }) },
  myMeetings: {
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  myMeetingRequests: {
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  meetingPartners: {
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  myMeetingWishes: {
    'of the buyer': (m) => ({ ...ofBuyer(m, m.viewers.guest), eventId: m.things.event.id }),
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  receivedMeetingWishes: {
    'of the buyer': (m) => ({ ...ofBuyer(m, m.viewers.guest), eventId: m.things.event.id }),
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  eventMeetingWishes: { 'of the event': ({ things }) => ({ eventId: things.event.id }) },
  meetingSuggestions: {
    'of the supplier': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  queueTables: {
    'in the supplier’s name': (m) => ({ ...ofSupplier(m, m.viewers.guest), eventId: m.things.event.id }),
    'in the organizer’s name': ({ houses, things }) => ({
      actingOrganizationId: houses.organizer.id,
      eventId: things.event.id,
    }),
    'in the name of who is not there': ({ houses, things }) => ({
      actingOrganizationId: houses.otherSupplier.id,
      eventId: things.event.id,
    }),
  },
  queueNumbers: { 'at the supplier’s': ({ things }) => ({ queueTableId: things.queueTable.id }) },
  myQueueNumbers: {
    'of the buyer': (m) => ({ ...ofBuyer(m, m.viewers.guest), eventId: m.things.event.id }),
  },
  schedulingRuns: { 'of the event': ({ things }) => ({ eventId: things.event.id }) },
  schedulingRun: { 'of the event': thing('schedulingRun') },
  meetingTimes: { 'of buyer and supplier': ({ things }) => ({ meetingId: things.meeting.id }) },
  meetingMoves: { 'of buyer and supplier': ({ things }) => ({ meetingId: things.meeting.id }) },
  recurringFairs: { 'of a month': () => ({ month: 11 }) },
  organizations: { all: none },
  organization: { 'the buyer': ({ houses }) => ({ id: houses.buyer.id }) },
  organizationByCreditCode: { 'the buyer': ({ houses }) => ({ creditCode: houses.buyer.creditCode }) },
  similarOrganizations: { 'to the buyer': ({ houses }) => ({ organizationId: houses.buyer.id }) },
  search: {
    capabilities: index('CAPABILITIES', 'KIND'),
    needs: index('NEEDS', 'KIND'),
    events: index('EVENTS', 'KIND'),
    organizations: index('ORGANIZATIONS', 'CLAIMED'),
  },
  brochureReading: { 'a brochure': () => ({ text: '专业生产铝合金压铸件，月产能8万件' }) },
  matchesForWords: { 'plain words': () => ({ text: '采购铝合金压铸件' }) },
  match: {
    'of a need and an answer to it': pairWith('need'),
    'of a need by invitation and an invited supplier': pairWith('invitedNeed'),
    'of a draft of a need': pairWith('draftNeed'),
  },
  factRequestByToken: {
    'a good link': ({ things }) => ({ token: things.factRequest.token }),
    'a guessed link': () => ({ token: 'A'.repeat(43) }),
  },
  hiddenMatches: { 'of the buyer': ofBuyer },
  blockedOrganizations: { 'of the buyer': ofBuyer },
  matchFeedback: { 'of the supplier': ({ houses }) => ({ organizationId: houses.supplier.id }) },
  me: { oneself: none },
  myOrganizations: { 'one’s own': none },
  myInvitations: { 'one’s own': none },
  myOrganizationClaims: { 'one’s own': none },
  myProcurementNeeds: { 'of the buyer': ofBuyer },
  mySavedSearches: { 'one’s own': none },
  mySupplyResponses: { 'of the supplier': ofSupplier },
  consentTexts: { all: none },
  myConsents: { 'one’s own': none },
  sharedContacts: { 'of the buyer': ofBuyer },
  organizationInvitations: { 'of the buyer': ({ houses }) => ({ organizationId: houses.buyer.id }) },
  invitationByToken: { 'a guessed link': () => ({ token: 'guessed-guessed-guessed-guessed' }) },
  organizationClaims: { all: none },
  organizationImports: { 'when there are none': none },
  organizationImport: {
    'one that is unknown': () => ({ id: encodeGlobalId('OrganizationImport', newId()) }),
  },
  auditLog: { all: none },
  searchHealth: { all: none },
  certificateKinds: { all: none },
  industries: { all: none },
  industry: { one: () => ({ code: 'C33' }) },
  regions: { all: none },
  region: { one: () => ({ code: '3301' }) },
  tradeConcept: { one: () => ({ id: 'die-casting' }) },
  searchSuggestions: { 'while typing': () => ({ typed: '压铸' }) },
  tradeConcepts: { some: () => ({ query: '压铸' }) },
};
