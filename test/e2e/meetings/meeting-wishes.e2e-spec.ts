import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { WishLevel } from '@app/meetings';
import { NeedState, NeedVisibility } from '@app/procurement';
import { aCapability } from '../../support/builders/capabilities.js';
import { aRegistration, registrationId } from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import { aMeetingGrid, aMeetingWish } from '../../support/builders/meetings.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aNeed, setNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const named = (verb: string, more: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } } }`;
const WISH = named('SetMeetingWish', 'wish { id level need { id } from { id } to { id } }');
const WITHDRAW = named('WithdrawMeetingWish', 'registration { id }');
const TERMS = `mutation ($input: SetMeetingTermsInput!) { result: setMeetingTerms(input: $input) {
  event { meetingTerms { wishesUntil mostPerBuyer mustWishesEach } } } }`;
const ABSENCES = `mutation ($input: SetMeetingAvailabilityInput!) { result: setMeetingAvailability(input: $input) {
  registration { id unavailableMeetingSlots { id } } } }`;
const list = (query: string, node: string) => `query ($acting: ID!, $event: ID!, $first: Int! = 20) {
  list: ${query}(actingOrganizationId: $acting, eventId: $event, first: $first) { ${node} } }`;
const MINE = list('myMeetingWishes', 'edges { node { level to { id } } }');
const RECEIVED = list('receivedMeetingWishes', 'edges { node { level from { id } need { id } } }');
const PARTNERS = list(
  'meetingPartners',
  'edges { node { id organization { id name } wish { level } wishToMeet { level } } }',
);
const PARTNERS_NAMED = `query ($acting: ID!, $event: ID!, $name: String) {
  list: meetingPartners(actingOrganizationId: $acting, eventId: $event, first: 20, name: $name) {
    totalCount edges { node { organization { id } } } } }`;
const SUGGESTED = list(
  'meetingSuggestions',
  'organization { id } match { capability { id } procurementNeed { id } card { score } }',
);

interface Result {
  code?: string;
  wish: { id: string; level: string; need: { id: string } | null };
  registration: { id: string; unavailableMeetingSlots: { id: string }[] };
  event: { meetingTerms: object };
}
interface Suggestion {
  organization: { id: string };
  match: { card: { score: number } };
}

let app: TestApp;
let organizer: TestOrganization;
let buyer: TestOrganization;
let suppliers: TestOrganization[];

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  buyer = await anOrganization(app);
  suppliers = [await anOrganization(app), await anOrganization(app)];
}, 60_000);
afterAll(() => app.close());

async function run(who: TestOrganization, mutation: string, input: object): Promise<Result> {
  const acting = { actingOrganizationId: who.id, ...input };
  return (await who.editor.client.ok<{ result: Result }>(mutation, { input: acting })).result;
}

async function nodes<T>(who: TestOrganization, query: string, event: { id: string }): Promise<T[]> {
  const { list } = await who.viewer.client.ok<{ list: { edges: { node: T }[] } }>(query, {
    acting: who.id,
    event: event.id,
  });
  return list.edges.map(({ node }) => node);
}

/** An event with a buyer and two suppliers. */
async function aWishingEvent() {
  const event = await anEvent(app, organizer.key);
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
  });
  const [one, two] = [
    await aRegistration(app, event.key, { organizationId: suppliers[0]!.key }),
    await aRegistration(app, event.key, { organizationId: suppliers[1]!.key }),
  ];
  return { event, buying, selling: [one, two] as const };
}

it('one wish stands per pair and direction, the last one; taken back twice it is gone once', async () => {
  const { event } = await aWishingEvent();
  const pair = { eventId: event.id, withOrganizationId: suppliers[0]!.id };
  const first = await run(buyer, WISH, { ...pair, level: 'WANT' });
  const second = await run(buyer, WISH, { ...pair, level: 'MUST' });
  expect(second.wish).toMatchObject({ id: first.wish.id, level: 'MUST' });
  expect(await nodes(buyer, MINE, event)).toEqual([{ level: 'MUST', to: { id: suppliers[0]!.id } }]);
  for (const _time of [1, 2]) expect((await run(buyer, WITHDRAW, pair)).registration.id).toMatch(/^[\w-]+/);
  expect(await nodes(buyer, MINE, event)).toEqual([]);
});

