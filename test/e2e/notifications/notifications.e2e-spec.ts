import { Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import { type Notice, NotificationCleaningJob, NotificationKind, Notifier } from '@app/notifications';
import { aMember, aPerson, aStaffMember, messagesTo } from '../../support/builders/identity.js';
import {
  ALL,
  NOTIFICATIONS,
  notificationsOf,
  storedNotifications,
} from '../../support/builders/notifications.js';
import { anOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const MARK = `mutation ($input: MarkNotificationsReadInput!) { answer: markNotificationsRead(input: $input) {
  ... on MarkNotificationsReadPayload { markedCount unreadCount } } }`;
const PREFER = `mutation ($input: UpdateNotificationPreferencesInput!) { answer: updateNotificationPreferences(input: $input) {
  ... on UpdateNotificationPreferencesPayload { preferences { kind channel wanted } } } }`;
const PREFERENCES = `{ me { notificationPreferences { kind channel wanted } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { id __typename } }`;

let app: TestApp;
let reasons = 0;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** Tells a person something; gives the global id, or null when the person was told before. */
async function tell(userId: string, more: Partial<Notice> = {}): Promise<void> {
  await app.get(Notifier).notifyUsers({
    userIds: [userId],
    kind: NotificationKind.CLAIM_DECIDED,
    code: 'NOTICE_CLAIM_APPROVED',
    words: { organization: { zh: '临安铸造', en: 'Lin’an Castings' } },
    origin: `test:${++reasons}`,
    ...more,
  });
}

async function personWith(count: number) {
  const person = await aPerson(app);
  for (let i = 0; i < count; i++) await tell(person.user.id);
  const ids = (await storedNotifications(app, person.user.id)).map(({ id }) =>
    encodeGlobalId('Notification', id),
  );
  return { ...person, ids };
}

it('come newest first, page by page, in statements that do not depend on their number', async () => {
  const person = await personWith(7);
  const newest = [...person.ids].reverse();
  expect((await notificationsOf(person.client)).map(({ id }) => id)).toEqual(newest);
  const { result, statements } = await app.statements.during(() =>
    person.client.ok<{
      me: { unreadCount: number; notifications: { pageInfo: { endCursor: string; hasNextPage: boolean } } };
    }>(NOTIFICATIONS, { ...ALL, first: 3 }),
  );
  // The session, the person, the page, the number of unread.
  expect(statements).toHaveLength(4);
  expect(result.me.unreadCount).toBe(7);
  expect(result.me.notifications.pageInfo.hasNextPage).toBe(true);
  const { me } = await person.client.ok<{
    me: { notifications: { edges: { node: { id: string } }[]; pageInfo: object } };
  }>(NOTIFICATIONS, { ...ALL, first: 10, after: result.me.notifications.pageInfo.endCursor });
  expect(me.notifications.edges.map(({ node }) => node.id)).toEqual(newest.slice(3));
});

it('are read one by one, or all up to one; nobody reads those of others', async () => {
  const person = await personWith(4);
  const other = await personWith(1);
  expect(await person.client.ok(MARK, { input: { notificationIds: [person.ids[2], other.ids[0]] } })).toEqual(
    { answer: { markedCount: 1, unreadCount: 3 } },
  );
  expect(await storedNotifications(app, other.user.id)).toMatchObject([{ readAt: null }]);
  expect((await notificationsOf(person.client, { unreadOnly: true })).map(({ id }) => id)).toEqual([
    person.ids[3],
    person.ids[1],
    person.ids[0],
  ]);
  expect(await person.client.ok(MARK, { input: { upToId: person.ids[1] } })).toEqual({
    answer: { markedCount: 2, unreadCount: 1 },
  });
  expect(await person.client.ok(MARK, { input: { upToId: person.ids[1] } })).toEqual({
    answer: { markedCount: 0, unreadCount: 1 },
  });
  expect(await person.client.refused(MARK, { input: {} })).toMatchObject({
    extensions: { reason: 'NOTIFICATIONS_NAMED_ONE_WAY' },
  });
});

it('are for the receiver only', async () => {
  const person = await personWith(1);
  const [id] = person.ids;
  expect(await person.client.ok(NODE, { id })).toEqual({ node: { id, __typename: 'Notification' } });
  for (const client of [app.asGuest(), (await aPerson(app)).client, (await aStaffMember(app)).client])
    expect(await client.ok(NODE, { id })).toEqual({ node: null });
  const seen = `query ($id: ID!) { node(id: $id) { ... on User { unreadCount
    notifications { edges { node { id } } } notificationPreferences { kind } } } }`;
  expect(await (await aStaffMember(app)).client.ok(seen, { id: person.id })).toEqual({
    node: { unreadCount: null, notifications: null, notificationPreferences: null },
  });
  for (const [document, input] of [
    [MARK, { notificationIds: [id] }],
    [PREFER, { preferences: [{ kind: 'NEED_ENDED', channel: 'SMS', wanted: true }] }],
  ] as const)
    expect(await app.asGuest().refused(document, { input })).toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  expect(await storedNotifications(app, person.user.id)).toMatchObject([{ readAt: null }]);
});

it('as a member are gone for whoever is no member any more', async () => {
  const organization = await anOrganization(app);
  const person = await aMember(app, organization.key, MemberRole.EDITOR);
  await tell(person.user.id, { organizationId: organization.key });
  await tell(person.user.id);
  expect(await notificationsOf(person.client)).toHaveLength(2);
  await app.get(Transactions).query('delete from organization_member where user_id = $1', [person.user.id]);
  expect(await notificationsOf(person.client)).toHaveLength(1);
  const { me } = await person.client.ok<{ me: { unreadCount: number } }>('{ me { unreadCount } }');
  expect(me.unreadCount).toBe(1);
  await app.get(Memberships).addMember(organization.key, person.user.id, MemberRole.VIEWER);
  expect(await notificationsOf(person.client)).toHaveLength(2);
});

it('tell once for one reason, whoever asks how often, also at the same time', async () => {
  const person = await aPerson(app);
  await Promise.all(Array.from({ length: 5 }, () => tell(person.user.id, { origin: 'event:same' })));
  expect(await storedNotifications(app, person.user.id)).toHaveLength(1);
  expect(await messagesTo(app, person.phone)).toHaveLength(1);
});

it('go by the ways that the person wants', async () => {
  const person = await aPerson(app, { email: `wishes${Date.now()}@example.com`, locale: 'en' });
  const email = `wishes`;
  await tell(person.user.id);
  const mails = async () =>
    app
      .get(Transactions)
      .query<{ recipient: string }>(`select recipient from outgoing_message where recipient like $1`, [
        `${email}%`,
      ]);
  expect(await mails()).toHaveLength(1);
  expect(await messagesTo(app, person.phone)).toMatchObject([
    { params: { organization: 'Lin’an Castings', link: expect.stringContaining('http') as string } },
  ]);
  const preferences = [
    { kind: 'CLAIM_DECIDED', channel: 'SMS', wanted: false },
    { kind: 'CLAIM_DECIDED', channel: 'EMAIL', wanted: false },
    { kind: 'CLAIM_DECIDED', channel: 'IN_APP', wanted: true },
    { kind: 'CLAIM_DECIDED', channel: 'IN_APP', wanted: false },
  ];
  const { answer } = await person.client.ok<{ answer: { preferences: object[] } }>(PREFER, {
    input: { preferences },
  });
  expect(answer.preferences).toEqual(
    expect.arrayContaining([preferences[0], preferences[1], preferences[3]]),
  );
  expect(answer.preferences).toHaveLength(Object.keys(NotificationKind).length * 3);
  expect(await person.client.ok(PREFERENCES)).toEqual({
    me: { notificationPreferences: answer.preferences },
  });
  await tell(person.user.id, { origin: 'event:unwanted' });
  expect(await notificationsOf(person.client)).toHaveLength(1);
  expect(await mails()).toHaveLength(1);
  expect(await messagesTo(app, person.phone)).toHaveLength(1);
  // Wanting it again does not dig up what was ordered meanwhile.
  await person.client.ok(PREFER, {
    input: { preferences: preferences.map((wish) => ({ ...wish, wanted: true })) },
  });
  await tell(person.user.id, { origin: 'event:unwanted' });
  expect(await storedNotifications(app, person.user.id)).toHaveLength(2);
  expect(await messagesTo(app, person.phone)).toHaveLength(1);
});

it('a notice that nobody declared is a fault, and tells nobody', async () => {
  const person = await aPerson(app);
  await expect(tell(person.user.id, { code: 'NOTICE_UNHEARD_OF' })).rejects.toThrow('no sentences');
  expect(await storedNotifications(app, person.user.id)).toEqual([]);
});

it('are kept a quarter after reading, and a year in any case', async () => {
  const person = await personWith(4);
  const rows = await storedNotifications(app, person.user.id);
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const set = (i: number, created: number, read: number | null) =>
    app
      .get(Transactions)
      .query('update notification set created_at = $2, read_at = $3 where id = $1', [
        rows[i]!.id,
        ago(created),
        read === null ? null : ago(read),
      ]);
  await set(0, 100, 91);
  await set(1, 100, 89);
  await set(2, 366, null);
  await set(3, 364, null);
  await app.get(NotificationCleaningJob).handle();
  expect((await storedNotifications(app, person.user.id)).map(({ id }) => id)).toEqual([
    rows[1]!.id,
    rows[3]!.id,
  ]);
});
