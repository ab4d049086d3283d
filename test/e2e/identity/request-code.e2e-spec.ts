import { Transactions } from '@app/database';
import { aPerson, aPhone, clockOf, codeSentTo, messagesTo } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REQUEST_CODE = `mutation ($input: RequestCodeInput!) {
  requestCode(input: $input) {
    __typename
    ... on CodeSentPayload { resendAfterSeconds expiresAt }
    ... on TooManyAttemptsError { code message retryAfterSeconds }
  }
}`;

interface Answer {
  requestCode: {
    __typename: string;
    resendAfterSeconds?: number;
    expiresAt?: string;
    retryAfterSeconds?: number;
    message?: string;
  };
}

describe('requestCode', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  afterAll(() => app?.close());

  const ask = async (identifier: string, purpose: string) =>
    (await app.asGuest().ok<Answer>(REQUEST_CODE, { input: { identifier, purpose } })).requestCode;

  it.each([
    ['REGISTER', 'MESSAGE_ACCOUNT_EXISTS', 'MESSAGE_REGISTER_CODE'],
    ['SIGN_IN', 'MESSAGE_SIGN_IN_CODE', 'MESSAGE_NO_ACCOUNT'],
    ['RESET_PASSWORD', 'MESSAGE_RESET_CODE', 'MESSAGE_NO_ACCOUNT'],
  ])(
    '%s answers alike for known and unknown numbers; only the holder reads the difference',
    async (purpose, known, unknown) => {
      const { phone } = await aPerson(app);
      const stranger = aPhone();
      const [first, second] = [await ask(phone, purpose), await ask(stranger, purpose)];
      const shape = ({ expiresAt, ...rest }: Answer['requestCode']) => ({ ...rest, lasts: typeof expiresAt });
      expect(shape(first)).toEqual({
        __typename: 'CodeSentPayload',
        resendAfterSeconds: 60,
        lasts: 'string',
      });
      expect(shape(second)).toEqual(shape(first));
      expect((await messagesTo(app, phone)).map((m) => m.template)).toEqual([known]);
      expect((await messagesTo(app, stranger)).map((m) => m.template)).toEqual([unknown]);
    },
  );

  it('tells a code only where it can be of use', async () => {
    const { phone } = await aPerson(app);
    await ask(phone, 'REGISTER');
    expect((await messagesTo(app, phone))[0]!.params).toEqual({});
    await ask(phone, 'SIGN_IN');
    expect(await codeSentTo(app, phone)).toMatch(/^\d{6}$/);
  });

  it('writes in the receiver’s language when known, else in the caller’s; by SMS or e-mail', async () => {
    const { phone } = await aPerson(app, { locale: 'en' });
    await ask(phone, 'SIGN_IN');
    expect((await messagesTo(app, phone))[0]).toMatchObject({ locale: 'en', channel: 'SMS' });
    const input = { identifier: 'Neu@Example.com', purpose: 'REGISTER' };
    await app.asGuest().in('en').ok(REQUEST_CODE, { input });
    expect((await messagesTo(app, 'neu@example.com'))[0]).toMatchObject({ locale: 'en', channel: 'EMAIL' });
  });

  it('keeps the code out of the job queue, and its hash is slow', async () => {
    const phone = aPhone();
    await ask(phone, 'REGISTER');
    const code = await codeSentTo(app, phone);
    const database = app.get(Transactions);
    const jobs = await database.query<{ data: unknown }>(
      `select data from pgboss.job where name = 'notifications.deliver-message'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify(jobs)).not.toContain(phone);
    expect(jobs.every(({ data }) => Object.keys(data as object).join() === 'messageId')).toBe(true);
    const [kept] = await database.query<{ hash: string }>(
      'select code_hash as hash from one_time_code where value = $1',
      [phone],
    );
    expect(kept!.hash).toMatch(/^\$argon2id\$/);
    expect(kept!.hash).not.toContain(code);
  });

  it('makes the caller wait a minute for the next one, known or not', async () => {
    const { phone } = await aPerson(app);
    for (const identifier of [phone, aPhone()]) {
      await ask(identifier, 'SIGN_IN');
      const again = await ask(identifier, 'SIGN_IN');
      expect(again).toMatchObject({
        __typename: 'TooManyAttemptsError',
        message: '尝试次数过多，请在 1 分钟后再试。',
      });
      expect(again.retryAfterSeconds).toBeLessThanOrEqual(60);
      expect(await messagesTo(app, identifier)).toHaveLength(1);
    }
  });

  it('sends five an hour and no more, even at once', async () => {
    const phone = aPhone();
    for (let i = 0; i < 5; i++) {
      const atOnce = await Promise.all([ask(phone, 'REGISTER'), ask(phone, 'REGISTER')]);
      expect(atOnce.map((a) => a.__typename).sort()).toEqual(['CodeSentPayload', 'TooManyAttemptsError']);
      clock.advance(61_000);
    }
    expect(await ask(phone, 'REGISTER')).toMatchObject({ __typename: 'TooManyAttemptsError' });
    expect(await messagesTo(app, phone)).toHaveLength(5);
    clock.advance(3_600_000);
    expect(await ask(phone, 'REGISTER')).toMatchObject({ __typename: 'CodeSentPayload' });
  });

  it('refuses what is neither a number nor an address, in the reader’s language', async () => {
    const input = { identifier: '0571-8888888', purpose: 'REGISTER' };
    const zh = await app.asGuest().refused(REQUEST_CODE, { input });
    expect(zh.extensions).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'INVALID_IDENTIFIER',
      fields: ['input.identifier'],
    });
    expect(zh.message).toBe('请输入有效的手机号码或邮箱地址。');
    expect((await app.asGuest().in('en').refused(REQUEST_CODE, { input })).message).toMatch(
      /valid mobile number/,
    );
  });
});