it('two at once leave one wish', async () => {
  const { event } = await aWishingEvent();
  const pair = { eventId: event.id, withOrganizationId: suppliers[0]!.id };
  await Promise.all(['WANT', 'MUST', 'NO', 'WANT'].map((level) => run(buyer, WISH, { ...pair, level })));
  expect(await nodes(buyer, MINE, event)).toHaveLength(1);
});

it('the other side learns of a wish to meet, and never of a NO', async () => {
  const { event, buying, selling } = await aWishingEvent();
  const need = await aNeed(app, buyer.key);
  const hidden = await aNeed(app, buyer.key, { alias: '某链主' });
  await run(buyer, WISH, {
    eventId: event.id,
    withOrganizationId: suppliers[0]!.id,
    level: 'MUST',
    needId: need.id,
  });
  await run(buyer, WISH, {
    eventId: event.id,
    withOrganizationId: suppliers[1]!.id,
    level: 'WANT',
    needId: hidden.id,
  });
  await aMeetingWish(app, { from: selling[0], to: buying }, { level: WishLevel.NO });
  const wish = { from: { id: buyer.id } };
  expect(await nodes(suppliers[0]!, RECEIVED, event)).toEqual([
    { ...wish, level: 'MUST', need: { id: need.id } },
  ]);
  expect(await nodes(suppliers[1]!, RECEIVED, event)).toEqual([{ ...wish, level: 'WANT', need: null }]);
  expect(await nodes(buyer, RECEIVED, event)).toEqual([]);
  const partners = await nodes<{ organization: { id: string } }>(buyer, PARTNERS, event);
  expect(partners.map(({ organization, ...more }) => ({ of: organization.id, ...more }))).toEqual(
    [
      { of: suppliers[0]!.id, wish: { level: 'MUST' }, wishToMeet: null },
      { of: suppliers[1]!.id, wish: { level: 'WANT' }, wishToMeet: null },
    ].map((row) => expect.objectContaining(row)),
  );
});

it('partners are found by part of a name, and by nothing that a name does not contain', async () => {
  const { event } = await aWishingEvent();
  const found = async (name: string) => {
    const { list: page } = await buyer.viewer.client.ok<{
      list: { totalCount: number; edges: { node: { organization: { id: string } } }[] };
    }>(PARTNERS_NAMED, { acting: buyer.id, event: event.id, name });
    expect(page.totalCount).toBe(page.edges.length);
    return page.edges.map(({ node }) => node.organization.id);
  };
  const [one] = await nodes<{ organization: { id: string; name: string } }>(buyer, PARTNERS, event);
  expect(await found(` ${one!.organization.name.slice(1)} `)).toContain(one!.organization.id);
  expect(await found('')).toHaveLength(2);
  expect(await found('%')).toEqual([]);
});

it('a list of partners takes the same number of statements for 1 and for many', async () => {
  const { event } = await aWishingEvent();
  for (let i = 0; i < 5; i++)
    await aRegistration(app, event.key, { organizationId: (await anOrganization(app)).key });
  const ask = (first: number) =>
    app.statements.during(() =>
      buyer.viewer.client.ok(PARTNERS, { acting: buyer.id, event: event.id, first }),
    );
  const one = await ask(1);
  const many = await ask(20);
  expect(many.statements).toHaveLength(one.statements.length);
});

it('wishes are taken in time, MUST so often, for the other side, about a need of the buyer of the two', async () => {
  const { event } = await aWishingEvent();
  const wish = (who: TestOrganization, whom: TestOrganization, more: object) =>
    run(who, WISH, { eventId: event.id, withOrganizationId: whom.id, level: 'WANT', ...more });
  const terms = { eventId: event.id, mustWishesEach: 1, mostPerBuyer: 4 };
  const set = await run(organizer, TERMS, terms);
  expect(set.event.meetingTerms).toEqual({ wishesUntil: null, mostPerBuyer: 4, mustWishesEach: 1 });
  expect((await wish(buyer, suppliers[0]!, { level: 'MUST' })).code).toBeUndefined();
  expect((await wish(buyer, suppliers[0]!, { level: 'MUST' })).code).toBeUndefined();
  expect((await wish(buyer, suppliers[1]!, { level: 'MUST' })).code).toBe('TOO_MANY_MUST_WISHES');
  expect((await wish(suppliers[0]!, suppliers[1]!, {})).code).toBe('NOT_AT_EVENT');
  const others = await aNeed(app, suppliers[0]!.key);
  const refused = await buyer.editor.client.refused(WISH, {
    input: {
      actingOrganizationId: buyer.id,
      eventId: event.id,
      withOrganizationId: suppliers[1]!.id,
      level: 'WANT',
      needId: others.id,
    },
  });
  expect(refused.extensions.code).toBe('NOT_FOUND');
  await run(organizer, TERMS, { ...terms, wishesUntil: new Date(Date.now() - 1000).toISOString() });
  expect((await wish(buyer, suppliers[1]!, {})).code).toBe('MEETING_WISHES_CLOSED');
  const pair = { eventId: event.id, withOrganizationId: suppliers[0]!.id };
  expect((await run(buyer, WITHDRAW, pair)).code).toBe('MEETING_WISHES_CLOSED');
  expect(await nodes(buyer, MINE, event)).toEqual([{ level: 'MUST', to: { id: suppliers[0]!.id } }]);
});

