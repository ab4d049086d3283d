import {
  anEvent,
  anEventDraft,
  storedEvent,
  type TestEvent,
} from '../../support/builders/matchmaking-events.js';
import { anOrganization, auditedAbout, type TestOrganization } from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const named = (verb: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) { __typename ... on UserError { code } } }`;
const INVITE = named('InviteCoOrganizer');
const ANSWER = named('AnswerCoOrganizerInvitation');
const REMOVE = named('RemoveCoOrganizer');
const UPDATE = named('UpdateMatchmakingEvent');
const CANCEL = named('CancelMatchmakingEvent');
const EVENT = `query ($id: ID!) { matchmakingEvent(id: $id) { coOrganizers { id } invitedCoOrganizers { id } } }`;

let app: TestApp;
let organizer: TestOrganization;
let partner: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  partner = await anOrganization(app);
});
afterAll(() => app.close());

async function run(client: GraphqlClient, mutation: string, input: object): Promise<{ __typename: string }> {
  return (await client.ok<{ result: { __typename: string } }>(mutation, { input })).result;
}
const invite = (event: TestEvent) =>
  run(organizer.editor.client, INVITE, {
    actingOrganizationId: organizer.id,
    eventId: event.id,
    organizationId: partner.id,
  });
const answer = (event: TestEvent, accept: boolean) =>
  run(partner.editor.client, ANSWER, { actingOrganizationId: partner.id, eventId: event.id, accept });

it('who is asked sees the draft, joins, and changes the event; asking and joining twice are once', async () => {
  const event = await anEventDraft(app, organizer.key);
  expect(await partner.owner.client.ok(EVENT, { id: event.id })).toEqual({ matchmakingEvent: null });
  await invite(event);
  await invite(event);
  expect(await partner.viewer.client.ok(EVENT, { id: event.id })).toEqual({
    matchmakingEvent: { coOrganizers: [], invitedCoOrganizers: [{ id: partner.id }] },
  });
  await answer(event, true);
  await answer(event, true);
  expect(await storedEvent(app, event.key)).toMatchObject({
    coOrganizerIds: [partner.key],
    invitedCoOrganizerIds: [],
    version: 3,
  });
  const input = {
    actingOrganizationId: partner.id,
    eventId: event.id,
    expectedVersion: 3,
    title: '联合主办对接会',
  };
  expect((await run(partner.editor.client, UPDATE, input)).__typename).toBe('UpdateMatchmakingEventPayload');
  expect(await auditedAbout(app, event.key)).toEqual(['CO_ORGANIZER_INVITED', 'CO_ORGANIZER_JOINED']);
});

it('before it has joined it changes nothing, and it never calls the event off', async () => {
  const event = await anEvent(app, organizer.key);
  await invite(event);
  const change = {
    actingOrganizationId: partner.id,
    eventId: event.id,
    expectedVersion: 2,
    title: '他人改的',
  };
  expect((await partner.editor.client.refused(UPDATE, { input: change })).extensions.code).toBe('FORBIDDEN');
  await answer(event, true);
  const off = { actingOrganizationId: partner.id, eventId: event.id, reason: '他人取消' };
  expect((await partner.owner.client.refused(CANCEL, { input: off })).extensions.code).toBe('FORBIDDEN');
  expect(await storedEvent(app, event.key)).toMatchObject({ title: event.title, decidedState: 'PUBLISHED' });
});

it('a no, and a taken back question, leave nothing to join', async () => {
  const event = await anEvent(app, organizer.key);
  await invite(event);
  await answer(event, false);
  expect(await answer(event, true)).toEqual({
    __typename: 'CoOrganizerNotInvitedError',
    code: 'CO_ORGANIZER_NOT_INVITED',
  });
  await invite(event);
  const back = { actingOrganizationId: organizer.id, eventId: event.id, organizationId: partner.id };
  await run(organizer.owner.client, REMOVE, back);
  expect((await answer(event, true)).__typename).toBe('CoOrganizerNotInvitedError');
  expect(await storedEvent(app, event.key)).toMatchObject({ coOrganizerIds: [], invitedCoOrganizerIds: [] });
});

it('a co-organizer leaves by itself; another cannot send it away', async () => {
  const event = await anEvent(app, organizer.key, {}, { coOrganizerIds: [partner.key] });
  const rival = await anOrganization(app);
  const away = { actingOrganizationId: rival.id, eventId: event.id, organizationId: partner.id };
  expect((await rival.owner.client.refused(REMOVE, { input: away })).extensions.code).toBe('FORBIDDEN');
  const own = { actingOrganizationId: partner.id, eventId: event.id, organizationId: partner.id };
  await run(partner.owner.client, REMOVE, own);
  expect(await storedEvent(app, event.key)).toMatchObject({ coOrganizerIds: [] });
});
