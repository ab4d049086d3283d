import { jest } from '@jest/globals';
import { DatabaseModule, jobKind, Jobs, Transactions } from '@app/database';
import { onProblem } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import PgBoss from 'pg-boss';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** Something that is waited for and comes to pass once. */
class Moment {
  pass!: () => void;
  readonly passed = new Promise<void>((resolve) => (this.pass = resolve));
}

/** A job that has begun and fails when it is told to. */
class FailingJob {
  private readonly told = new Moment();
  private readonly begun = new Moment();
  private readonly ended = new Moment();

  constructor(
    private readonly name: string,
    private readonly retries: number,
  ) {}

  async begin(jobs: Jobs): Promise<void> {
    const kind = jobKind<{ of: string }>(this.name, { retries: this.retries });
    await jobs.work(kind, async () => {
      this.begun.pass();
      await this.told.passed;
      this.ended.pass();
      throw new Error('Cannot use a pool after calling end on the pool');
    });
    await jobs.enqueue(kind, { of: 'a test' });
    await this.begun.passed;
  }

  async fail(): Promise<void> {
    this.told.pass();
    await this.ended.passed;
  }
}

describe('jobs', () => {
  let database: TestDatabase;
  let context: INestApplicationContext;
  let jobs: Jobs;
  const problems: string[] = [];
  let stopListening: () => void;

  beforeAll(async () => {
    database = await createTestDatabase();
    context = await NestFactory.createApplicationContext(
      DatabaseModule.forRoot({ url: database.url, runsJobs: false }),
      { logger: false, abortOnError: false },
    );
    jobs = context.get(Jobs);
    stopListening = onProblem(({ area }) => problems.push(area));
  });
  afterAll(async () => {
    stopListening();
    await context.close();
    await database.drop();
  });

  it('follow one another without waiting for the next second', async () => {
    const boss = context.get(PgBoss);
    const kind = jobKind<{ number: number }>('waiting', { retries: 0 });
    const waiting = [1, 2, 3];
    for (const number of waiting) await jobs.enqueue(kind, { number });
    const asked = jest.spyOn(boss, 'notifyWorker');
    const allDone = new Moment();
    const done: number[] = [];
    await jobs.work(kind, async ({ number }) => {
      await Promise.resolve(done.push(number));
      if (done.length === waiting.length) allDone.pass();
    });
    await allDone.passed;
    expect(done).toEqual(waiting);
    // The worker was asked to go on after the first and the second.
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(new Set(asked.mock.calls.flat()).size).toBe(1);
    jest.restoreAllMocks();
  });

  it('that fail are a problem while the program runs; that the stop interrupts one is none, and it is put back', async () => {
    const [early, late] = [new FailingJob('fails-early', 0), new FailingJob('fails-late', 1)];
    await early.begin(jobs);
    await early.fail();
    await late.begin(jobs);
    const stopped = jobs.stopJobs();
    await late.fail();
    await stopped;
    expect(problems).toEqual(['job fails-early']);
    const states = await context
      .get(Transactions)
      .query<{ name: string; state: string }>(
        `select name, state::text from pgboss.job where name like 'fails-%' order by name`,
      );
    expect(states).toEqual([
      { name: 'fails-early', state: 'failed' },
      { name: 'fails-late', state: 'retry' },
    ]);
  });
});