it('a participant says as a whole when it cannot meet', async () => {
  const { event, buying } = await aWishingEvent();
  const grid = await aMeetingGrid(app, event.key, { slots: 3, tables: 1 });
  const set = async (...slots: number[]) => {
    const unavailableSlotIds = slots.map((i) => grid.slotIds[i]);
    return (await run(buyer, ABSENCES, { eventId: event.id, unavailableSlotIds })).registration;
  };
  const shown = (...slots: number[]) => slots.map((i) => ({ id: grid.slotIds[i] }));
  expect(await set(2, 0)).toEqual({ id: registrationId(buying), unavailableMeetingSlots: shown(0, 2) });
  expect((await set(1, 2)).unavailableMeetingSlots).toEqual(shown(1, 2));
  const other = await aMeetingGrid(app, (await anEvent(app, organizer.key)).key, { slots: 1, tables: 1 });
  await buyer.editor.client.refused(ABSENCES, {
    input: { actingOrganizationId: buyer.id, eventId: event.id, unavailableSlotIds: other.slotIds },
  });
  const rows = await app
    .get(Transactions)
    .query('select slot_id from meeting_absence where registration_id = $1', [buying]);
  expect(rows).toHaveLength(2);
});

it('suggests who fits with the card, until something is wished, whatever the other side wishes', async () => {
  const { event, selling } = await aWishingEvent();
  const [client, veiled] = [await anOrganization(app), await anOrganization(app)];
  const bought = await aRegistration(app, event.key, {
    organizationId: client.key,
    role: ParticipantRole.BUYER,
  });
  await aRegistration(app, event.key, { organizationId: veiled.key, role: ParticipantRole.BUYER });
  const need = await aNeed(app, client.key, { title: '铝合金压铸壳体' });
  await aNeed(app, veiled.key, { title: '铝合金压铸壳体', alias: '某链主' });
  await aCapability(app, suppliers[0]!.key, { title: '铝合金压铸壳体' });
  await aCapability(app, suppliers[1]!.key, { title: '会议服务' });
  const suggested = async (who: TestOrganization) => {
    const asked = { acting: who.id, event: event.id };
    const { list } = await who.viewer.client.ok<{ list: Suggestion[] }>(SUGGESTED, asked);
    return list.map(({ organization }) => organization.id);
  };
  // To propose a buyer whose need stands under an alias would tell who it is.
  const [proposed, others] = [await suggested(suppliers[0]!), [client.id, veiled.id]];
  expect(proposed.filter((id) => others.includes(id))).toEqual([client.id]);
  // Needs that the supplier may not see do not take the place of those that it may.
  const hidden = await Promise.all(
    Array.from({ length: 9 }, () =>
      aNeed(app, client.key, { title: '会议服务', visibility: NeedVisibility.INVITED_ONLY }),
    ),
  );
  expect((await suggested(suppliers[0]!)).filter((id) => others.includes(id))).toEqual([client.id]);
  for (const { key } of hidden) await setNeed(app, key, { state: NeedState.CLOSED });
  await aMeetingWish(app, { from: selling[0], to: bought }, { level: WishLevel.NO });
  expect(await suggested(suppliers[0]!)).not.toContain(client.id);
  const { list } = await client.viewer.client.ok<{ list: Suggestion[] }>(SUGGESTED, {
    acting: client.id,
    event: event.id,
  });
  expect(list).toMatchObject([
    { organization: { id: suppliers[0]!.id }, match: { procurementNeed: { id: need.id } } },
  ]);
  expect(list[0]!.match.card.score).toBeGreaterThan(30);
  await aMeetingWish(app, { from: bought, to: selling[0] });
  expect(await suggested(client)).toEqual([]);
});
