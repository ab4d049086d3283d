import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseIdentifier } from '../identifiers/identifier.js';
import { DEMONSTRATION_PASSWORD } from '../passwords/common-passwords.js';
import { WrongCredentialsError } from './authentication.errors.js';
import { SignIn } from './sign-in.js';
import { SignedInPayload } from './signed-in.type.js';

/** A sign-in of somebody whose password is right. */
function signIn(production: boolean, password: string): Promise<object> {
  const users = { byIdentifier: async () => ({ id: 'u', passwordHash: 'h' }) };
  const passwords = { check: async () => true };
  const sessions = { open: async () => ({ token: 't', expiresAt: new Date(), cookieExpiresAt: new Date() }) };
  const [usersPort, passwordsPort, sessionsPort] = [users, passwords, sessions] as unknown as [
    never,
    never,
    never,
  ];
  const signIns = new SignIn(usersPort, passwordsPort, undefined as never, sessionsPort, { production });
  return signIns.withPassword(parseIdentifier('13800000001'), password, '192.0.2.1');
}

describe('the password of the demonstration', () => {
  it('opens nothing in production, where any other does', async () => {
    expect(await signIn(true, DEMONSTRATION_PASSWORD)).toBeInstanceOf(WrongCredentialsError);
    expect(await signIn(true, 'k7#mQ2vx-own')).toBeInstanceOf(SignedInPayload);
    expect(await signIn(false, DEMONSTRATION_PASSWORD)).toBeInstanceOf(SignedInPayload);
  });

  it('is that of every demonstration account', () => {
    const accounts = parse(readFileSync('apps/cli/data/demo/accounts.yaml', 'utf8')) as {
      password: string;
    }[];
    expect(new Set(accounts.map(({ password }) => password))).toEqual(new Set([DEMONSTRATION_PASSWORD]));
  });
});
