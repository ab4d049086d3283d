import { Transactions } from '@app/database';
import { hashToken } from '@app/identity';
import {
  aPerson,
  aPhone,
  clockOf,
  codeSentTo,
  PASSWORD,
  wrongCode,
} from '../../support/builders/identity.js';
import { BrowserClient } from '../../support/browser-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedInPayload { token user { name } }
    ... on UserError { code message fields }
    ... on TooManyAttemptsError { retryAfterSeconds }
  }
}`;
const SIGN_IN_WITH_CODE = `mutation ($input: SignInWithCodeInput!) {
  signInWithCode(input: $input) { __typename ... on SignedInPayload { token } ... on UserError { code } }
}`;
const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;

interface Answer {
  __typename: string;
  token?: string;
  code?: string;
  retryAfterSeconds?: number;
}

describe('signIn', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  afterAll(() => app?.close());

  const signIn = async (identifier: string, password: string) =>
    (await app.asGuest().ok<{ signIn: Answer }>(SIGN_IN, { input: { identifier, password } })).signIn;

  it('opens a session for the right password, however the number is written', async () => {
    const { phone } = await aPerson(app, { name: '李工' });
    for (const written of [
      phone,
      phone.slice(3),
      `${phone.slice(3, 6)} ${phone.slice(6, 10)} ${phone.slice(10)}`,
    ]) {
      const answer = await signIn(written, PASSWORD);
      expect(answer).toMatchObject({ __typename: 'SignedInPayload', user: { name: '李工' } });
      expect(await app.withToken(answer.token!).ok('{ me { name } }')).toEqual({ me: { name: '李工' } });
    }
  });

  it('works by e-mail too, in any case', async () => {
    await aPerson(app, { email: 'li.gong@example.com' });
    expect(await signIn('Li.Gong@EXAMPLE.com', PASSWORD)).toMatchObject({ __typename: 'SignedInPayload' });
  });

  it('gives the same answer for a wrong password and for nobody', async () => {
    const { phone } = await aPerson(app);
    const wrong = await signIn(phone, 'not the password');
    expect(wrong).toEqual({
      __typename: 'WrongCredentialsError',
      code: 'WRONG_CREDENTIALS',
      message: '账号或密码错误。',
      fields: ['input.identifier', 'input.password'],
    });
    expect(await signIn(aPhone(), 'not the password')).toEqual(wrong);
  });

  it.each([['somebody'], ['nobody']])('makes guessers of %s wait, longer each time', async (whom) => {
    const phone = whom === 'somebody' ? (await aPerson(app)).phone : aPhone();
    for (let i = 0; i < 5; i++)
      expect(await signIn(phone, `guess ${i}`)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const pause = async () => {
      const { code, retryAfterSeconds } = await signIn(phone, PASSWORD);
      expect(code).toBe('TOO_MANY_ATTEMPTS');
      return retryAfterSeconds!;
    };
    const first = await pause();
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThanOrEqual(30);
    clock.advance(31_000);
    expect(await signIn(phone, 'guess 6')).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const second = await pause();
    expect(second).toBeGreaterThan(50);
    expect(second).toBeLessThanOrEqual(60);
  });

  it('lets the rightful person in after the pause, and forgets the failures', async () => {
    const { phone } = await aPerson(app);
    for (let i = 0; i < 5; i++) await signIn(phone, `guess ${i}`);
    clock.advance(31_000);
    expect(await signIn(phone, PASSWORD)).toMatchObject({ __typename: 'SignedInPayload' });
    for (let i = 0; i < 4; i++)
      expect(await signIn(phone, `guess ${i}`)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await signIn(phone, PASSWORD)).toMatchObject({ __typename: 'SignedInPayload' });
  });

  it('lets no more than five of many guesses at once be tried', async () => {
    const { phone } = await aPerson(app);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(phone, `guess ${i}`)));
    const tried = answers.filter(({ code }) => code === 'WRONG_CREDENTIALS');
    const refused = answers.filter(({ code }) => code === 'TOO_MANY_ATTEMPTS');
    expect([tried.length, refused.length]).toEqual([5, 7]);
  });

  it('does not make one person wait for guesses at another', async () => {
    const [victim, other] = [await aPerson(app), await aPerson(app)];
    for (let i = 0; i < 5; i++) await signIn(victim.phone, `guess ${i}`);
    expect(await signIn(other.phone, PASSWORD)).toMatchObject({ __typename: 'SignedInPayload' });
  });

  describe('while strangers guess', () => {
    const signInFrom = async (browser: BrowserClient, identifier: string, password: string) =>
      (
        await browser.ok<{ signIn: Answer & { message?: string } }>(SIGN_IN, {
          input: { identifier, password },
        })
      ).signIn;

    it('lets the owner in from another address, and from a known browser everywhere', async () => {
      const { phone } = await aPerson(app);
      const known = new BrowserClient(app, '127.0.0.5');
      expect((await signInFrom(known, phone, PASSWORD)).__typename).toBe('SignedInPayload');
      for (let i = 0; i < 5; i++) await signInFrom(new BrowserClient(app, '127.0.0.6'), phone, `guess ${i}`);
      const stranger = await signInFrom(new BrowserClient(app, '127.0.0.6'), phone, PASSWORD);
      expect(stranger.code).toBe('TOO_MANY_ATTEMPTS');
      const elsewhere = new BrowserClient(app, '127.0.0.7');
      expect((await signInFrom(elsewhere, phone, PASSWORD)).__typename).toBe('SignedInPayload');
      for (let i = 0; i < 20; i++)
        await signInFrom(new BrowserClient(app, `127.0.2.${i + 1}`), phone, `guess ${i}`);
      const unknown = await signInFrom(new BrowserClient(app, '127.0.0.8', 'en'), phone, PASSWORD);
      expect(unknown.code).toBe('PASSWORD_SIGN_IN_PAUSED');
      expect(unknown.message).toMatch(/pauses for 1 min. You can sign in with a code now/);
      expect((await signInFrom(known.movedTo('127.0.0.6'), phone, PASSWORD)).__typename).toBe(
        'SignedInPayload',
      );
    });

    it('trusts a browser for those only who signed in there, and until they sign out everywhere', async () => {
      const [owner, other] = [await aPerson(app), await aPerson(app)];
      const shared = new BrowserClient(app, '127.0.3.1');
      await signInFrom(shared, other.phone, PASSWORD);
      const pause = async () => {
        for (let i = 0; i < 20; i++)
          await signInFrom(new BrowserClient(app, `127.0.3.${i + 10}`), owner.phone, `guess ${i}`);
      };
      await pause();
      expect((await signInFrom(shared, owner.phone, PASSWORD)).code).toBe('PASSWORD_SIGN_IN_PAUSED');
      clock.advance(16 * 60_000);
      await signInFrom(shared, owner.phone, PASSWORD);
      expect((await signInFrom(shared, owner.phone, PASSWORD)).__typename).toBe('SignedInPayload');
      await shared.ok('mutation { signOutEverywhere { endedSessions } }');
      await pause();
      expect((await signInFrom(shared, owner.phone, PASSWORD)).code).toBe('PASSWORD_SIGN_IN_PAUSED');
    });

    it('does not trust a token that was in the browser before anybody signed in', async () => {
      const [owner, thief] = [await aPerson(app), await aPerson(app)];
      const evil = new BrowserClient(app, '127.0.4.1');
      await signInFrom(evil, thief.phone, PASSWORD);
      const planted = evil.cookie('lianqiao_device')!;
      const victim = new BrowserClient(app, '127.0.4.2');
      victim.setCookie('lianqiao_device', planted);
      await signInFrom(victim, owner.phone, PASSWORD);
      const rows = await app
        .get(Transactions)
        .query('select 1 from trusted_device where user_id = $1 and token_hash = $2', [
          owner.user.id,
          hashToken(planted),
        ]);
      expect(rows).toEqual([]);
      expect(victim.cookie('lianqiao_device')).not.toBe(planted);
    });
  });

  it('bounds what is hashed', async () => {
    const error = await app
      .asGuest()
      .refused(SIGN_IN, { input: { identifier: aPhone(), password: 'x'.repeat(1001) } });
    expect(error.extensions).toMatchObject({ reason: 'INVALID_INPUT', fields: ['input.password'] });
  });

  describe('with a code', () => {
    const withCode = async (identifier: string, code: string) =>
      (await app.asGuest().ok<{ signInWithCode: Answer }>(SIGN_IN_WITH_CODE, { input: { identifier, code } }))
        .signInWithCode;
    const ask = (identifier: string) =>
      app.asGuest().ok(REQUEST_CODE, { input: { identifier, purpose: 'SIGN_IN' } });

    it('opens a session, once', async () => {
      const { phone } = await aPerson(app);
      await ask(phone);
      const code = await codeSentTo(app, phone);
      const answer = await withCode(phone, ` ${code.slice(0, 3)} ${code.slice(3)}`);
      expect(answer.__typename).toBe('SignedInPayload');
      expect(await app.withToken(answer.token!).ok('{ me { name } }')).toEqual({ me: { name: '陈薇' } });
      expect(await withCode(phone, code)).toMatchObject({ code: 'WRONG_CODE' });
    });

    it('stays open to the rightful person while passwords are being guessed', async () => {
      const { phone } = await aPerson(app);
      for (let i = 0; i < 6; i++) await signIn(phone, `guess ${i}`);
      await ask(phone);
      expect(await withCode(phone, await codeSentTo(app, phone))).toMatchObject({
        __typename: 'SignedInPayload',
      });
    });

    it('is not kept from the rightful person by a stranger who asks for codes and types wrong ones', async () => {
      const { phone } = await aPerson(app);
      const [owner, stranger] = [new BrowserClient(app, '127.0.0.1'), new BrowserClient(app, '127.0.0.2')];
      const signInAs = async (who: BrowserClient, code: string) =>
        (await who.ok<{ signInWithCode: Answer }>(SIGN_IN_WITH_CODE, { input: { identifier: phone, code } }))
          .signInWithCode.__typename;
      const askAs = async (who: BrowserClient) =>
        (
          await who.ok<{ requestCode: Answer }>(REQUEST_CODE, {
            input: { identifier: phone, purpose: 'SIGN_IN' },
          })
        ).requestCode.__typename;
      await askAs(owner);
      const code = await codeSentTo(app, phone);
      for (let i = 0; i < 6; i++) expect(await signInAs(stranger, wrongCode(code))).toBe('WrongCodeError');
      for (let i = 0; i < 6; i++) {
        await askAs(stranger);
        clock.advance(61_000);
      }
      expect(await askAs(stranger)).toBe('TooManyAttemptsError');
      expect(await signInAs(stranger, code)).toBe('WrongCodeError');
      expect(await signInAs(owner, code)).toBe('SignedInPayload');
      expect(await askAs(owner)).toBe('CodeSentPayload');
    });

    it('is good in the browser that asked wherever it moves, and not in another browser elsewhere', async () => {
      const { phone } = await aPerson(app);
      const owner = new BrowserClient(app, '127.0.0.3');
      const input = { identifier: phone, purpose: 'SIGN_IN' };
      await owner.ok(REQUEST_CODE, { input });
      const code = await codeSentTo(app, phone);
      const typeIn = async (browser: BrowserClient) =>
        (
          await browser.ok<{ signInWithCode: Answer }>(SIGN_IN_WITH_CODE, {
            input: { identifier: phone, code },
          })
        ).signInWithCode.__typename;
      expect(await typeIn(new BrowserClient(app, '127.0.0.4'))).toBe('WrongCodeError');
      expect(await typeIn(owner.movedTo('127.0.0.4'))).toBe('SignedInPayload');
    });

    it('goes to a trusted browser when strangers have used up what an identifier may be sent', async () => {
      const { phone } = await aPerson(app);
      const owner = new BrowserClient(app, '127.0.0.9');
      await owner.ok(SIGN_IN, { input: { identifier: phone, password: PASSWORD } });
      const input = { identifier: phone, purpose: 'SIGN_IN' };
      const asked = async (who: BrowserClient) =>
        (
          await who.ok<{ requestCode: Answer & { message?: string } }>(
            `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename ... on UserError { code message } } }`,
            { input },
          )
        ).requestCode;
      for (let i = 0; i < 15; i++) {
        const stranger = new BrowserClient(app, `127.0.1.${1 + (i % 3)}`);
        expect((await asked(stranger)).__typename).toBe('CodeSentPayload');
        if (i % 3 === 2) clock.advance(61_000);
      }
      const refused = await asked(new BrowserClient(app, '127.0.1.4'));
      expect(refused.code).toBe('CODES_PAUSED');
      expect(refused.message).toMatch(/请在 \d+ 分钟后再获取/);
      expect((await asked(owner)).__typename).toBe('CodeSentPayload');
    });

    it('gives the same answer for a wrong code and for nobody', async () => {
      const { phone } = await aPerson(app);
      const nobody = aPhone();
      await ask(phone);
      await ask(nobody);
      const wrong = await withCode(phone, wrongCode(await codeSentTo(app, phone)));
      expect(wrong).toEqual({ __typename: 'WrongCodeError', code: 'WRONG_CODE' });
      expect(await withCode(nobody, '123456')).toEqual(wrong);
      expect(await withCode(aPhone(), '123456')).toEqual(wrong);
    });
  });
});
