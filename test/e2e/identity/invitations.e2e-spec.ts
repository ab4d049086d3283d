import { MemberRole } from '@app/identity';
import { Transactions } from '@app/database';
import { aMember, anOrganizationRow, aPerson, aPhone, clockOf, messagesTo, type TestPerson } from '../../support/builders/identity.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const INVITATION = 'invitation { id state role invitedIdentifier }';
const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
const RESEND = `mutation ($input: ResendInvitationInput!) {
  resendInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
const REVOKE = `mutation ($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on MemberJoinedPayload { member { role organizationId } } ... on UserError { code } }
}`;
const DECLINE = `mutation ($input: DeclineInvitationInput!) {
  declineInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
const MINE = '{ myInvitations { id role organizationId invitedIdentifier invitedBy { name } } }';
const SENT = `query ($id: ID!, $after: String) {
  organizationInvitations(organizationId: $id, first: 2, after: $after) {
    edges { node { id state } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;
const BY_TOKEN = 'query ($token: String!) { invitationByToken(token: $token) { state role invitedIdentifier invitedBy { name } } }';
const DAY = 86_400_000;

interface Outcome {
  __typename: string;
  code?: string;
  invitation?: { id: string; state: string };
}

describe('invitations', () => {
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

  const send = async (client: GraphqlClient, query: string, input: object): Promise<Outcome> =>
    Object.values(await client.ok<Record<string, Outcome>>(query, { input }))[0]!;
  const invite = (identifier: string, role = 'EDITOR', more: object = {}, client = owner.client) =>
    send(client, INVITE, { actingOrganizationId: organization.id, identifier, role, ...more });
  const tokenSentTo = async (identifier: string) =>
    String((await messagesTo(app, identifier)).filter((m) => m.template === 'MESSAGE_INVITATION').at(-1)!.params['link']).split('/').pop()!;
  const rolesOf = async (person: TestPerson) =>
    (await person.client.ok<{ me: { memberships: { role: string }[] } }>('{ me { memberships { role } } }')).me.memberships.map(({ role }) => role);

  describe('sent by an owner', () => {
    it('reach the invited with a link, and the database keeps no token', async () => {
      const phone = aPhone();
      expect(await invite(phone)).toEqual({
        __typename: 'InvitationPayload',
        invitation: { id: expect.any(String), state: 'PENDING', role: 'EDITOR', invitedIdentifier: phone },
      });
      const [message] = await messagesTo(app, phone);
      expect(message).toMatchObject({ channel: 'SMS', template: 'MESSAGE_INVITATION', params: { days: 14 } });
      expect(String(message!.params['organization'])).toContain('链桥测试企业');
      const token = await tokenSentTo(phone);
      expect(token).toMatch(/^[\w-]{43}$/);
      const rows = await app.get(Transactions).query('select * from invitation where organization_id = $1', [organization.key]);
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it('are one per number, even when sent twice at once', async () => {
      const phone = aPhone();
      const atOnce = await Promise.all([invite(phone), invite(phone)]);
      expect(atOnce.map(({ __typename }) => __typename).sort()).toEqual(['AlreadyInvitedError', 'InvitationPayload']);
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
      expect(await invite(member.phone)).toEqual({ __typename: 'AlreadyMemberError', code: 'ALREADY_MEMBER' });
      expect(await messagesTo(app, member.phone)).toEqual([]);
    });

    it('do not pester: after ten a day nobody can write to a number', async () => {
      const phone = aPhone();
      const first = await invite(phone);
      for (let i = 0; i < 9; i++) {
        expect(await send(owner.client, RESEND, { invitationId: first.invitation!.id })).toMatchObject({ __typename: 'InvitationPayload' });
      }
      expect(await send(owner.client, RESEND, { invitationId: first.invitation!.id })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
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
      const client = { editor: editor.client, stranger: (await aPerson(app)).client, guest: app.asGuest() }[who]!;
      const input = { actingOrganizationId: organization.id, identifier: aPhone(), role: 'OWNER' };
      expect((await client.refused(INVITE, { input })).extensions.code).toBe(code);
      expect((await client.refused(SENT, { id: organization.id })).extensions.code).toBe(code);
      const hidden = who === 'guest' ? 'UNAUTHENTICATED' : 'NOT_FOUND';
      expect((await client.refused(REVOKE, { input: { invitationId: invitation!.id } })).extensions.code).toBe(hidden);
      expect((await client.refused(RESEND, { input: { invitationId: invitation!.id } })).extensions.code).toBe(hidden);
      expect(await messagesTo(app, phone)).toHaveLength(1);
    });

    it('are listed page by page, newest first', async () => {
      const phones = [aPhone(), aPhone(), aPhone()];
      const ids: string[] = [];
      for (const phone of phones) ids.unshift((await invite(phone)).invitation!.id);
      interface Page {
        organizationInvitations: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string }; totalCount: number };
      }
      const first = (await owner.client.ok<Page>(SENT, { id: organization.id })).organizationInvitations;
      const after = first.pageInfo.endCursor;
      const second = (await owner.client.ok<Page>(SENT, { id: organization.id, after })).organizationInvitations;
      expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
      expect([first.totalCount, first.pageInfo, second.pageInfo]).toMatchObject([3, { hasNextPage: true }, { hasNextPage: false }]);
    });

    it('can be taken back', async () => {
      const phone = aPhone();
      const { invitation } = await invite(phone);
      const token = await tokenSentTo(phone);
      expect(await send(owner.client, REVOKE, { invitationId: invitation!.id })).toMatchObject({ invitation: { state: 'REVOKED' } });
      const person = await aPerson(app);
      expect(await send(person.client, ACCEPT, { token })).toEqual({ __typename: 'InvitationClosedError', code: 'INVITATION_REVOKED' });
      expect(await rolesOf(person)).toEqual([]);
      expect(await send(owner.client, REVOKE, { invitationId: invitation!.id })).toMatchObject({ code: 'INVITATION_REVOKED' });
      expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({ code: 'INVITATION_REVOKED' });
      expect(await invite(phone)).toMatchObject({ __typename: 'InvitationPayload' });
    });

    it('fall with the owner who sent them', async () => {
      const second = await aMember(app, organization.key, MemberRole.OWNER);
      const phone = aPhone();
      await invite(phone, 'OWNER', {}, second.client);
      const token = await tokenSentTo(phone);
      const remove = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }';
      await owner.client.ok(remove, { input: { actingOrganizationId: organization.id, memberId: second.memberId } });
      expect(await send(second.client, ACCEPT, { token })).toMatchObject({ code: 'INVITATION_REVOKED' });
      expect(await rolesOf(second)).toEqual([]);
    });
  });

  describe('answered by the invited', () => {
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
      const token = await tokenSentTo(phone);
      const shown = { state: 'PENDING', role: 'EDITOR', invitedIdentifier: null, invitedBy: { name: '陈薇' } };
      expect(await app.asGuest().ok(BY_TOKEN, { token })).toEqual({ invitationByToken: shown });
      const person = await aPerson(app);
      expect(await send(person.client, ACCEPT, { token })).toMatchObject({ __typename: 'MemberJoinedPayload' });
      expect(await rolesOf(person)).toEqual(['EDITOR']);
      expect(await app.asGuest().ok(BY_TOKEN, { token: token.replace(/.$/, token.endsWith('A') ? 'B' : 'A') })).toEqual({ invitationByToken: null });
    });

    it('are accepted once, even twice at once', async () => {
      const phone = aPhone();
      await invite(phone);
      const token = await tokenSentTo(phone);
      const persons = [await aPerson(app), await aPerson(app)];
      const atOnce = await Promise.all(persons.map(({ client }) => send(client, ACCEPT, { token })));
      expect(atOnce.map(({ __typename }) => __typename).sort()).toEqual(['InvitationClosedError', 'MemberJoinedPayload']);
      expect((await Promise.all(persons.map(rolesOf))).flat()).toEqual(['EDITOR']);
      expect(await send(persons[0]!.client, ACCEPT, { token })).toEqual({ __typename: 'InvitationClosedError', code: 'INVITATION_ACCEPTED' });
    });

    it('do not change the role of a member', async () => {
      const phone = aPhone();
      await invite(phone, 'OWNER');
      const member = await aMember(app, organization.key, MemberRole.VIEWER);
      expect(await send(member.client, ACCEPT, { token: await tokenSentTo(phone) })).toMatchObject({ code: 'ALREADY_MEMBER' });
      expect(await rolesOf(member)).toEqual(['VIEWER']);
    });

    it('can be declined', async () => {
      const person = await aPerson(app);
      const { invitation } = await invite(person.phone);
      expect(await send(person.client, DECLINE, { invitationId: invitation!.id })).toMatchObject({ invitation: { state: 'DECLINED' } });
      expect(await send(person.client, ACCEPT, { invitationId: invitation!.id })).toMatchObject({ code: 'INVITATION_DECLINED' });
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
      expect((await app.asGuest().refused(ACCEPT, { input: { token: 'x' } })).extensions.code).toBe('UNAUTHENTICATED');
      expect((await app.asGuest().refused(MINE)).extensions.code).toBe('UNAUTHENTICATED');
    });

    it('expire after two weeks; sent again, only the new link works', async () => {
      const person = await aPerson(app);
      const { invitation } = await invite(person.phone);
      const oldToken = await tokenSentTo(person.phone);
      clock.advance(14 * DAY);
      expect(await person.client.ok(MINE)).toEqual({ myInvitations: [] });
      expect(await send(person.client, ACCEPT, { token: oldToken })).toEqual({ __typename: 'InvitationClosedError', code: 'INVITATION_EXPIRED' });
      expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({ invitation: { state: 'PENDING' } });
      expect((await person.client.refused(ACCEPT, { input: { token: oldToken } })).extensions.code).toBe('NOT_FOUND');
      expect(await send(person.client, ACCEPT, { token: await tokenSentTo(person.phone) })).toMatchObject({ __typename: 'MemberJoinedPayload' });
    });

    it('that expired make room for a new one', async () => {
      const phone = aPhone();
      const { invitation } = await invite(phone);
      clock.advance(14 * DAY);
      expect(await invite(phone, 'VIEWER')).toMatchObject({ __typename: 'InvitationPayload' });
      expect(await send(owner.client, RESEND, { invitationId: invitation!.id })).toMatchObject({ code: 'INVITATION_EXPIRED' });
    });
  });
});
