import { writeFile } from 'node:fs/promises';
import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import { table } from '../../../apps/cli/src/output/table.js';
import { type BenchMarket, withBenchMarket } from '../bench-market.js';
import { load } from '../latency.js';
import { seedNeeds } from '../http/seed-needs.js';
import type { MeasuredOptions } from '../measured.command.js';
import { startServer, WORKER } from '../server-process.js';
import { judge, type SoakMinute, type SoakVerdict } from './soak-minute.js';
import { plotSoak } from './soak-plot.js';
import { SoakRun } from './soak-run.js';
import { SoakTraffic } from './soak-traffic.js';

const CONNECTIONS = 64;
/** As many at once as make the server work at its limit without queueing for long. */
const AT_THE_LIMIT = 8;
const WARM_UP_CALLS = 1000;
const CALLS_AT_THE_LIMIT = 4000;
/** Numbers of requests that the measurement of the limit has used. */
const FIRST_OF_RUN = 1_000_000;
const SHARE_OF_LIMIT = 0.5;

/** How a long run is asked for. */
export interface SoakOptions extends MeasuredOptions {
  readonly minutes?: number;
  /** Where the plot is written. */
  readonly plot?: string;
}

/** What a long run found. */
export interface SoakOutcome extends SoakVerdict {
  readonly engine: string;
  readonly documents: number;
  readonly maxRps: number;
  readonly rps: number;
  readonly minutes: number;
  readonly requests: number;
  readonly failed: number;
}

/** Finds the highest rate, then holds half of it for an hour and watches memory and latency. */
export async function measureSoak(options: SoakOptions): Promise<void> {
  const minutes = options.minutes ?? 60;
  const { outcome, course } = await withBenchMarket({ documents: 20_000, ...options }, (market) =>
    soak(market, minutes),
  );
  const caption = `${outcome.minutes} minutes at ${outcome.rps} requests a second, half of the highest rate (${outcome.documents} capabilities)`;
  if (options.plot) await writeFile(options.plot, plotSoak(course, caption));
  const drift = ({ first, last, ratio }: { first: number; last: number; ratio: number }) =>
    `${first} → ${last} (× ${ratio})`;
  const { apiMb, workerMb, p99Ms, ...plain } = outcome;
  console.log(
    table([
      ...Object.entries(plain),
      ['apiMb', drift(apiMb)],
      ['workerMb', drift(workerMb)],
      ['p99Ms', drift(p99Ms)],
    ]),
  );
  if (options.json) console.log(JSON.stringify({ ...outcome, course }));
}

async function soak(
  market: BenchMarket,
  minutes: number,
): Promise<{ outcome: SoakOutcome; course: readonly SoakMinute[] }> {
  await seedNeeds(market.databaseUrl, () => undefined);
  const worker = await startServer(WORKER, { DATABASE_URL: market.databaseUrl, DATA_DIR: market.dataDir });
  const traffic = await SoakTraffic.on(market, CONNECTIONS);
  try {
    await load(WARM_UP_CALLS, AT_THE_LIMIT, (i) => traffic.send(i));
    const limit = await load(CALLS_AT_THE_LIMIT, AT_THE_LIMIT, (i) => traffic.send(WARM_UP_CALLS + i));
    const rps = Math.max(1, Math.floor(limit.rps * SHARE_OF_LIMIT));
    const run = new SoakRun(traffic, { api: market.api, worker }, rps, FIRST_OF_RUN);
    const course = await watch(run, minutes);
    if (run.failure) process.stderr.write(`soak: the first failure was: ${run.failure}\n`);
    const sum = (figure: (minute: SoakMinute) => number) =>
      course.reduce((all, each) => all + figure(each), 0);
    const outcome = {
      engine: market.engine,
      documents: market.documents,
      maxRps: limit.rps,
      rps,
      minutes,
      requests: sum(({ requests }) => requests),
      failed: sum(({ failed }) => failed),
      ...judge(course),
    };
    return { outcome, course };
  } finally {
    traffic.close();
    await worker.stop();
  }
}

async function watch(run: SoakRun, minutes: number): Promise<SoakMinute[]> {
  const progress = new ProgressLine('soak');
  const course: SoakMinute[] = [];
  await run.run(minutes, (figures) => {
    course.push(figures);
    const { minute, requests, failed, p50Ms, p99Ms, apiMb, workerMb } = figures;
    progress.show(
      `minute ${minute + 1} of ${minutes}: ${requests} requests, ${failed} failed, p50 ${p50Ms} ms, p99 ${p99Ms} ms, API ${apiMb} MB, worker ${workerMb} MB`,
    );
  });
  progress.end();
  return course;
}
