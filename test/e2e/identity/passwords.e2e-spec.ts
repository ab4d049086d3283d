import { AuditLog } from '@app/audit';
import { Sessions } from '@app/identity';
import {
  aPerson,
  aPhone,
  codeSentTo,
  PASSWORD,
  type TestPerson,
  wrongCode,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const NEW_PASSWORD = '龙井问茶 1984';
const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;
const RESET = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { __typename ... on SignedInPayload { token } ... on UserError { code fields } }
}`;
const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { __typename ... on EndedSessionsPayload { endedSessions } ... on UserError { code fields } }
}`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const ME = '{ me { id } }';

describe('passwords', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.close());

  const another = async (person: TestPerson) =>
    app.withToken((await app.get(Sessions).openSession(person.user.id, '203.0.113.9')).token);
  const opens = async (person: TestPerson, password: string) => {
    const input = { identifier: person.phone, password };
    const { signIn } = await app.asGuest().ok<{ signIn: { __typename: string } }>(SIGN_IN, { input });
    return signIn.__typename === 'SignedInPayload';
  };
  const lastAction = async (person: TestPerson) => {
    const { edges } = await app.get(AuditLog).pageEntries({ subjectId: person.user.id }, { first: 1 });
    return edges[0] && { action: edges[0].node.action, actorId: edges[0].node.actorId };
  };

  describe('resetPassword', () => {
    const reset = async (input: Record<string, unknown>) =>
      (await app.asGuest().ok<{ resetPassword: Record<string, unknown> }>(RESET, { input })).resetPassword;
    const codeFor = async (phone: string) => {
      await app.asGuest().ok(REQUEST_CODE, { input: { identifier: phone, purpose: 'RESET_PASSWORD' } });
      return codeSentTo(app, phone);
    };

    it('takes the new password, ends all sessions and begins one', async () => {
      const person = await aPerson(app);
      const code = await codeFor(person.phone);
      const answer = await reset({ identifier: person.phone, code, newPassword: NEW_PASSWORD });
      expect(answer['__typename']).toBe('SignedInPayload');
      expect(await app.withToken(String(answer['token'])).ok(ME)).toEqual({ me: { id: person.id } });
      expect(await person.client.ok(ME)).toEqual({ me: null });
      expect([await opens(person, NEW_PASSWORD), await opens(person, PASSWORD)]).toEqual([true, false]);
      expect(await lastAction(person)).toEqual({ action: 'PASSWORD_RESET', actorId: person.user.id });
    });

    it('with a wrong code leaves everything as it was', async () => {
      const person = await aPerson(app);
      const code = wrongCode(await codeFor(person.phone));
      const answer = await reset({ identifier: person.phone, code, newPassword: NEW_PASSWORD });
      expect(answer).toEqual({ __typename: 'WrongCodeError', code: 'WRONG_CODE', fields: ['input.code'] });
      expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
      expect(await opens(person, PASSWORD)).toBe(true);
      expect(await lastAction(person)).toBeUndefined();
    });

    it('answers alike for nobody', async () => {
      const answer = await reset({ identifier: aPhone(), code: '123456', newPassword: NEW_PASSWORD });
      expect(answer).toEqual({ __typename: 'WrongCodeError', code: 'WRONG_CODE', fields: ['input.code'] });
    });

    it('refuses a weak password', async () => {
      const answer = await reset({ identifier: aPhone(), code: '123456', newPassword: 'password1' });
      expect(answer).toEqual({
        __typename: 'WeakPasswordError',
        code: 'PASSWORD_TOO_COMMON',
        fields: ['input.newPassword'],
      });
    });
  });

  describe('changePassword', () => {
    it('takes the new password and signs the person out everywhere else', async () => {
      const person = await aPerson(app);
      const elsewhere = await another(person);
      const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
      expect(await person.client.ok(CHANGE, { input })).toEqual({
        changePassword: { __typename: 'EndedSessionsPayload', endedSessions: 1 },
      });
      expect(await person.client.ok(ME)).toEqual({ me: { id: person.id } });
      expect(await elsewhere.ok(ME)).toEqual({ me: null });
      expect([await opens(person, NEW_PASSWORD), await opens(person, PASSWORD)]).toEqual([true, false]);
      expect(await lastAction(person)).toEqual({ action: 'PASSWORD_CHANGED', actorId: person.user.id });
    });

    it('asks for the present password, and makes guessers wait', async () => {
      const person = await aPerson(app);
      const change = (currentPassword: string) =>
        person.client.ok(CHANGE, { input: { currentPassword, newPassword: NEW_PASSWORD } });
      for (let i = 0; i < 5; i++) {
        expect(await change(`guess ${i}`)).toEqual({
          changePassword: {
            __typename: 'WrongPasswordError',
            code: 'WRONG_PASSWORD',
            fields: ['input.currentPassword'],
          },
        });
      }
      expect(await change(PASSWORD)).toMatchObject({ changePassword: { code: 'TOO_MANY_ATTEMPTS' } });
      expect(await opens(person, PASSWORD)).toBe(true);
    });

    it('refuses a password with the person’s own number', async () => {
      const person = await aPerson(app);
      const input = { currentPassword: PASSWORD, newPassword: `my${person.phone}` };
      expect(await person.client.ok(CHANGE, { input })).toMatchObject({
        changePassword: { code: 'PASSWORD_LIKE_IDENTIFIER' },
      });
    });

    it('is for whoever is signed in', async () => {
      const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
      expect((await app.asGuest().refused(CHANGE, { input })).extensions.code).toBe('UNAUTHENTICATED');
    });
  });
});
