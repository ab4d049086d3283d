import ICAL from 'ical.js';
import { anAdmission, aRegistration, registrationId } from '../../support/builders/event-registrations.js';
import { anEvent, anEventDraft, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aPerson } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}Input!) { ${name}(input: $input) { __typename } }`;
const UPDATE = mutation('updateMatchmakingEvent', 'UpdateMatchmakingEvent');
const CANCEL = mutation('cancelMatchmakingEvent', 'CancelMatchmakingEvent');
const WITHDRAW = mutation('withdrawFromEvent', 'WithdrawFromEvent');
const CREATE = 'mutation { createCalendarFeed { url feed { createdAt } } }';
const REVOKE = 'mutation { revokeCalendarFeed { feed { createdAt } } }';

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

interface Fetched {
  status: number;
  type: string | null;
  events: {
    uid: string;
    sequence: number;
    status: string;
    summary: string;
    startsAt: string;
    zone: string;
  }[];
}

/** Fetches a calendar as a calendar program does and reads it with another library. */
async function fetched(path: string): Promise<Fetched> {
  const response = await fetch(new URL(new URL(path, app.url).pathname, app.url));
  const text = await response.text();
  const head = { status: response.status, type: response.headers.get('content-type') };
  if (!response.ok) return { ...head, events: [] };
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, summary, startDate } = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    return {
      uid,
      sequence,
      summary,
      status,
      startsAt: startDate.toJSDate().toISOString(),
      zone: startDate.zone.tzid,
    };
  });
  return { ...head, events };
}
const ofEvent = ({ id }: TestEvent) => fetched(`/calendar/events/${id}.ics`);
const change = (operation: string, event: TestEvent, more: object) =>
  organizer.editor.client.ok(operation, {
    input: { actingOrganizationId: organizer.id, eventId: event.id, ...more },
  });

it('an event’s calendar follows update, move over the border of summer time, and cancellation', async () => {
  const event = await anEvent(app, organizer.key);
  const seen = [await ofEvent(event)];
  const berlin = (day: string) => ({ zone: 'Europe/Berlin', starts: `${day}T09:00`, ends: `${day}T17:00` });
  await change(UPDATE, event, { expectedVersion: 1, title: '改名的对接会', schedule: berlin('2027-03-27') });
  seen.push(await ofEvent(event));
  await change(UPDATE, event, { expectedVersion: 2, schedule: berlin('2027-03-29') });
  seen.push(await ofEvent(event));
  await change(CANCEL, event, { reason: '场地维修' });
  seen.push(await ofEvent(event));
  expect(seen.every(({ status, type }) => status === 200 && type?.startsWith('text/calendar'))).toBe(true);
  const entries = seen.map(({ events }) => events[0]!);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(entries.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(entries.slice(1).map(({ startsAt, zone }) => [startsAt, zone])).toEqual([
    ['2027-03-27T08:00:00.000Z', 'Europe/Berlin'],
    ['2027-03-29T07:00:00.000Z', 'Europe/Berlin'],
    ['2027-03-29T07:00:00.000Z', 'Europe/Berlin'],
  ]);
});

it('drafts have no calendar; an organizer’s has all that was announced', async () => {
  const house = await anOrganization(app);
  const draft = await anEventDraft(app, house.key);
  const event = await anEvent(app, house.key, { title: '论坛' });
  const together = await anEvent(app, organizer.key, { title: '联合主办' }, { coOrganizerIds: [house.key] });
  expect((await ofEvent(draft)).status).toBe(404);
  const { eventCalendarUrl } = (
    await app
      .asGuest()
      .ok<{ organization: { eventCalendarUrl: string } }>(
        'query ($id: ID!) { organization(id: $id) { eventCalendarUrl } }',
        { id: house.id },
      )
  ).organization;
  const { events } = await fetched(eventCalendarUrl);
  expect(events.map(({ summary }) => summary).sort()).toEqual([event.title, together.title].sort());
  for (const path of [
    '/calendar/events/x.ics',
    `/calendar/organizers/${event.id}.ics`,
    `/calendar/events/${event.id}`,
  ])
    expect((await fetched(path)).status).toBe(404);
});

it('a person’s calendar has what the person takes part in, until it is withdrawn; a new address voids the old', async () => {
  const house = await anOrganization(app);
  const event = await anEvent(app, organizer.key);
  await anAdmission(app, event.key);
  const key = await aRegistration(app, event.key, {
    organizationId: house.key,
    userId: house.viewer.user.id,
  });
  const create = async () =>
    (await house.viewer.client.ok<{ createCalendarFeed: { url: string } }>(CREATE)).createCalendarFeed.url;
  const url = await create();
  const [before] = (await fetched(url)).events;
  expect(before).toMatchObject({ summary: event.title, status: 'CONFIRMED' });
  const input = { actingOrganizationId: house.id, registrationId: registrationId(key) };
  await house.editor.client.ok(WITHDRAW, { input });
  const [after] = (await fetched(url)).events;
  expect(after).toMatchObject({ uid: before!.uid, status: 'CANCELLED' });
  expect(after!.sequence).toBeGreaterThan(before!.sequence);
  const other = await create();
  expect([(await fetched(url)).status, (await fetched(other)).status]).toEqual([404, 200]);
  await house.viewer.client.ok(REVOKE);
  await house.viewer.client.ok(REVOKE);
  expect((await fetched(other)).status).toBe(404);
  const nobody = await aPerson(app);
  expect(await nobody.client.ok('{ myCalendarFeed { createdAt } }')).toEqual({ myCalendarFeed: null });
});
