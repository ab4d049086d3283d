import {
  aPerson,
  aPhone,
  clockOf,
  codeSentTo,
  PASSWORD,
  wrongCode,
} from '../../support/builders/identity.js';
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
