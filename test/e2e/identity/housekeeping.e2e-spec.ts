import { Transactions } from '@app/database';
import { IdentityHousekeeping, MemberRole, MessageSender, parseIdentifier } from '@app/identity';
import { Clock } from '@app/kernel';
import { MessageCleaningJob } from '@app/notifications';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aPhone,
  clockOf,
  messagesTo,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;
const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }`;
const DAY = 86_400_000;

describe('housekeeping', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  afterAll(() => app?.close());

  const count = async (table: string) =>
    (await app.get(Transactions).query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
  const counts = async () => ({
    sessions: await count('user_session'),
    codes: await count('one_time_code'),
    attempts: await count('attempt_counter'),
    invitations: await count('invitation'),
  });

  it('removes what has ended and nothing else', async () => {
    const organization = await anOrganizationRow(app);
    const owner = await aMember(app, organization.key, MemberRole.OWNER);
    await app.asGuest().ok(REQUEST_CODE, { input: { identifier: aPhone(), purpose: 'REGISTER' } });
    const input = { actingOrganizationId: organization.id, identifier: aPhone(), role: 'VIEWER' };
    await owner.client.ok(INVITE, { input });
    const before = await counts();
    expect(before).toMatchObject({ sessions: 1, codes: 1, invitations: 1 });
    await app.get(IdentityHousekeeping).handle();
    expect(await counts()).toEqual(before);
    clock.advance(DAY + 1);
    await app.get(IdentityHousekeeping).handle();
    expect(await counts()).toEqual({ sessions: 1, codes: 0, attempts: 0, invitations: 1 });
    clock.advance(30 * DAY);
    const fresh = await aPerson(app);
    await app.get(IdentityHousekeeping).handle();
    expect(await counts()).toEqual({ sessions: 1, codes: 0, attempts: 0, invitations: 1 });
    expect(await fresh.client.ok('{ me { id } }')).toEqual({ me: { id: fresh.id } });
    clock.advance(74 * DAY);
    await app.get(IdentityHousekeeping).handle();
    expect((await counts()).invitations).toBe(0);
  });

  it('removes messages that could not leave in time', async () => {
    const [late, waiting] = [aPhone(), aPhone()];
    const order = (phone: string, minutes: number) =>
      app.get(Transactions).run(() =>
        app.get(MessageSender).send({
          to: parseIdentifier(phone),
          template: 'MESSAGE_SIGN_IN_CODE',
          params: { code: '123456', minutes: 10 },
          locale: 'zh',
          uselessAfter: new Date(app.get(Clock).now().getTime() + minutes * 60_000),
        }),
      );
    await order(late, 10);
    await order(waiting, 20);
    clock.advance(15 * 60_000);
    await app.get(MessageCleaningJob).handle();
    expect([(await messagesTo(app, late)).length, (await messagesTo(app, waiting)).length]).toEqual([0, 1]);
  });

  it('takes no order for a message without sentences', async () => {
    const send = app.get(Transactions).run(() =>
      app.get(MessageSender).send({
        to: parseIdentifier(aPhone()),
        template: 'MESSAGE_NOBODY_WROTE',
        params: {},
        locale: 'zh',
        uselessAfter: new Date(),
      }),
    );
    await expect(send).rejects.toThrow('MESSAGE_NOBODY_WROTE');
  });
});
