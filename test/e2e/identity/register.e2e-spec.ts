import { Transactions } from '@app/database';
import { Users } from '@app/identity';
import {
  aPerson,
  aPhone,
  clockOf,
  codeSentTo,
  PASSWORD,
  wrongCode,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;
const REGISTER = `mutation ($input: RegisterInput!) {
  register(input: $input) {
    __typename
    ... on SignedInPayload { token user { id name locale identifiers { kind value } } }
    ... on UserError { code message fields }
  }
}`;

interface Answer {
  register: {
    __typename: string;
    token?: string;
    code?: string;
    fields?: string[];
    user?: { id: string; name: string };
  };
}

describe('register', () => {
  let app: TestApp;
  let clock: ReturnType<typeof clockOf>;
  beforeAll(async () => {
    app = await createTestApp();
    clock = clockOf(app);
  });
  afterAll(() => app?.close());

  async function codeFor(phone: string, purpose = 'REGISTER'): Promise<string> {
    await app.asGuest().ok(REQUEST_CODE, { input: { identifier: phone, purpose } });
    return codeSentTo(app, phone);
  }
  const register = async (input: Record<string, unknown>) =>
    (await app.asGuest().ok<Answer>(REGISTER, { input: { name: '陈薇', password: PASSWORD, ...input } }))
      .register;
  const holdersOf = async (phone: string) =>
    (await app.get(Transactions).query(`select 1 from user_identifier where value = $1`, [phone])).length;

  it('adds the person, signed in, with the verified number', async () => {
    const phone = aPhone();
    const answer = await register({ identifier: phone, code: await codeFor(phone), locale: 'EN' });
    expect(answer).toMatchObject({
      __typename: 'SignedInPayload',
      user: { name: '陈薇', locale: 'EN', identifiers: null },
    });
    const me = await app
      .withToken(answer.token!)
      .ok<{ me: object }>('{ me { id name identifiers { kind value } staff } }');
    expect(me.me).toEqual({
      id: answer.user!.id,
      name: '陈薇',
      identifiers: [{ kind: 'PHONE', value: phone }],
      staff: false,
    });
  });

  it('keeps password and token as hashes only', async () => {
    const phone = aPhone();
    const { token } = await register({ identifier: phone, code: await codeFor(phone) });
    const [row] = await app.get(Transactions).query<{ password: string; token: string }>(
      `select u.password_hash as password, s.token_hash as token from app_user u
         join user_identifier i on i.user_id = u.id join user_session s on s.user_id = u.id where i.value = $1`,
      [phone],
    );
    expect(row!.password).toMatch(/^\$argon2id\$/);
    expect(row!.token).toMatch(/^[0-9a-f]{64}$/);
    expect(row!.token).not.toContain(token);
  });

  it('sets a cookie that scripts cannot read, and takes it as the session', async () => {
    const phone = aPhone();
    const input = { identifier: phone, code: await codeFor(phone), name: '陈薇', password: PASSWORD };
    const post = (body: object, cookie = '') =>
      fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const response = await post({ query: REGISTER, variables: { input } });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^lianqiao_session=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const me = (await (await post({ query: '{ me { name } }' }, cookie.split(';')[0])).json()) as object;
    expect(me).toEqual({ data: { me: { name: '陈薇' } } });
  });

  it('takes a code once', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    await register({ identifier: phone, code });
    expect(await register({ identifier: phone, code })).toMatchObject({
      __typename: 'WrongCodeError',
      fields: ['input.code'],
    });
    expect(await holdersOf(phone)).toBe(1);
  });

  it('of two at once with the same number and code, one becomes the person', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    const answers = await Promise.all([
      register({ identifier: phone, code }),
      register({ identifier: phone, code }),
    ]);
    expect(answers.map((a) => a.__typename).sort()).toEqual(['SignedInPayload', 'WrongCodeError']);
    expect(await holdersOf(phone)).toBe(1);
  });

  it('tells the holder of the code when another got the number meanwhile, and leaves nothing behind', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    await app.get(Users).createVerified({ name: '王强', phone, password: PASSWORD, locale: 'zh' });
    const persons = async () =>
      (await app.get(Transactions).query<{ n: number }>('select count(*)::int as n from app_user'))[0]!.n;
    const before = await persons();
    expect(await register({ identifier: phone, code })).toMatchObject({ code: 'IDENTIFIER_TAKEN' });
    expect(await persons()).toBe(before);
  });

  it('refuses a wrong code, and after five tries the right one too', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    for (let i = 0; i < 5; i++)
      expect(await register({ identifier: phone, code: wrongCode(code) })).toMatchObject({
        code: 'WRONG_CODE',
      });
    expect(await register({ identifier: phone, code })).toMatchObject({ code: 'WRONG_CODE' });
    expect(await holdersOf(phone)).toBe(0);
  });

  it('lets no more than five of many guesses at once be tried', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    const guesses = Array.from({ length: 9 }, (_, i) =>
      String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'),
    );
    await Promise.all(guesses.map((guess) => register({ identifier: phone, code: guess })));
    const [row] = await app
      .get(Transactions)
      .query<{ tries: number }>('select tries + caller_tries as tries from one_time_code where value = $1', [
        phone,
      ]);
    expect(row!.tries).toBe(5);
  });

  it('refuses a code that is too old', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    clock.advance(10 * 60_000);
    expect(await register({ identifier: phone, code })).toMatchObject({ code: 'WRONG_CODE' });
  });

  it('refuses a code that was asked for something else, or by another number', async () => {
    const { phone: known } = await aPerson(app);
    const fresh = aPhone();
    const signInCode = await codeFor(known, 'SIGN_IN');
    expect(await register({ identifier: known, code: signInCode })).toMatchObject({ code: 'WRONG_CODE' });
    const code = await codeFor(fresh);
    expect(await register({ identifier: aPhone(), code })).toMatchObject({ code: 'WRONG_CODE' });
  });

  it('says what is wrong with a password, without using up the code', async () => {
    const phone = aPhone();
    const code = await codeFor(phone);
    expect(await register({ identifier: phone, code, password: '12345678' })).toMatchObject({
      __typename: 'WeakPasswordError',
      code: 'PASSWORD_TOO_COMMON',
      fields: ['input.password'],
    });
    expect(await register({ identifier: phone, code, password: '短' })).toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
    });
    expect(await register({ identifier: phone, code, password: `x${phone.slice(3)}` })).toMatchObject({
      code: 'PASSWORD_LIKE_IDENTIFIER',
    });
    expect(await register({ identifier: phone, code })).toMatchObject({ __typename: 'SignedInPayload' });
  });

  it('refuses a name of blanks', async () => {
    const input = { identifier: aPhone(), code: '000000', name: '  ', password: PASSWORD };
    const error = await app.asGuest().refused(REGISTER, { input });
    expect(error.extensions).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});
