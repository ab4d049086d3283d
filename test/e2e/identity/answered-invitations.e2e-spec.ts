import { MemberRole } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aPhone,
  clockOf,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import {
  ACCEPT,
  BY_TOKEN,
  DECLINE,
  INVITE,
  MINE,
  RESEND,
  rolesOf,
  send,
  tokenSentTo,
} from './invitations.spec-support.js';

const DAY = 86_400_000;

describe('invitations answered by the invited', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  let organization: { key: string; id: string };
  let owner: TestPerson & { memberId: string };
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  beforeEach(async () => {
    organization = await anOrganizationRow(app);
    owner = await aMember(app, organization.key, MemberRole.OWNER);
  });
  afterAll(() => app?.close());

  const invite = (identifier: string, role = 'EDITOR', more: object = {}, client = owner.client) =>
    send(client, INVITE, { actingOrganizationId: organization.id, identifier, role, ...more });

  it('are found among one’s own and accepted', async () => {
    const person = await aPerson(app);
    const { invitation } = await invite(person.phone, 'VIEWER');
    expect(await person.client.ok(MINE)).toEqual({
      myInvitations: [
        {
          id: invitation!.id,
          role: 'VIEWER',
          organizationId: organization.id,
          invitedIdentifier: person.phone,
          invitedBy: { name: '陈薇' },
        },
      ],
    });
    expect(await send(person.client, ACCEPT, { invitationId: invitation!.id })).toEqual({
      __typename: 'MemberJoinedPayload',
      member: { role: 'VIEWER', organizationId: organization.id },
    });
    expect(await rolesOf(person)).toEqual(['VIEWER']);
    expect(await person.client.ok(MINE)).toEqual({ myInvitations: [] });
  });

  it('by link may be accepted by whoever holds it, and show the number to the invited only', async () => {
    const phone = aPhone();
    await invite(phone);
    const token = await tokenSentTo(app, phone);
    const shown = {
      state: 'PENDING',
      role: 'EDITOR',
      invitedIdentifier: null,
      invitedBy: { name: '陈薇' },
    };
    expect(await app.asGuest().ok(BY_TOKEN, { token })).toEqual({ invitationByToken: shown });
    const person = await aPerson(app);
    expect(await send(person.client, ACCEPT, { token })).toMatchObject({
      __typename: 'MemberJoinedPayload',
    });
    expect(await rolesOf(person)).toEqual(['EDITOR']);
    expect(
      await app.asGuest().ok(BY_TOKEN, { token: token.replace(/.$/, token.endsWith('A') ? 'B' : 'A') }),
    ).toEqual({ invitationByToken: null });
  });

  it('are accepted once, even twice at once', async () => {
    const phone = aPhone();
    await invite(phone);
    const token = await tokenSentTo(app, phone);
    const persons = [await aPerson(app), await aPerson(app)];
    const atOnce = await Promise.all(persons.map(({ client }) => send(client, ACCEPT, { token })));
    expect(atOnce.map(({ __typename }) => __typename).sort()).toEqual([
      'InvitationClosedError',
      'MemberJoinedPayload',
    ]);
    expect((await Promise.all(persons.map(rolesOf))).flat()).toEqual(['EDITOR']);
    expect(await send(persons[0]!.client, ACCEPT, { token })).toEqual({
      __typename: 'InvitationClosedError',
      code: 'INVITATION_ACCEPTED',
    });
  });

  it('do not change the role of a member', async () => {
    const phone = aPhone();
    await invite(phone, 'OWNER');
    const member = await aMember(app, organization.key, MemberRole.VIEWER);
    expect(await send(member.client, ACCEPT, { token: await tokenSentTo(app, phone) })).toMatchObject({
      code: 'ALREADY_MEMBER',
    });
    expect(await rolesOf(member)).toEqual(['VIEWER']);
  });

  it('can be declined', async () => {
    const person = await aPerson(app);
    const { invitation } = await invite(person.phone);
    expect(await send(person.client, DECLINE, { invitationId: invitation!.id })).toMatchObject({
      invitation: { state: 'DECLINED' },
    });
    expect(await send(person.client, ACCEPT, { invitationId: invitation!.id })).toMatchObject({
      code: 'INVITATION_DECLINED',
    });
    expect(await rolesOf(person)).toEqual([]);
  });

  it('are nobody else’s by id', async () => {
    const { invitation } = await invite(aPhone());
    const stranger = await aPerson(app);
    for (const answer of [ACCEPT, DECLINE]) {
      const error = await stranger.client.refused(answer, { input: { invitationId: invitation!.id } });
      expect(error.extensions.code).toBe('NOT_FOUND');
    }
    expect(await stranger.client.ok(MINE)).toEqual({ myInvitations: [] });
  });

  it('are named by link or id, not both or neither', async () => {
    const person = await aPerson(app);
    const { invitation } = await invite(person.phone);
    for (const input of [{}, { token: 'x', invitationId: invitation!.id }]) {
      expect((await person.client.refused(ACCEPT, { input })).extensions.reason).toBe('INVITATION_REFERENCE');
    }
  });

  it('are for whoever is signed in', async () => {
    expect((await app.asGuest().refused(ACCEPT, { input: { token: 'x' } })).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await app.asGuest().refused(MINE)).extensions.code).toBe('UNAUTHENTICATED');
  });

  it('expire after two weeks; sent again, only the new link works', async () => {
    const person = await aPerson(app);
    const { invitation } = await invite(person.phone);
    const oldToken = await tokenSentTo(app, person.phone);
    clock.advance(14 * DAY);
    expect(await person.client.ok(MINE)).toEqual({ myInvitations: [] });
    expect(await send(person.client, ACCEPT, { token: oldToken })).toEqual({
      __typename: 'InvitationClosedError',
      code: 'INVITATION_EXPIRED',
    });
    expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({
      invitation: { state: 'PENDING' },
    });
    expect((await person.client.refused(ACCEPT, { input: { token: oldToken } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    expect(await send(person.client, ACCEPT, { token: await tokenSentTo(app, person.phone) })).toMatchObject({
      __typename: 'MemberJoinedPayload',
    });
  });

  it('that expired make room for a new one', async () => {
    const phone = aPhone();
    const { invitation } = await invite(phone);
    clock.advance(14 * DAY);
    expect(await invite(phone, 'VIEWER')).toMatchObject({ __typename: 'InvitationPayload' });
    expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({
      code: 'INVITATION_EXPIRED',
    });
  });
});
