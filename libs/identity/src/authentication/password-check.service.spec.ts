import { dataSourceOptions, Transactions } from '@app/database';
import { FixedClock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { AttemptLimits } from '../security/attempt-limits.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import type { PasswordHasher } from '../security/password-hasher.js';
import { PasswordCheckService } from './password-check.service.js';

/** The hasher's manners without its slowness: a password fits the hash that is its own text. */
const quickHasher = {
  verify: async (hash: string | null, password: string) => hash === password,
} as PasswordHasher;

describe('the check of a password', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let check: PasswordCheckService;
  let clock: FixedClock;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
  });
  beforeEach(() => {
    clock = new FixedClock(new Date('2025-03-01T08:00:00Z'));
    check = new PasswordCheckService(new AttemptLimits(new Transactions(dataSource), clock), quickHasher);
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const attempt = async (of: string, address: string, password: string, deviceId: string | null = null) => {
    const result = await check.checkPassword({ of, address, deviceId, password, hash: 'right' });
    return result instanceof TooManyAttemptsError ? `wait ${result.retryAfterSeconds}` : result;
  };

  it('makes the guessers of one person from many addresses wait, yet not for long', async () => {
    const results: (boolean | string)[] = [];
    for (let i = 0; i < 22; i++) results.push(await attempt('victim', `203.0.113.${i}`, 'wrong'));
    expect(results.slice(0, 20).every((result) => result === false)).toBe(true);
    expect(results.slice(20)).toEqual(['wait 60', 'wait 60']);
    clock.advance(60_000);
    expect(await attempt('victim', '198.51.100.1', 'right')).toBe(true);
    expect(await attempt('victim', '198.51.100.2', 'wrong')).toBe(false);
  });

  it('makes one address that guesses at many persons wait', async () => {
    const results: (boolean | string)[] = [];
    for (let i = 0; i < 101; i++) results.push(await attempt(`person ${i}`, '2001:db8::1', 'wrong'));
    expect(results.slice(0, 100).every((result) => result === false)).toBe(true);
    expect(results[100]).toBe('wait 3600');
    expect(await attempt('person 1', '2001:db8::ffff', 'right')).toBe('wait 3600');
    expect(await attempt('person 1', '2001:db8:0:1::1', 'right')).toBe(true);
  });

  it('keeps nobody out of a browser that is trusted, whatever strangers did at the same or another address', async () => {
    for (let i = 0; i < 25; i++) await attempt('owner', `203.0.113.${i}`, 'wrong');
    for (let i = 0; i < 6; i++) await attempt('owner', '198.51.100.7', 'wrong');
    for (let i = 0; i < 101; i++) await attempt(`anybody ${i}`, '198.51.100.7', 'wrong');
    expect(await attempt('owner', '198.51.100.7', 'right')).toMatch(/^wait/);
    expect(await attempt('owner', '192.0.2.9', 'right')).toMatch(/^wait/);
    expect(await attempt('owner', '198.51.100.7', 'right', 'device of owner')).toBe(true);
  });

  it('gives a trusted browser ten wrong passwords, after which it is a stranger’s', async () => {
    const results: (boolean | string)[] = [];
    for (let i = 0; i < 16; i++) results.push(await attempt('thief’s prey', '192.0.2.2', 'wrong', 'stolen'));
    expect(results.slice(0, 15).every((result) => result === false)).toBe(true);
    expect(results[15]).toBe('wait 30');
    expect(await attempt('thief’s prey', '192.0.2.3', 'right', 'own')).toBe(true);
  });

  it('gives strangers no new tries for a success elsewhere', async () => {
    for (let i = 0; i < 20; i++) await attempt('guessed', `203.0.113.${i}`, 'wrong');
    clock.advance(60_000);
    expect(await attempt('guessed', '192.0.2.4', 'right')).toBe(true);
    expect(await attempt('guessed', '203.0.113.101', 'wrong')).toBe(false);
    expect(await attempt('guessed', '203.0.113.102', 'wrong')).toMatch(/^wait/);
  });

  it('does not count the successes of an office behind one address', async () => {
    for (let i = 0; i < 120; i++) expect(await attempt(`colleague ${i}`, '192.0.2.1', 'right')).toBe(true);
  });
});
