import { AuditLog } from '@app/audit';
import { MemberRole } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aStaffMember,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) {
  changeMemberRole(input: $input) { __typename ... on MemberRoleChangedPayload { member { id role } } ... on UserError { code message } }
}`;
const REMOVE = `mutation ($input: RemoveMemberInput!) {
  removeMember(input: $input) { __typename ... on MemberRemovedPayload { removedMemberId } ... on UserError { code } }
}`;
const LEAVE = `mutation ($input: LeaveOrganizationInput!) {
  leaveOrganization(input: $input) { __typename ... on UserError { code } }
}`;

type Outcome = Record<string, unknown> & { __typename: string };

describe('members of an organization', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.close());

  const changeRole = async (by: TestPerson, organizationId: string, memberId: string, role: MemberRole) =>
    (
      await by.client.ok<{ changeMemberRole: Outcome }>(CHANGE_ROLE, {
        input: { actingOrganizationId: organizationId, memberId, role },
      })
    ).changeMemberRole;
  const remove = async (by: TestPerson, organizationId: string, memberId: string) =>
    (
      await by.client.ok<{ removeMember: Outcome }>(REMOVE, {
        input: { actingOrganizationId: organizationId, memberId },
      })
    ).removeMember;
  const leave = async (who: TestPerson, organizationId: string) =>
    (await who.client.ok<{ leaveOrganization: Outcome }>(LEAVE, { input: { organizationId } }))
      .leaveOrganization;
  const rolesOf = async (person: TestPerson) =>
    (
      await person.client.ok<{ me: { memberships: { role: string }[] } }>('{ me { memberships { role } } }')
    ).me.memberships.map(({ role }) => role);
  const log = async (key: string) =>
    (await app.get(AuditLog).pageEntries({ subjectId: key }, { first: 10 })).edges.map(({ node }) =>
      `${node.action} ${Object.entries(node.ids)
        .filter(([k]) => k !== 'user')
        .map(([k, v]) => `${k}=${v}`)
        .sort()
        .join(' ')}`.trim(),
    );

  it('get another role from an owner, which is logged', async () => {
    const organization = await anOrganizationRow(app);
    const owner = await aMember(app, organization.key, MemberRole.OWNER);
    const member = await aMember(app, organization.key, MemberRole.VIEWER);
    expect(await changeRole(owner, organization.id, member.memberId, MemberRole.EDITOR)).toEqual({
      __typename: 'MemberRoleChangedPayload',
      member: { id: member.memberId, role: 'EDITOR' },
    });
    expect(await rolesOf(member)).toEqual(['EDITOR']);
    expect(await log(organization.key)).toEqual([
      'MEMBER_ROLE_CHANGED from=VIEWER to=EDITOR',
      'OWNER_GRANTED',
    ]);
  });

  it('are removed by an owner and have no power from then on', async () => {
    const organization = await anOrganizationRow(app);
    const owner = await aMember(app, organization.key, MemberRole.OWNER);
    const second = await aMember(app, organization.key, MemberRole.OWNER);
    expect(await remove(owner, organization.id, second.memberId)).toEqual({
      __typename: 'MemberRemovedPayload',
      removedMemberId: second.memberId,
    });
    expect(await rolesOf(second)).toEqual([]);
    const input = { actingOrganizationId: organization.id, memberId: owner.memberId };
    expect((await second.client.refused(REMOVE, { input })).extensions.code).toBe('NOT_FOUND');
  });

  it.each([
    ['an editor', 'FORBIDDEN'],
    ['a viewer', 'FORBIDDEN'],
    ['another organization’s owner', 'NOT_FOUND'],
    ['a stranger', 'NOT_FOUND'],
    ['a guest', 'UNAUTHENTICATED'],
  ])('are not managed by %s', async (who, code) => {
    const organization = await anOrganizationRow(app);
    await aMember(app, organization.key, MemberRole.OWNER);
    const target = await aMember(app, organization.key, MemberRole.VIEWER);
    const clients = {
      'an editor': async () => (await aMember(app, organization.key, MemberRole.EDITOR)).client,
      'a viewer': async () => (await aMember(app, organization.key, MemberRole.VIEWER)).client,
      'another organization’s owner': async () =>
        (await aMember(app, (await anOrganizationRow(app)).key, MemberRole.OWNER)).client,
      'a stranger': async () => (await aPerson(app)).client,
      'a guest': async () => app.asGuest(),
    };
    const client = await clients[who as keyof typeof clients]();
    const input = { actingOrganizationId: organization.id, memberId: target.memberId };
    expect((await client.refused(CHANGE_ROLE, { input: { ...input, role: 'OWNER' } })).extensions.code).toBe(
      code,
    );
    expect((await client.refused(REMOVE, { input })).extensions.code).toBe(code);
    expect(await rolesOf(target)).toEqual(['VIEWER']);
  });

  it('are not managed by an owner in the name of another organization', async () => {
    const [own, foreign] = [await anOrganizationRow(app), await anOrganizationRow(app)];
    const owner = await aMember(app, own.key, MemberRole.OWNER);
    const target = await aMember(app, foreign.key, MemberRole.VIEWER);
    const input = { actingOrganizationId: own.id, memberId: target.memberId };
    expect((await owner.client.refused(REMOVE, { input })).extensions.code).toBe('NOT_FOUND');
    expect(await rolesOf(target)).toEqual(['VIEWER']);
  });

  it('are managed by staff, where the last owner has gone', async () => {
    const organization = await anOrganizationRow(app);
    const member = await aMember(app, organization.key, MemberRole.EDITOR);
    const staff = await aStaffMember(app);
    expect(await changeRole(staff, organization.id, member.memberId, MemberRole.OWNER)).toMatchObject({
      member: { role: 'OWNER' },
    });
  });

  it('leave as they like', async () => {
    const organization = await anOrganizationRow(app);
    const member = await aMember(app, organization.key, MemberRole.EDITOR);
    expect(await leave(member, organization.id)).toEqual({ __typename: 'MemberRemovedPayload' });
    expect(await rolesOf(member)).toEqual([]);
    const input = { organizationId: organization.id };
    expect((await member.client.refused(LEAVE, { input })).extensions.code).toBe('NOT_FOUND');
  });

  describe('the last owner', () => {
    it('neither leaves, nor is removed, nor takes another role', async () => {
      const organization = await anOrganizationRow(app);
      const owner = await aMember(app, organization.key, MemberRole.OWNER);
      await aMember(app, organization.key, MemberRole.EDITOR);
      expect(await leave(owner, organization.id)).toEqual({
        __typename: 'LastOwnerError',
        code: 'LAST_OWNER',
      });
      expect(await remove(owner, organization.id, owner.memberId)).toEqual({
        __typename: 'LastOwnerError',
        code: 'LAST_OWNER',
      });
      expect(await changeRole(owner, organization.id, owner.memberId, MemberRole.EDITOR)).toEqual({
        __typename: 'LastOwnerError',
        code: 'LAST_OWNER',
        message: '企业至少需要一位负责人：请先指定其他负责人。',
      });
      expect(await rolesOf(owner)).toEqual(['OWNER']);
    });

    it('of two who leave at once, one stays', async () => {
      const organization = await anOrganizationRow(app);
      const owners = [
        await aMember(app, organization.key, MemberRole.OWNER),
        await aMember(app, organization.key, MemberRole.OWNER),
      ];
      const outcomes = await Promise.all(owners.map((owner) => leave(owner, organization.id)));
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
        'LastOwnerError',
        'MemberRemovedPayload',
      ]);
      expect((await Promise.all(owners.map(rolesOf))).flat()).toEqual(['OWNER']);
    });

    it('of two who demote one another at once, one stays an owner', async () => {
      const organization = await anOrganizationRow(app);
      const [a, b] = [
        await aMember(app, organization.key, MemberRole.OWNER),
        await aMember(app, organization.key, MemberRole.OWNER),
      ];
      const demote = (by: TestPerson, memberId: string) =>
        by.client.send<{ changeMemberRole: Outcome }>(CHANGE_ROLE, {
          input: { actingOrganizationId: organization.id, memberId, role: 'VIEWER' },
        });
      const answers = await Promise.all([demote(a, b.memberId), demote(b, a.memberId)]);
      expect(
        answers.filter(({ data }) => data?.changeMemberRole.__typename === 'MemberRoleChangedPayload'),
      ).toHaveLength(1);
      expect(answers.flatMap(({ errors }) => errors.map((e) => e.extensions.code))).toEqual(['FORBIDDEN']);
      expect([...(await rolesOf(a)), ...(await rolesOf(b))].sort()).toEqual(['OWNER', 'VIEWER']);
    });
  });
});
