import { Transactions } from '@app/database';
import { MemberRole, Memberships } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aPhone,
  messagesTo,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import {
  ACCEPT,
  INVITE,
  RESEND,
  REVOKE,
  SENT,
  rolesOf,
  send,
  tokenSentTo,
} from './invitations.spec-support.js';

describe('invitations sent by an owner', () => {
  let app: TestApp;
  let organization: { key: string; id: string };
  let owner: TestPerson & { memberId: string };
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    organization = await anOrganizationRow(app);
    owner = await aMember(app, organization.key, MemberRole.OWNER);
  });
  afterAll(() => app?.close());

  const invite = (identifier: string, role = 'EDITOR', more: object = {}, client = owner.client) =>
    send(client, INVITE, { actingOrganizationId: organization.id, identifier, role, ...more });

  it('reach the invited with a link, and the database keeps no token', async () => {
    const phone = aPhone();
    expect(await invite(phone)).toEqual({
      __typename: 'InvitationPayload',
      invitation: { id: expect.any(String), state: 'PENDING', role: 'EDITOR', invitedIdentifier: phone },
    });
    const [message] = await messagesTo(app, phone);
    expect(message).toMatchObject({ channel: 'SMS', template: 'MESSAGE_INVITATION', params: { days: 14 } });
    expect(String(message!.params['organization'])).toContain('链桥测试企业');
    const token = await tokenSentTo(app, phone);
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await app
      .get(Transactions)
      .query('select * from invitation where organization_id = $1', [organization.key]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('are one per number, even when sent twice at once', async () => {
    const phone = aPhone();
    const atOnce = await Promise.all([invite(phone), invite(phone)]);
    expect(atOnce.map(({ __typename }) => __typename).sort()).toEqual([
      'AlreadyInvitedError',
      'InvitationPayload',
    ]);
    expect(await invite(phone)).toEqual({ __typename: 'AlreadyInvitedError', code: 'ALREADY_INVITED' });
    expect(await messagesTo(app, phone)).toHaveLength(1);
  });

  it('are made once under a clientMutationId', async () => {
    const phone = aPhone();
    const first = await invite(phone, 'EDITOR', { clientMutationId: 'retry-1' });
    const second = await invite(phone, 'EDITOR', { clientMutationId: 'retry-1' });
    expect(second).toEqual(first);
    expect(await messagesTo(app, phone)).toHaveLength(1);
  });

  it('are not sent to members', async () => {
    const member = await aMember(app, organization.key, MemberRole.VIEWER);
    expect(await invite(member.phone)).toEqual({
      __typename: 'AlreadyMemberError',
      code: 'ALREADY_MEMBER',
    });
    expect(await messagesTo(app, member.phone)).toEqual([]);
  });

  it('do not pester: after ten a day nobody can write to a number', async () => {
    const phone = aPhone();
    const first = await invite(phone);
    for (let i = 0; i < 9; i++) {
      expect(await send(owner.client, RESEND, { invitationId: first.invitation!.id })).toMatchObject({
        __typename: 'InvitationPayload',
      });
    }
    expect(await send(owner.client, RESEND, { invitationId: first.invitation!.id })).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
    expect(await messagesTo(app, phone)).toHaveLength(10);
  });

  it.each([
    ['editor', 'FORBIDDEN'],
    ['stranger', 'NOT_FOUND'],
    ['guest', 'UNAUTHENTICATED'],
  ])('are not sent, seen or taken back by a %s', async (who, code) => {
    const phone = aPhone();
    const { invitation } = await invite(phone);
    const editor = await aMember(app, organization.key, MemberRole.EDITOR);
    const client = { editor: editor.client, stranger: (await aPerson(app)).client, guest: app.asGuest() }[
      who
    ]!;
    const input = { actingOrganizationId: organization.id, identifier: aPhone(), role: 'OWNER' };
    expect((await client.refused(INVITE, { input })).extensions.code).toBe(code);
    expect((await client.refused(SENT, { id: organization.id })).extensions.code).toBe(code);
    const hidden = who === 'guest' ? 'UNAUTHENTICATED' : 'NOT_FOUND';
    expect((await client.refused(REVOKE, { input: { invitationId: invitation!.id } })).extensions.code).toBe(
      hidden,
    );
    expect((await client.refused(RESEND, { input: { invitationId: invitation!.id } })).extensions.code).toBe(
      hidden,
    );
    expect(await messagesTo(app, phone)).toHaveLength(1);
  });

  it('are fifty a day of one person, for however many organizations', async () => {
    const other = await anOrganizationRow(app);
    await app.get(Memberships).grantOwner(other.key, owner.user.id);
    const kinds: string[] = [];
    for (let i = 0; i < 51; i++) {
      const actingOrganizationId = [organization.id, other.id][i % 2];
      kinds.push((await invite(aPhone(), 'VIEWER', { actingOrganizationId })).__typename);
    }
    expect(new Set(kinds.slice(0, 50))).toEqual(new Set(['InvitationPayload']));
    expect(kinds[50]).toBe('TooManyAttemptsError');
  });

  it('are listed page by page, newest first', async () => {
    const phones = [aPhone(), aPhone(), aPhone()];
    const ids: string[] = [];
    for (const phone of phones) ids.unshift((await invite(phone)).invitation!.id);
    interface Page {
      organizationInvitations: {
        edges: { node: { id: string } }[];
        pageInfo: { endCursor: string };
        totalCount: number;
      };
    }
    const first = (await owner.client.ok<Page>(SENT, { id: organization.id })).organizationInvitations;
    const after = first.pageInfo.endCursor;
    const second = (await owner.client.ok<Page>(SENT, { id: organization.id, after }))
      .organizationInvitations;
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
    expect([first.totalCount, first.pageInfo, second.pageInfo]).toMatchObject([
      3,
      { hasNextPage: true },
      { hasNextPage: false },
    ]);
  });

  it('can be taken back', async () => {
    const phone = aPhone();
    const { invitation } = await invite(phone);
    const token = await tokenSentTo(app, phone);
    expect(await send(owner.client, REVOKE, { invitationId: invitation!.id })).toMatchObject({
      invitation: { state: 'REVOKED' },
    });
    const person = await aPerson(app);
    expect(await send(person.client, ACCEPT, { token })).toEqual({
      __typename: 'InvitationClosedError',
      code: 'INVITATION_REVOKED',
    });
    expect(await rolesOf(person)).toEqual([]);
    expect(await send(owner.client, REVOKE, { invitationId: invitation!.id })).toMatchObject({
      code: 'INVITATION_REVOKED',
    });
    expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({
      code: 'INVITATION_REVOKED',
    });
    expect(await invite(phone)).toMatchObject({ __typename: 'InvitationPayload' });
  });

  it('fall with the owner who sent them', async () => {
    const second = await aMember(app, organization.key, MemberRole.OWNER);
    const phone = aPhone();
    await invite(phone, 'OWNER', {}, second.client);
    const token = await tokenSentTo(app, phone);
    const remove = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }';
    await owner.client.ok(remove, {
      input: { actingOrganizationId: organization.id, memberId: second.memberId },
    });
    expect(await send(second.client, ACCEPT, { token })).toMatchObject({ code: 'INVITATION_REVOKED' });
    expect(await rolesOf(second)).toEqual([]);
  });
});
