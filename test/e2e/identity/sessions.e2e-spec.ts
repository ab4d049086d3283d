import { Transactions } from '@app/database';
import { MemberRole, Sessions } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  clockOf,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const ME = '{ me { id } }';
const SESSIONS = '{ me { sessions { id address current createdAt lastSeenAt expiresAt } } }';
const END = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { endedSessions } }';
const DAY = 86_400_000;

interface SessionRow {
  id: string;
  address: string;
  current: boolean;
  expiresAt: string;
}

describe('sessions', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  afterAll(() => app?.close());

  const another = async (person: TestPerson) =>
    app.withToken((await app.get(Sessions).openSession(person.user.id, '203.0.113.9')).token);
  const sessionsOf = async (person: Pick<TestPerson, 'client'>) =>
    (await person.client.ok<{ me: { sessions: SessionRow[] } }>(SESSIONS)).me.sessions;

  it('lists the viewer’s own, and says which one is at work', async () => {
    const person = await aPerson(app);
    await another(person);
    const sessions = await sessionsOf(person);
    expect(sessions.map(({ address, current }) => ({ address, current }))).toEqual(
      expect.arrayContaining([
        { address: '203.0.113.1', current: true },
        { address: '203.0.113.9', current: false },
      ]),
    );
    expect(sessions).toHaveLength(2);
  });

  it('end at once when ended one by one', async () => {
    const person = await aPerson(app);
    const elsewhere = await another(person);
    const target = (await sessionsOf(person)).find(({ current }) => !current)!;
    expect(await person.client.ok(END, { input: { sessionId: target.id } })).toEqual({
      endSession: { endedSessions: 1 },
    });
    expect(await elsewhere.ok(ME)).toEqual({ me: null });
    expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
  });

  it('are not ended by strangers, not even staff', async () => {
    const person = await aPerson(app);
    const [own] = await sessionsOf(person);
    for (const other of [await aPerson(app), await aPerson(app, { staff: true })]) {
      const error = await other.client.refused(END, { input: { sessionId: own!.id } });
      expect(error.extensions.code).toBe('NOT_FOUND');
    }
    const guest = await app.asGuest().refused(END, { input: { sessionId: own!.id } });
    expect(guest.extensions.code).toBe('UNAUTHENTICATED');
    expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
  });

  it('signOut ends this one only, and for a guest nothing', async () => {
    const person = await aPerson(app);
    const elsewhere = await another(person);
    const signOut = 'mutation { signOut { endedSessions } }';
    expect(await person.client.ok(signOut)).toEqual({ signOut: { endedSessions: 1 } });
    expect(await person.client.ok(ME)).toEqual({ me: null });
    expect(await elsewhere.ok(ME)).toEqual({ me: { id: person.id } });
    expect(await app.asGuest().ok(signOut)).toEqual({ signOut: { endedSessions: 0 } });
  });

  it('signOutEverywhere ends all, and nobody else’s', async () => {
    const [person, other] = [await aPerson(app), await aPerson(app)];
    const elsewhere = await another(person);
    const everywhere = 'mutation { signOutEverywhere { endedSessions } }';
    expect(await person.client.ok(everywhere)).toEqual({ signOutEverywhere: { endedSessions: 2 } });
    expect(await elsewhere.ok(ME)).toEqual({ me: null });
    expect(await other.client.ok(ME)).toEqual({ me: { id: other.id } });
    expect((await app.asGuest().refused(everywhere)).extensions.code).toBe('UNAUTHENTICATED');
  });

  it('last while they are used, and no longer than half a year', async () => {
    const person = await aPerson(app);
    clock.advance(29 * DAY);
    expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
    clock.advance(29 * DAY);
    expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
    clock.advance(30 * DAY);
    expect(await person.client.ok(ME)).toEqual({ me: null });
    const steady = await aPerson(app);
    for (let days = 0; days < 175; days += 25) {
      expect(await steady.client.ok(ME)).toEqual({ me: { id: steady.id } });
      clock.advance(25 * DAY);
    }
    expect(await steady.client.ok(ME)).toEqual({ me: { id: steady.id } });
    clock.advance(6 * DAY);
    expect(await steady.client.ok(ME)).toEqual({ me: null });
  });

  it('name their viewer, memberships and all, in one statement', async () => {
    const organization = await anOrganizationRow(app);
    const member = await aMember(app, organization.key, MemberRole.EDITOR);
    const { statements } = await app.statements.during(() => member.client.ok('{ __typename }'));
    expect(statements).toHaveLength(1);
    const guest = await app.statements.during(() => app.asGuest().ok('{ __typename }'));
    expect(guest.statements).toHaveLength(0);
    const junk = await app.statements.during(() => app.withToken('nonsense').ok('{ __typename }'));
    expect(junk.statements).toHaveLength(0);
  });

  it('write no more than once an hour', async () => {
    const person = await aPerson(app);
    const seen = async () =>
      (
        await app
          .get(Transactions)
          .query<{ at: Date }>('select last_seen_at as at from user_session where user_id = $1', [
            person.user.id,
          ])
      )[0]!.at;
    const opened = await seen();
    await person.client.ok(ME);
    expect(await seen()).toEqual(opened);
    clock.advance(3_600_001);
    await person.client.ok(ME);
    expect((await seen()).getTime()).toBeGreaterThan(opened.getTime());
  });
});
