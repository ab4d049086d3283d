import { jest } from '@jest/globals';
import { Users } from '@app/identity';
import {
  aPerson,
  aStaffMember,
  codeSentTo,
  PASSWORD,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { type CapturedLog, captureLog } from './captured-log.js';

const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignedInPayload { token } }
}`;
const SIGN_IN_WITH_CODE = `mutation ($input: SignInWithCodeInput!) {
  signInWithCode(input: $input) { __typename ... on SignedInPayload { token } }
}`;
const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;
const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }`;

describe('the log of requests', () => {
  let app: TestApp;
  let log: CapturedLog;
  let person: TestPerson;

  beforeAll(async () => {
    app = await createTestApp();
    person = await aPerson(app, { name: '欧阳静姝', email: 'ouyang.jingshu@example.com' });
  });
  beforeEach(() => (log = captureLog(app)));
  afterEach(() => log.release());
  afterAll(() => app?.close());

  const post = (query: string, headers: Record<string, string> = {}, variables: object = {}) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  /** Requests are written down once their answer has left, which a client may notice before. */
  const lines = async (count: number) => {
    while (log.requests().length < count) await new Promise((resolve) => setImmediate(resolve));
    return log.requests();
  };

  it('has one line for a request: id, route, operation, status, duration, kind of viewer', async () => {
    const answer = await post('query Me { me { name } }', { authorization: `Bearer ${person.token}` });
    expect(await lines(1)).toEqual([
      {
        level: 'info',
        time: expect.any(String) as string,
        pid: process.pid,
        hostname: expect.any(String) as string,
        name: 'api',
        requestId: answer.headers.get('x-request-id'),
        method: 'POST',
        route: '/graphql',
        status: 200,
        ms: expect.any(Number) as number,
        viewer: 'user',
        operation: 'Me',
        errors: [],
        msg: 'request',
      },
    ]);
  });

  it('tells guests, users and staff apart, and no more of them', async () => {
    const staff = await aStaffMember(app);
    for (const headers of [{}, ...[person, staff].map(({ token }) => ({ authorization: `Bearer ${token}` }))])
      await post('{ me { id } }', headers);
    expect((await lines(3)).map(({ viewer }) => viewer)).toEqual(['guest', 'user', 'staff']);
  });

  it('takes an id from outside when it is well formed, and makes one otherwise', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect((await post('{ me { id } }', { 'x-request-id': trace })).headers.get('x-request-id')).toBe(trace);
    for (const wrong of [
      '13800138000',
      '+8613800138000',
      'wang.fang@example.com',
      'a b c d e f g h i',
      'x'.repeat(65),
    ]) {
      const made = (await post('{ me { id } }', { 'x-request-id': wrong })).headers.get('x-request-id');
      expect(made).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect((await lines(6))[0]).toMatchObject({ requestId: trace });
  });

  it('holds nothing of a person who signs in, whichever way', async () => {
    const { phone } = person;
    const national = phone.slice(3);
    const secrets = [national, national.slice(3), PASSWORD, '欧阳静姝', 'ouyang'];
    const signIn = async (identifier: string, password: string) => {
      const answer = (await (await post(SIGN_IN, {}, { input: { identifier, password } })).json()) as {
        data: { signIn: { token?: string } };
      };
      if (answer.data.signIn.token) secrets.push(answer.data.signIn.token);
      return answer.data.signIn;
    };
    expect(await signIn(phone, PASSWORD)).toMatchObject({ __typename: 'SignedInPayload' });
    await signIn(national, `wrong ${PASSWORD}`);
    await signIn('ouyang.jingshu@example.com', PASSWORD);
    await post(REQUEST_CODE, {}, { input: { identifier: phone, purpose: 'SIGN_IN' } });
    const code = await codeSentTo(app, phone);
    secrets.push(code);
    await post(SIGN_IN_WITH_CODE, {}, { input: { identifier: phone, code } });
    expect(await lines(5)).toMatchObject([
      { operation: 'SignIn', viewer: 'guest' },
      { operation: 'SignIn' },
      { operation: 'SignIn' },
      { operation: 'requestCode' },
      { operation: 'signInWithCode' },
    ]);
    for (const secret of secrets) expect(log.text()).not.toContain(secret);
  });

  it('holds nothing that a caller writes into addresses, names and texts', async () => {
    const national = person.phone.slice(3);
    await fetch(`${app.url}/people/${national}?phone=${national}`, { headers: { 'user-agent': national } });
    await fetch(`${app.url}/?phone=${national}`);
    await post(`query Call${national} { me { name } }`);
    await post(`query Broken { me { phone${national} } }`);
    await post(`{ me { name } # ${national}`);
    await fetch(`${app.url}/graphql?query=${encodeURIComponent(`{ me { n${national}: name } }`)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    const routes = (await lines(6)).map(({ route, operation }) => [route, operation]);
    expect(routes.slice(0, 3)).toEqual([
      ['unmatched', undefined],
      ['/', undefined],
      ['/graphql', 'other'],
    ]);
    expect(log.text()).not.toContain(national);
  });

  it('tells of an unexpected error under the id of its request, without the values of the statement', async () => {
    const national = person.phone.slice(3);
    const trouble = Object.assign(
      new Error(`value of ${person.phone} is too long for ouyang.jingshu@example.com`),
      {
        parameters: ['欧阳静姝', person.phone],
        detail: `Failing row contains (${person.phone})`,
      },
    );
    const broken = jest.spyOn(app.get(Users), 'updateProfile').mockRejectedValue(trouble);
    try {
      const headers = { authorization: `Bearer ${person.token}` };
      const answer = await post(UPDATE, headers, { input: { name: '欧阳静姝' } });
      const [line] = await lines(1);
      expect(line).toMatchObject({ operation: 'updateProfile', errors: ['INTERNAL_SERVER_ERROR'] });
      expect(log.text()).toContain('value of [number] is too long for [e-mail]');
      expect(log.text().split(String(answer.headers.get('x-request-id')))).toHaveLength(3);
      for (const secret of [national, '欧阳静姝', 'ouyang', person.token])
        expect(log.text()).not.toContain(secret);
    } finally {
      broken.mockRestore();
    }
  });

  it('speaks of the looks of watchdogs only to those who debug', async () => {
    await fetch(`${app.url}/health/live`);
    expect(await lines(1)).toMatchObject([{ route: '/health/live', level: 'debug' }]);
  });
});
