import { Sessions } from '@app/identity';
import { Clock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { SharedRates } from '../../../apps/api/src/security/shared-rates.repository.js';
import { aPerson } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { post, type RawAnswer, reasonOf } from './raw-request.spec-support.js';

const QUERY = '{ procurementNeeds(first: 100) { edges { node { title } } } }';
const LONG_LIST = '{ procurementNeeds(first: 100) { edges { node { title state kind } } } }';
/** A guest can pay for four of the queries in a minute, a person for nine. */
const RATE = { guests: 1000, person: 2000, dear: 100_000 };

/** A clock that stands still until it is told otherwise. */
function standingClock(app: TestApp): { advance(seconds: number): void } {
  let now = Date.now();
  app.get(Clock).now = () => new Date(now);
  return { advance: (seconds) => void (now += seconds * 1000) };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The answers until the first refusal, at most twenty. */
async function untilRefused(ask: () => Promise<RawAnswer>): Promise<{ served: number; refusal?: RawAnswer }> {
  for (let served = 0; served < 20; served++) {
    const answer = await ask();
    if (answer.status === 429) return { served, refusal: answer };
  }
  return { served: 20 };
}

describe('the rate of requests', () => {
  let app: TestApp;
  let clock: { advance(seconds: number): void };

  beforeEach(async () => {
    app = await createTestApp({ rate: RATE });
    clock = standingClock(app);
  });

  afterEach(() => app.close());

  it('of a guest is bounded by cost, and the refusal says when to come back', async () => {
    const { served, refusal } = await untilRefused(() => post(app, { query: QUERY }));
    expect(served).toBe(4);
    expect(reasonOf(refusal!)).toBe('RATE_LIMITED');
    expect(refusal!.body).not.toHaveProperty('data');
    const wait = Number(refusal!.headers.get('retry-after'));
    expect(refusal!.body?.errors?.[0]?.message).toBe(`Too many requests. Please try again in ${wait} s.`);
    clock.advance(wait);
    expect((await post(app, { query: QUERY })).status).toBe(200);
  });

  it('of a person is a bigger one, whatever guests of the same address do', async () => {
    await untilRefused(() => post(app, { query: QUERY }));
    const { token } = await aPerson(app);
    expect((await untilRefused(() => post(app, { query: QUERY }, bearer(token)))).served).toBe(9);
    const other = await aPerson(app);
    expect((await post(app, { query: QUERY }, bearer(other.token))).status).toBe(200);
  });

  it('of a person is the same in every session', async () => {
    const { token, user } = await aPerson(app);
    await untilRefused(() => post(app, { query: QUERY }, bearer(token)));
    const second = await app.get(Sessions).openSession(user.id, '203.0.113.2');
    expect((await post(app, { query: QUERY }, bearer(second.token))).status).toBe(429);
  });

  it('also counts documents that are refused, and then not even reads them', async () => {
    const { served, refusal } = await untilRefused(() => post(app, { query: '{ nothing }' }));
    expect(served).toBeLessThan(20);
    expect(reasonOf(refusal!)).toBe('RATE_LIMITED');
  });

  it('never fills beyond one minute', async () => {
    clock.advance(3600);
    expect((await untilRefused(() => post(app, { query: QUERY }))).served).toBe(4);
  });
});

describe('the rate of dear operations', () => {
  const MATCH = '{ matchesForWords(text: "压铸") { compared } }';

  it('is one for all processes on a database, and a new one begins where the old one ended', async () => {
    const app = await createTestApp({ rate: { guests: 1_000_000, person: 1_000_000, dear: 1200 } });
    const other = new SharedRates(app.get(DataSource), 1200);
    try {
      expect(await other.spend('127.0.0.1', 600)).toBe(0);
      expect((await post(app, { query: MATCH })).status).toBe(200);
      const refusal = await post(app, { query: MATCH });
      expect([refusal.status, reasonOf(refusal)]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
      const restarted = new SharedRates(app.get(DataSource), 1200);
      expect(await restarted.spend('127.0.0.1', 100)).toBeGreaterThan(0);
      expect(await restarted.spend('203.0.113.9', 100)).toBe(0);
      restarted.stop();
      expect((await post(app, { query: '{ procurementNeeds { edges { node { title } } } }' })).status).toBe(
        200,
      );
    } finally {
      other.stop();
      await app.close();
    }
  });
});

describe('without rates', () => {
  it('a full house refuses all the same, with the time to come back', async () => {
    const none = {
      running: 0,
      runningPerCaller: 0,
      cost: 0,
      restsFrom: 0,
      waiting: 0,
      waitingSignedIn: 0,
      waitingPerCaller: 0,
      waitMs: 1,
    };
    const app = await createTestApp({ rate: null, operations: { dear: none, heavy: none } });
    try {
      for (const query of ['{ matchesForWords(text: "压铸") { compared } }', LONG_LIST]) {
        const refusal = await post(app, { query });
        expect([refusal.status, reasonOf(refusal)]).toEqual([429, 'SERVER_BUSY']);
        expect(refusal.headers.get('retry-after')).toBe('5');
        expect(refusal.body?.errors?.[0]?.message).toBe(
          'Too much is being asked right now. Please try again in 5 s.',
        );
      }
      expect((await post(app, { query: '{ me { name } }' })).status).toBe(200);
    } finally {
      await app.close();
    }
  });

  it('nobody is refused', async () => {
    const app = await createTestApp({ rate: null });
    try {
      expect((await untilRefused(() => post(app, { query: QUERY }))).served).toBe(20);
    } finally {
      await app.close();
    }
  });
});
