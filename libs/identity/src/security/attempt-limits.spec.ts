import { dataSourceOptions, Transactions } from '@app/database';
import { FixedClock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import type { PauseRule, WindowRule } from './attempt-rules.js';
import { AttemptLimits, callerKey } from './attempt-limits.js';

const WINDOW: WindowRule = { scope: 'spec:window', limit: 3, seconds: 60 };
const PAUSE: PauseRule = {
  scope: 'spec:pause',
  free: 3,
  firstPauseSeconds: 10,
  longestPauseSeconds: 30,
  forgetSeconds: 3600,
};

describe('attempt limits', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let transactions: Transactions;
  let clock: FixedClock;
  let limits: AttemptLimits;
  let who = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url, 8)).initialize();
    transactions = new Transactions(dataSource);
  });
  beforeEach(() => {
    clock = new FixedClock(new Date('2025-03-01T08:00:00Z'));
    limits = new AttemptLimits(transactions, clock);
    who++;
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const window = () => limits.takeAttempt(WINDOW, `person ${who}`);
  const pause = () => limits.takeAttemptWithPause(PAUSE, `person ${who}`);
  const allowed = { allowed: true };
  const wait = (retryAfterSeconds: number, { scope } = PAUSE as { scope: string }) => ({
    allowed: false,
    retryAfterSeconds,
    scope,
  });

  describe('of a window', () => {
    it('count from the first attempt and start anew after the window', async () => {
      expect(await window()).toEqual(allowed);
      clock.advance(20_000);
      expect([await window(), await window(), await window()]).toEqual([allowed, allowed, wait(40, WINDOW)]);
      clock.advance(39_000);
      expect(await window()).toEqual(wait(1, WINDOW));
      clock.advance(1_000);
      expect(await window()).toEqual(allowed);
    });

    it('let through exactly the limit of many at once', async () => {
      const verdicts = await Promise.all(Array.from({ length: 20 }, window));
      expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(3);
    });

    it('give one back to whoever succeeded', async () => {
      for (let i = 0; i < 10; i++) {
        expect(await window()).toEqual(allowed);
        await limits.giveBackAttempt(WINDOW, `person ${who}`);
      }
    });

    it('count each person and each rule apart, and stop at the first rule that has none left', async () => {
      const other = { ...WINDOW, scope: 'spec:other', limit: 1 };
      const both = (of: string) =>
        limits.takeAttempts([
          [other, of],
          [WINDOW, of],
        ]);
      expect([await both(`a ${who}`), await both(`b ${who}`), await both(`a ${who}`)]).toEqual([
        allowed,
        allowed,
        wait(60, other),
      ]);
      const left = [
        await limits.takeAttempt(WINDOW, `a ${who}`),
        await limits.takeAttempt(WINDOW, `a ${who}`),
        await limits.takeAttempt(WINDOW, `a ${who}`),
      ];
      expect(left).toEqual([allowed, allowed, wait(60, WINDOW)]);
    });
  });

  describe('with pauses', () => {
    it('grow from pause to pause up to the longest', async () => {
      expect([await pause(), await pause(), await pause(), await pause()]).toEqual([
        allowed,
        allowed,
        allowed,
        wait(10),
      ]);
      for (const [seconds, next] of [
        [10, 20],
        [20, 30],
        [30, 30],
      ] as const) {
        clock.advance(seconds * 1000);
        expect([await pause(), await pause()]).toEqual([allowed, wait(next)]);
      }
    });

    it('do not grow by knocking during a pause', async () => {
      for (let i = 0; i < 3; i++) await pause();
      for (let i = 0; i < 5; i++) expect(await pause()).toEqual(wait(10));
      clock.advance(10_000);
      expect([await pause(), await pause()]).toEqual([allowed, wait(20)]);
    });

    it('let through exactly the free ones of many at once', async () => {
      const verdicts = await Promise.all(Array.from({ length: 20 }, pause));
      expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(3);
    });

    it('are forgotten after success, and after a long silence', async () => {
      for (let i = 0; i < 3; i++) await pause();
      await limits.forgetAttempts(PAUSE, `person ${who}`);
      for (let i = 0; i < 3; i++) expect(await pause()).toEqual(allowed);
      expect(await pause()).toEqual(wait(10));
      clock.advance(3_600_000);
      for (let i = 0; i < 3; i++) expect(await pause()).toEqual(allowed);
    });
  });

  it('give back a pause to whoever succeeded, and no more than that one', async () => {
    for (let i = 0; i < 3; i++) await limits.takeAttemptWithPause(PAUSE, `back ${who}`);
    await limits.giveBackAttempt(PAUSE, `back ${who}`);
    expect(await limits.takeAttemptWithPause(PAUSE, `back ${who}`)).toEqual(allowed);
    expect(await limits.takeAttemptWithPause(PAUSE, `back ${who}`)).toEqual(wait(10));
  });

  it('refuse to be counted inside a transaction', async () => {
    await expect(transactions.run(window)).rejects.toThrow('inside a transaction');
  });

  it('do not say in the table whom they count', async () => {
    await limits.takeAttempt(WINDOW, '+8613800138000');
    const rows = await transactions.query<{ key: string }>('select key from attempt_counter');
    expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });
});

describe('the caller behind a network address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, key) => {
    expect(callerKey(address)).toBe(key);
  });
});
