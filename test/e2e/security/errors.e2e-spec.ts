import { Transactions } from '@app/database';
import type { SafeguardChanges } from '../../../apps/api/src/security/safeguards.js';
import type { TestApp } from '../../support/test-app.js';
import { createProductionApp } from './production-app.spec-support.js';
import { post, type RawAnswer, reasonOf } from './raw-request.spec-support.js';

const NEEDS = '{ procurementNeeds(first: 1) { edges { node { title } } } }';

/** What only the inside knows: statements, files, the library's names. */
const INSIDE = /select|relation|lock|\.ts:|\.js:|node_modules|QueryFailed|stacktrace|Apollo/i;

/** Takes a table out of the way, as a failed migration would. */
async function breakNeeds(app: TestApp): Promise<void> {
  await app.get(Transactions).query('alter table procurement_need rename to gone');
}

/** Asks while somebody else holds the table, and lets go of it when the answer is there, or after a while. */
async function askWhileLocked(app: TestApp, patienceMs: number): Promise<RawAnswer> {
  const transactions = app.get(Transactions);
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const timer = setTimeout(letGo, patienceMs);
  let locked = (): void => undefined;
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const holder = transactions.run(async () => {
    await transactions.query('lock table procurement_need in access exclusive mode');
    locked();
    await released;
  });
  await isLocked;
  const answer = await post(app, { query: NEEDS });
  clearTimeout(timer);
  letGo();
  await holder;
  return answer;
}

/** Work on an application of its own. */
async function withApp<T>(safeguards: SafeguardChanges, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await createProductionApp(safeguards);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

describe('errors', () => {
  it('from the inside are masked, compiled or not', async () => {
    await withApp({}, async (app) => {
      for (let i = 0; i < 4; i++) expect((await post(app, { query: NEEDS })).status).toBe(200);
      await breakNeeds(app);
      for (const query of [NEEDS, `query Another ${NEEDS}`]) {
        const answer = await post(app, { query });
        expect(reasonOf(answer)).toBe('INTERNAL_SERVER_ERROR');
        expect(answer.body?.errors?.[0]?.message).toMatch(/^Something went wrong/);
        expect(answer.text).not.toMatch(INSIDE);
      }
    });
  });

  it('from the inside would be told without the mask', async () => {
    await withApp({ masking: false }, async (app) => {
      await breakNeeds(app);
      expect((await post(app, { query: NEEDS })).text).toMatch(INSIDE);
    });
  });

  it('of a session that cannot be looked up are masked', async () => {
    await withApp({}, async (app) => {
      await app.get(Transactions).query('alter table user_session rename to gone');
      const answer = await post(app, { query: NEEDS }, { authorization: `Bearer ${'A'.repeat(43)}` });
      expect(reasonOf(answer)).toBe('INTERNAL_SERVER_ERROR');
      expect(answer.text).not.toMatch(INSIDE);
    });
  });

  it('of syntax carry no trace of the server', async () => {
    await withApp({}, async (app) => {
      const answer = await post(app, { query: 'qwerty cop { abc }' });
      expect([answer.status, reasonOf(answer)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
      expect(Object.keys(answer.body?.errors?.[0]?.extensions ?? {})).toEqual(['code']);
      expect(answer.body).not.toHaveProperty('extensions');
      expect(answer.text).not.toMatch(INSIDE);
    });
  });

  it('of validation would carry the stack without the mask', async () => {
    const query = 'query cop { abc }';
    const stack = /node_modules/;
    await withApp({}, async (app) => expect((await post(app, { query })).text).not.toMatch(stack));
    await withApp({ masking: false }, async (app) =>
      expect((await post(app, { query })).text).toMatch(stack),
    );
  });
});

describe('time', () => {
  const slow = ({ status, body }: RawAnswer) => [status, body?.errors?.[0]?.extensions?.['reason']];

  it('of an operation ends with a clear refusal', async () => {
    const answer = await withApp({ operationMs: 300 }, (app) => askWhileLocked(app, 5000));
    expect(slow(answer)).toEqual([503, 'QUERY_TOO_SLOW']);
    expect(answer.body?.errors?.[0]?.message).toContain('0.3 s');
  });

  it('of a statement ends in the database', async () => {
    const answer = await withApp({ statementMs: 300 }, (app) => askWhileLocked(app, 5000));
    expect(slow(answer)).toEqual([200, 'QUERY_TOO_SLOW']);
  });

  it('would not end without either', async () => {
    const endless = Number.POSITIVE_INFINITY;
    const answer = await withApp({ operationMs: endless, statementMs: endless }, (app) =>
      askWhileLocked(app, 1000),
    );
    expect(slow(answer)).toEqual([200, undefined]);
    expect(answer.body?.data).toHaveProperty('procurementNeeds');
  });
});
