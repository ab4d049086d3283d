import { EventNotices, RegistrationNotices, QuestionKind, ParticipantRole } from '@app/matchmaking-events';
import {
  anAdmission,
  aRegistration,
  registrationId,
  registrationsOf,
  representativesOf,
} from '../../support/builders/event-registrations.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import {
  anOrganization,
  auditedAbout,
  outsidersOf,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { encodeGlobalId } from '@app/kernel';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REGISTRATION =
  'registration { id state role placeInLine decisionReason answers { question value } representatives { name jobTitle } }';
const named = (verb: string, more = REGISTRATION) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } } }`;
const SET = named(
  'SetEventAdmission',
  'event { state admissions { role capacity placesLeft } questions { id text kind choices required } }',
);
const OPEN = named('OpenEventRegistration', 'event { state }');
const CLOSE = named('CloseEventRegistration', 'event { state }');
const REGISTER = named('RegisterForEvent');
const WITHDRAW = named('WithdrawFromEvent');
const ACCEPT = named('AcceptEventPlace');
const DECIDE = named('DecideEventRegistration');
const TRANSFER = named('TransferEventPlace');
const CANCEL = named('CancelMatchmakingEvent', 'event { state }');

interface Registered {
  __typename: string;
  code?: string;
  registration: {
    id: string;
    state: string;
    placeInLine: number | null;
    representatives: { name: string }[];
  };
  event: {
    state: string;
    admissions: { placesLeft: number | null }[];
    questions: { id: string; text: string }[];
  };
}

let app: TestApp;
let organizer: TestOrganization;
let supplier: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  supplier = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

async function run(who: TestOrganization, mutation: string, input: object): Promise<Registered> {
  const acting = { actingOrganizationId: who.id, ...input };
  return (await who.editor.client.ok<{ result: Registered }>(mutation, { input: acting })).result;
}
const register = (event: TestEvent, who = supplier, more: object = {}) =>
  run(who, REGISTER, { eventId: event.id, role: 'SUPPLIER', representatives: [{ name: '王伟' }], ...more });

async function anOpenEvent(terms: object = {}): Promise<TestEvent> {
  const event = await anEvent(app, organizer.key);
  await anAdmission(app, event.key, terms);
  return event;
}

it('organizers say whom they admit and what they ask, then open and close', async () => {
  const event = await anEvent(app, organizer.key);
  expect(await run(organizer, OPEN, { eventId: event.id })).toMatchObject({ code: 'NOBODY_ADMITTED' });
  const set = await run(organizer, SET, {
    eventId: event.id,
    admissions: [{ role: 'BUYER', capacity: 20, approvalNeeded: true }, { role: 'SUPPLIER' }],
    questions: [
      { text: '主要产品', required: true },
      { text: '规模', kind: 'CHOICE', choices: ['大', '小'] },
    ],
  });
  expect(set.event).toMatchObject({
    admissions: [
      { role: 'BUYER', capacity: 20, placesLeft: 20 },
      { role: 'SUPPLIER', capacity: null, placesLeft: null },
    ],
    questions: [
      { text: '主要产品', kind: 'TEXT', required: true },
      { text: '规模', choices: ['大', '小'] },
    ],
  });
  expect((await register(event)).code).toBe('REGISTRATION_NOT_OPEN');
  expect((await run(organizer, OPEN, { eventId: event.id })).event.state).toBe('REGISTRATION_OPEN');
  expect((await run(organizer, CLOSE, { eventId: event.id })).event.state).toBe('PUBLISHED');
  expect((await register(event)).code).toBe('REGISTRATION_NOT_OPEN');
  expect(await registrationsOf(app, event.key)).toEqual([]);
});

it('a registration answers what is asked and names members or others', async () => {
  const event = await anOpenEvent();
  const { event: set } = await run(organizer, SET, {
    eventId: event.id,
    admissions: [{ role: 'SUPPLIER' }],
    questions: [
      { text: '主要产品', required: true },
      { text: '规模', kind: QuestionKind.CHOICE, choices: ['大', '小'] },
      { text: '展位面积', kind: QuestionKind.NUMBER },
    ],
  });
  const [product, size, area] = set.questions.map(({ id }) => id);
  const wrong = [
    { answers: [], reason: 'ANSWER_MISSING' },
    {
      answers: [
        { questionId: product, value: '压铸件' },
        { questionId: size, value: '中' },
      ],
      reason: 'ANSWER_NOT_A_CHOICE',
    },
    {
      answers: [
        { questionId: product, value: '压铸件' },
        { questionId: area, value: '很大' },
      ],
      reason: 'ANSWER_NOT_A_NUMBER',
    },
    { answers: [{ questionId: 'x', value: '压铸件' }], reason: 'UNKNOWN_QUESTION' },
  ];
  const input = {
    actingOrganizationId: supplier.id,
    eventId: event.id,
    role: 'SUPPLIER',
    representatives: [{ name: '王伟' }],
  };
  for (const { answers, reason } of wrong)
    expect(
      (await supplier.editor.client.refused(REGISTER, { input: { ...input, answers } })).extensions.reason,
    ).toBe(reason);
  const stranger = {
    ...input,
    answers: [{ questionId: product, value: '压铸件' }],
    representatives: [{ userId: organizer.editor.id }],
  };
  expect((await supplier.editor.client.refused(REGISTER, { input: stranger })).extensions.reason).toBe(
    'NOT_A_MEMBER',
  );
  const answers = [{ questionId: product, value: ' 压铸件 ' }];
  const representatives = [{ userId: supplier.viewer.id, jobTitle: '销售' }, { name: '王伟' }];
  const { registration } = await register(event, supplier, { answers, representatives });
  expect(registration).toMatchObject({
    state: 'CONFIRMED',
    answers: [{ question: '主要产品', value: '压铸件' }],
    representatives: [
      { name: '陈薇', jobTitle: '销售' },
      { name: '王伟', jobTitle: null },
    ],
  });
});

it('the same key registers once, another call is told of the registration', async () => {
  const event = await anOpenEvent();
  const first = await register(event, supplier, { clientMutationId: 'r1' });
  expect(await register(event, supplier, { clientMutationId: 'r1' })).toEqual(first);
  expect((await register(event)).code).toBe('ALREADY_REGISTERED');
  expect(await registrationsOf(app, event.key)).toHaveLength(1);
});

it('the last place: many at once, one has it, the others wait in a line without gaps', async () => {
  const event = await anOpenEvent({ capacity: 1 });
  const houses = await Promise.all(Array.from({ length: 5 }, () => anOrganization(app)));
  const results = await Promise.all(houses.map((house) => register(event, house)));
  const states = results.map(({ registration }) => registration.state).sort();
  expect(states).toEqual(['CONFIRMED', 'WAITLISTED', 'WAITLISTED', 'WAITLISTED', 'WAITLISTED']);
  const stored = await registrationsOf(app, event.key);
  expect(new Set(stored.map(({ joinedAt }) => +joinedAt)).size).toBe(5);
});

it('approval: who is let in has a place or waits, who is turned down reads why; each decision is logged once', async () => {
  const event = await anOpenEvent({ capacity: 1, approvalNeeded: true });
  const rival = await anOrganization(app);
  const [one, two] = [await register(event), await register(event, rival)].map(
    ({ registration }) => registration,
  );
  expect([one?.state, two?.state]).toEqual(['REQUESTED', 'REQUESTED']);
  const decide = (id: string, approve: boolean, reason?: string) =>
    run(organizer, DECIDE, { registrationId: id, approve, reason });
  expect((await decide(two!.id, true)).registration.state).toBe('CONFIRMED');
  await decide(two!.id, true);
  expect((await decide(one!.id, true)).registration).toMatchObject({ state: 'WAITLISTED', placeInLine: 1 });
  expect((await decide(two!.id, false, '未带需求')).registration).toMatchObject({
    state: 'DECLINED',
    decisionReason: '未带需求',
  });
  const [first] = await registrationsOf(app, event.key);
  expect(first?.state).toBe('OFFERED');
  expect((await run(supplier, ACCEPT, { registrationId: one!.id })).registration.state).toBe('CONFIRMED');
  const twoKey = (await registrationsOf(app, event.key))[1]!.id;
  expect(await auditedAbout(app, twoKey)).toEqual(['REGISTRATION_APPROVED', 'REGISTRATION_DECLINED']);
});

it('more places are offered to the waitlist at once; a role in use is not closed', async () => {
  const event = await anOpenEvent({ capacity: 1 });
  await register(event);
  await register(event, await anOrganization(app));
  const roomier = { eventId: event.id, admissions: [{ role: 'SUPPLIER', capacity: 2 }] };
  await run(organizer, SET, roomier);
  expect((await registrationsOf(app, event.key)).map(({ state }) => state)).toEqual(['CONFIRMED', 'OFFERED']);
  expect((await run(organizer, SET, { eventId: event.id, admissions: [{ role: 'BUYER' }] })).code).toBe(
    'ROLE_IN_USE',
  );
});

it('a colleague comes instead, and the ticket of before is void', async () => {
  const event = await anOpenEvent();
  const { registration } = await register(event);
  const [stored] = await registrationsOf(app, event.key);
  const [person] = await representativesOf(app, stored!.id);
  const representativeId = encodeGlobalId('EventRepresentative', person!.id);
  const input = {
    registrationId: registration.id,
    representativeId,
    colleague: { name: '赵敏', jobTitle: '工程师' },
  };
  const transferred = await run(supplier, TRANSFER, input);
  expect(transferred.registration.representatives).toEqual([{ name: '赵敏', jobTitle: '工程师' }]);
  await run(supplier, TRANSFER, input);
  expect(await representativesOf(app, stored!.id)).toMatchObject([{ name: '赵敏', ticketSerial: 2 }]);
});

it('nobody acts for another organization, nor decides without organizing, and nothing changes', async () => {
  const event = await anOpenEvent({ approvalNeeded: true });
  const { registration } = await register(event);
  for (const { client, told } of await outsidersOf(app, supplier)) {
    const acting = { actingOrganizationId: supplier.id, registrationId: registration.id };
    const expected = told === 'FORBIDDEN' && client !== supplier.viewer.client ? 'NOT_FOUND' : told;
    expect((await client.refused(WITHDRAW, { input: acting })).extensions.code).toBe(expected);
    const own = { ...acting, approve: true };
    const decided = await client.refused(DECIDE, { input: own });
    expect(decided.extensions.code).toBe(expected);
  }
  expect(await registrationsOf(app, event.key)).toMatchObject([{ state: 'REQUESTED', version: 1 }]);
});

it('everybody registered is told once that the event is off, and what becomes of registrations', async () => {
  const event = await anOpenEvent({ role: ParticipantRole.VISITOR });
  const house = await anOrganization(app);
  await run(house, REGISTER, {
    eventId: event.id,
    role: 'VISITOR',
    representatives: [{ userId: house.viewer.id }],
  });
  await aRegistration(app, event.key, {
    organizationId: (await anOrganization(app)).key,
    state: 'WITHDRAWN',
  });
  await carry(app, RegistrationNotices);
  await run(organizer, CANCEL, { eventId: event.id, reason: '场地维修' });
  await run(organizer, CANCEL, { eventId: event.id, reason: '再次取消' });
  await carry(app, EventNotices);
  await carry(app, EventNotices);
  for (const person of [house.owner, house.editor, house.viewer])
    expect((await notificationsOf(person.client)).map(({ code, text }) => [code, text])).toEqual([
      ['NOTICE_EVENT_CANCELLED', `您报名的“${event.title}”已取消：场地维修`],
      ['NOTICE_EVENT_REGISTRATION_CONFIRMED', `贵机构已成功报名“${event.title}”。`],
    ]);
  const later = await register(event, await anOrganization(app));
  expect(later.code).toBe('REGISTRATION_NOT_OPEN');
});

it('a registration is seen by its organization and the organizers only', async () => {
  const event = await anOpenEvent();
  const { registration } = await register(event);
  const node = `query ($id: ID!) { node(id: $id) { ... on EventRegistration { state event { id } organization { id } } } }`;
  const seen = { node: { state: 'CONFIRMED', event: { id: event.id }, organization: { id: supplier.id } } };
  for (const person of [supplier.viewer, organizer.viewer])
    expect(await person.client.ok(node, { id: registration.id })).toEqual(seen);
  const rival = await anOrganization(app);
  expect(await rival.owner.client.ok(node, { id: registration.id })).toEqual({ node: null });
  const list = `query ($eventId: ID!) { eventRegistrations(eventId: $eventId) { edges { node { id } } } }`;
  expect((await rival.owner.client.refused(list, { eventId: event.id })).extensions.code).toBe('FORBIDDEN');
  expect(await organizer.viewer.client.ok(list, { eventId: event.id })).toEqual({
    eventRegistrations: {
      edges: [{ node: { id: registrationId((await registrationsOf(app, event.key))[0]!.id) } }],
    },
  });
});
