import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { MemberRole, PlatformStaffService } from '@app/identity';
import { encodeGlobalId, newId } from '@app/kernel';
import { aMember, anOrganizationRow, aPerson, aStaffMember } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const LOG = `query ($first: Int!, $after: String, $subjectId: ID, $actorId: ID, $action: String) {
  auditLog(first: $first, after: $after, subjectId: $subjectId, actorId: $actorId, action: $action) {
    edges { node { id position at action subjectType subjectId hash actor { name } details { name value } } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

interface Log {
  auditLog: {
    edges: { node: { position: number; action: string; actor: { name: string } | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

describe('platform staff and the audit log', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.close());

  it('staff rights come and go with the next request, and both are logged', async () => {
    const person = await aPerson(app);
    const service = app.get(PlatformStaffService);
    const isStaff = () => person.client.ok('{ me { staff } }');
    expect(await isStaff()).toEqual({ me: { staff: false } });
    expect([await service.grantStaff(person.user.id), await service.grantStaff(person.user.id)]).toEqual([
      true,
      false,
    ]);
    expect(await isStaff()).toEqual({ me: { staff: true } });
    expect((await service.listStaff()).map(({ userId }) => userId)).toContain(person.user.id);
    expect([await service.revokeStaff(person.user.id), await service.revokeStaff(person.user.id)]).toEqual([
      true,
      false,
    ]);
    expect(await isStaff()).toEqual({ me: { staff: false } });
    const { edges } = await app.get(AuditLog).pageEntries({ subjectId: person.user.id }, { first: 5 });
    expect(edges.map(({ node }) => node.action)).toEqual(['STAFF_REVOKED', 'STAFF_GRANTED']);
  });

  it('the log is for staff only', async () => {
    expect((await app.asGuest().refused(LOG, { first: 1 })).extensions.code).toBe('UNAUTHENTICATED');
    const owner = await aMember(app, (await anOrganizationRow(app)).key, MemberRole.OWNER);
    expect((await owner.client.refused(LOG, { first: 1 })).extensions.code).toBe('FORBIDDEN');
  });

  it('the log is read page by page and by filter', async () => {
    const staff = await aStaffMember(app);
    const organization = await anOrganizationRow(app);
    const owner = await aMember(app, organization.key, MemberRole.OWNER);
    const member = await aMember(app, organization.key, MemberRole.VIEWER);
    const change = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }`;
    const input = { actingOrganizationId: organization.id, memberId: member.memberId, role: 'EDITOR' };
    await owner.client.ok(change, { input });
    const bySubject = (await staff.client.ok<Log>(LOG, { first: 1, subjectId: organization.id })).auditLog;
    expect(bySubject).toMatchObject({
      edges: [
        {
          node: {
            action: 'MEMBER_ROLE_CHANGED',
            subjectType: 'Organization',
            subjectId: organization.id,
            actor: { name: '陈薇' },
            details: expect.arrayContaining([
              { name: 'from', value: 'VIEWER' },
              { name: 'to', value: 'EDITOR' },
            ]),
            hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        },
      ],
      pageInfo: { hasNextPage: true },
      totalCount: 2,
    });
    const after = bySubject.pageInfo.endCursor;
    const rest = (await staff.client.ok<Log>(LOG, { first: 5, after, subjectId: organization.id })).auditLog;
    expect(rest.edges.map(({ node }) => node.action)).toEqual(['OWNER_GRANTED']);
    const byActor = (
      await staff.client.ok<Log>(LOG, { first: 5, actorId: owner.id, action: 'MEMBER_ROLE_CHANGED' })
    ).auditLog;
    expect(byActor.totalCount).toBe(1);
    const byOperator = (await staff.client.ok<Log>(LOG, { first: 5, subjectId: staff.id })).auditLog;
    expect(byOperator.edges).toMatchObject([{ node: { action: 'STAFF_GRANTED', actor: null } }]);
    const nothing = (
      await staff.client.ok<Log>(LOG, { first: 5, subjectId: encodeGlobalId('Organization', newId()) })
    ).auditLog;
    expect(nothing).toMatchObject({ edges: [], totalCount: 0 });
  });

  it('reading the log takes the same number of statements for one entry and for many', async () => {
    const staff = await aStaffMember(app);
    for (let i = 0; i < 5; i++) await aMember(app, (await anOrganizationRow(app)).key, MemberRole.OWNER);
    const read = (first: number) => staff.client.ok<Log>(LOG, { first, action: 'OWNER_GRANTED' });
    const [few, many] = [
      await app.statements.during(() => read(1)),
      await app.statements.during(() => read(5)),
    ];
    expect(many.result.auditLog.edges).toHaveLength(5);
    // The viewer, the page, its total, and the persons in it.
    expect([few.statements.length, many.statements.length]).toEqual([4, 4]);
  });

  it('the log names persons and organizations, as many as there are at once, and is narrowed to a time', async () => {
    const NAMED = `query ($first: Int!, $subjectId: ID, $since: DateTime, $until: DateTime) {
      auditLog(first: $first, action: "MEMBER_ROLE_CHANGED", subjectId: $subjectId, since: $since, until: $until) {
        edges { node { at
          subject { __typename ... on Organization { name } }
          details { name value node { __typename ... on User { name } } } } } } }`;
    interface Named {
      auditLog: { edges: { node: { at: string; subject: object | null; details: object[] } }[] };
    }
    const staff = await aStaffMember(app);
    const organizations = [await anOrganizationRow(app), await anOrganizationRow(app)];
    for (const organization of organizations) {
      const owner = await aMember(app, organization.key, MemberRole.OWNER);
      const member = await aMember(app, organization.key, MemberRole.VIEWER);
      const change = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }`;
      const input = { actingOrganizationId: organization.id, memberId: member.memberId, role: 'EDITOR' };
      await owner.client.ok(change, { input });
    }
    const read = async (variables: object) =>
      (await staff.client.ok<Named>(NAMED, { first: 5, ...variables })).auditLog.edges.map(
        ({ node }) => node,
      );
    const subjectId = organizations[0]!.id;
    const [entry, ...more] = await read({ subjectId });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      subject: { __typename: 'Organization', name: expect.any(String) },
      details: expect.arrayContaining([
        expect.objectContaining({ name: 'user', node: { __typename: 'User', name: '陈薇' } }),
        { name: 'to', value: 'EDITOR', node: null },
      ]) as object[],
    });
    expect(await read({ subjectId, since: entry!.at })).toHaveLength(1);
    expect(await read({ subjectId, until: entry!.at })).toEqual([]);
    const counted = async (first: number) =>
      (await app.statements.during(() => read({ first }))).statements.length;
    expect(await counted(2)).toBe(await counted(1));
  });

  describe('the chain', () => {
    const record = (action: string) =>
      app
        .get(Transactions)
        .run(() =>
          app.get(AuditLog).record({ actorId: null, action, subjectType: 'User', subjectId: newId() }),
        );

    it('stays whole when many record at once, without a gap', async () => {
      const before = await app.get(AuditLog).verifyChain();
      await Promise.all(Array.from({ length: 8 }, (_, i) => record(`SPEC_${i}`)));
      const after = await app.get(AuditLog).verifyChain();
      expect(after).toMatchObject({ intact: true, entries: before.entries + 8, brokenAt: null });
      expect(after.head).not.toBe(before.head);
    });

    it('leaves no entry of what was rolled back', async () => {
      const before = await app.get(AuditLog).verifyChain();
      const failing = app.get(Transactions).run(async () => {
        await record('SPEC_LOST');
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      expect(await app.get(AuditLog).verifyChain()).toEqual(before);
    });

    it('takes no entry outside of a transaction', async () => {
      const lonely = app
        .get(AuditLog)
        .record({ actorId: null, action: 'SPEC', subjectType: 'User', subjectId: newId() });
      await expect(lonely).rejects.toThrow('outside of a transaction');
    });

    it.each([
      ['update audit_entry set action = $$NOTHING$$'],
      ['delete from audit_entry'],
      ['truncate audit_entry'],
    ])('is append-only: %s is refused', async (statement) => {
      await record('SPEC');
      await expect(app.get(Transactions).query(statement)).rejects.toThrow('append-only');
    });

    it('shows where somebody with all rights has changed it', async () => {
      await record('SPEC_A');
      await record('SPEC_B');
      const { entries } = await app.get(AuditLog).verifyChain();
      const transactions = app.get(Transactions);
      let verdict: object | undefined;
      const tampering = transactions.run(async () => {
        await transactions.query('alter table audit_entry disable trigger user');
        await transactions.query('update audit_entry set action = $2 where position = $1', [
          entries - 1,
          'SPEC_FORGED',
        ]);
        verdict = await app.get(AuditLog).verifyChain();
        throw new Error('back to the truth');
      });
      await expect(tampering).rejects.toThrow('back to the truth');
      expect(verdict).toMatchObject({ intact: false, brokenAt: entries - 1 });
    });
  });
});
