import { AuditLog } from '@app/audit';
import { PlatformStaffService, Users } from '@app/identity';
import { aPerson } from '../../../../test/support/builders/identity.js';
import { createTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { StaffList } from './staff.command.js';

describe('the staff command', () => {
  let app: TestApp;
  let list: StaffList;

  beforeAll(async () => {
    app = await createTestApp();
    list = new StaffList(app.get(Users), app.get(PlatformStaffService));
  });
  afterAll(() => app?.close());

  const audited = async (subjectId: string) =>
    (await app.get(AuditLog).pageEntries({ subjectId }, { first: 10 })).edges.map(({ node }) => [
      node.action,
      node.actorId,
    ]);

  it('grants by mobile number, however it is written, with effect on open sessions', async () => {
    const { phone, client, user } = await aPerson(app, { name: '周立' });
    const staffOnly = '{ auditLog(first: 1) { edges { node { action } } } }';
    expect((await client.refused(staffOnly)).extensions.code).toBe('FORBIDDEN');
    expect(await list.carryOut('grant', ` ${phone.slice(3, 6)}-${phone.slice(6)}`)).toBe(
      '周立 belongs to the platform’s staff now, from the next request on.',
    );
    await client.ok(staffOnly);
    expect(await audited(user.id)).toEqual([['STAFF_GRANTED', null]]);
  });

  it('grants and revokes by e-mail, each once, however often it is said', async () => {
    const { user, client } = await aPerson(app, { name: '吴敏', email: 'wu.min@example.com' });
    const told = [];
    for (const action of ['revoke', 'grant', 'grant', 'revoke', 'revoke'] as const)
      told.push(await list.carryOut(action, 'Wu.Min@Example.com'));
    expect(told).toEqual([
      '吴敏 does not belong to the platform’s staff: nothing changed.',
      '吴敏 belongs to the platform’s staff now, from the next request on.',
      '吴敏 belongs to the platform’s staff already: nothing changed.',
      '吴敏 does not belong to the platform’s staff any more, from the next request on.',
      '吴敏 does not belong to the platform’s staff: nothing changed.',
    ]);
    expect((await audited(user.id)).sort()).toEqual([
      ['STAFF_GRANTED', null],
      ['STAFF_REVOKED', null],
    ]);
    const refused = await client.refused('{ auditLog(first: 1) { edges { node { action } } } }');
    expect(refused.extensions.code).toBe('FORBIDDEN');
  });

  it('lists who belongs to the staff', async () => {
    const { phone, user } = await aPerson(app, { name: '郑爽' });
    await list.carryOut('grant', phone);
    expect(await list.carryOut('list', undefined)).toMatch(new RegExp(`^郑爽 +${user.id} +\\d{4}-`, 'm'));
  });

  it.each([
    [
      'nobody@example.com',
      'Nobody is registered with nobody@example.com: the person registers at the portal first.',
    ],
    ['12345', '“12345” is neither a mobile number nor an e-mail address.'],
    [undefined, 'Say whom: staff grant NUMBER-OR-ADDRESS.'],
  ])('refuses %s with one sentence and changes nothing', async (typed, sentence) => {
    const before = await app.get(PlatformStaffService).listStaff();
    await expect(list.carryOut('grant', typed)).rejects.toThrow(new Error(sentence));
    expect(await app.get(PlatformStaffService).listStaff()).toEqual(before);
  });
});
