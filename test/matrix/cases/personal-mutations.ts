import { aPerson, aPhone, codeSentTo, PASSWORD } from '../../support/builders/identity.js';
import type { Market } from '../market.js';
import type { MutationCases } from './mutation-case.js';

const REQUEST = `mutation($input: RequestCodeInput!) { requestCode(input: $input) { ... on UserError { code } } }`;

async function aCode({ app }: Market, identifier: string, purpose: string): Promise<string> {
  await app.asGuest().ok(REQUEST, { input: { identifier, purpose } });
  return codeSentTo(app, identifier);
}

async function withCode(market: Market, purpose: string, identifier: string) {
  return { identifier, code: await aCode(market, identifier, purpose) };
}

const SESSIONS = `{ me { sessions { id } } }`;

/** Mutations of one’s own account: nobody else’s can be named, but for the session of another. */
export const personalMutations: MutationCases = {
  requestCode: {
    'to any number': { input: () => ({ identifier: aPhone(), purpose: 'SIGN_IN' }), beginsAnew: true },
  },
  register: {
    'with a code': {
      given: (m) => withCode(m, 'REGISTER', aPhone()),
      input: (_, given) => ({ ...given, name: '新用户', password: PASSWORD }),
    },
  },
  signIn: {
    'with a password': {
      given: async ({ app }) => ({ identifier: (await aPerson(app)).phone }),
      input: (_, given) => ({ ...given, password: PASSWORD }),
    },
  },
  signInWithCode: {
    'with a code': {
      given: async (m) => withCode(m, 'SIGN_IN', (await aPerson(m.app)).phone),
      input: (_, given) => given,
    },
  },
  resetPassword: {
    'with a code': {
      given: async (m) => withCode(m, 'RESET_PASSWORD', (await aPerson(m.app)).phone),
      input: (_, given) => ({ ...given, newPassword: '钱塘江大潮 2026' }),
    },
  },
  changePassword: {
    'one’s own': {
      input: () => ({ currentPassword: PASSWORD, newPassword: '钱塘江大潮 2026' }),
      spendsViewer: true,
    },
  },
  updateProfile: { 'one’s own': { input: () => ({ name: '改名' }), spendsViewer: true } },
  endSession: {
    'of another person': {
      given: async ({ app }) => {
        const { client } = await aPerson(app);
        const { me } = await client.ok<{ me: { sessions: { id: string }[] } }>(SESSIONS);
        return { sessionId: me.sessions[0]!.id };
      },
      input: (_, given) => given,
    },
  },
  signOut: { here: { input: () => ({}), spendsViewer: true } },
  signOutEverywhere: { everywhere: { input: () => ({}), spendsViewer: true } },
};
