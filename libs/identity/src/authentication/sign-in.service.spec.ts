import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DEMONSTRATION_PASSWORD } from './common-passwords.js';
import { parseIdentifier } from '../users/identifier.js';
import { SignedInPayload } from './authentication.graphql.js';
import { WrongCredentialsError } from './authentication.texts.js';
import { SignInService } from './sign-in.service.js';

/** A sign-in of somebody whose password is right. */
function signIn(production: boolean, password: string): Promise<object> {
  const users = { findByIdentifier: async () => ({ id: 'u', passwordHash: 'h' }) };
  const passwords = { checkPassword: async () => true };
  const devices = { findForIdentifier: async () => null };
  const device = { token: 'd', expiresAt: new Date() };
  const sessions = {
    openTrustedSession: async () => ({
      token: 't',
      expiresAt: new Date(),
      cookieExpiresAt: new Date(),
      device,
    }),
  };
  const [usersPort, passwordsPort, sessionsPort, devicesPort] = [
    users,
    passwords,
    sessions,
    devices,
  ] as unknown as [never, never, never, never];
  const signIns = new SignInService(
    usersPort,
    passwordsPort,
    undefined as never,
    undefined as never,
    sessionsPort,
    devicesPort,
    {
      production,
    },
  );
  return signIns.signInWithPassword(parseIdentifier('13800000001'), password, {
    address: '192.0.2.1',
    device: null,
  });
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
