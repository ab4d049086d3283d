import { Command, Option } from 'nest-commander';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ProgressLine, table } from '../../apps/cli/src/output.js';
import { seedNeeds } from './bench-http.command.js';
import { type BenchMarket, withBenchMarket } from './bench-market.js';
import { Latencies, load } from './latency.js';
import { MeasuredCommand, type MeasuredOptions } from './measured.command.js';
import { type ServerProcess, startServer, WORKER } from './server-process.js';
import { judge, type SoakMinute, type SoakVerdict } from './soak-minute.js';
import { plotSoak } from './soak-plot.js';
import { SoakTraffic } from './soak-traffic.js';

const MINUTE_MS = 60_000;
/** Beyond so many requests under way the server does not keep up, and more would only queue here. */
const MOST_UNDER_WAY = 500;

/** The processes whose memory is watched. */
interface SoakedProcesses {
  readonly api: ServerProcess;
  readonly worker: ServerProcess;
}

/**
 * Sends requests at a steady pace, whether or not earlier ones have been answered, so that a slow server is seen as slow.
 * Latency counts from the moment a request was due, hence includes the time it waited to be sent.
 */
class SoakRun {
  private durations: number[] = [];
  private failed = 0;
  private sent = 0;
  private underWay = 0;
  private firstFailure: string | undefined;

  constructor(
    private readonly traffic: SoakTraffic,
    private readonly processes: SoakedProcesses,
    private readonly perSecond: number,
    /** Number of its first request: writes carry it, and must not have been made before. */
    private readonly firstNumber: number,
  ) {}

  /** What the first failed request failed with. */
  get failure(): string | undefined {
    return this.firstFailure;
  }

  /** Runs for so many minutes and gives each of them as it ends. */
  async run(minutes: number, onMinute: (minute: SoakMinute) => void): Promise<void> {
    const began = performance.now();
    let minute = 0;
    while (minute < minutes) {
      const due = began + (this.sent * 1000) / this.perSecond;
      if (due > performance.now()) await pause(due - performance.now());
      if (performance.now() >= began + (minute + 1) * MINUTE_MS) onMinute(this.close(minute++));
      this.send(due);
    }
    while (this.underWay > 0) await pause(20);
  }

  private send(due: number): void {
    const number = this.firstNumber + this.sent++;
    if (this.underWay >= MOST_UNDER_WAY) return this.fail('the server does not keep up');
    this.underWay++;
    this.traffic
      .send(number)
      .then(
        () => void this.durations.push(performance.now() - due),
        (error: unknown) => this.fail(error instanceof Error ? error.message : String(error)),
      )
      .finally(() => this.underWay--);
  }

  private fail(reason: string): void {
    this.failed++;
    this.firstFailure ??= reason;
  }

  private close(minute: number): SoakMinute {
    const latencies = new Latencies(this.durations);
    const figures = {
      minute,
      requests: this.durations.length + this.failed,
      failed: this.failed,
      p50Ms: latencies.percentile(0.5),
      p99Ms: latencies.percentile(0.99),
      apiMb: this.processes.api.rssMb(),
      workerMb: this.processes.worker.rssMb(),
    };
    this.durations = [];
    this.failed = 0;
    return figures;
  }
}

const CONNECTIONS = 64;
/** As many at once as make the server work at its limit without queueing for long. */
const AT_THE_LIMIT = 8;
const WARM_UP_CALLS = 1000;
const CALLS_AT_THE_LIMIT = 4000;
/** Numbers of requests that the measurement of the limit has used. */
const FIRST_OF_RUN = 1_000_000;
const SHARE_OF_LIMIT = 0.5;

/** How a long run is asked for. */
interface SoakOptions extends MeasuredOptions {
  readonly minutes?: number;
  /** Where the plot is written. */
  readonly plot?: string;
}

/** What a long run found. */
interface SoakOutcome extends SoakVerdict {
  readonly engine: string;
  readonly documents: number;
  readonly maxRps: number;
  readonly rps: number;
  readonly minutes: number;
  readonly requests: number;
  readonly failed: number;
}

/** Finds the highest rate, then holds half of it for an hour and watches memory and latency. */
async function measureSoak(options: SoakOptions): Promise<void> {
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

/** `bench:soak`: whether memory and latency stay where they are under a load that stays the same. */
@Command({
  name: 'bench:soak',
  description: 'Holds half of the highest rate for an hour and watches memory and latency of API and worker.',
})
export class BenchSoakCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: SoakOptions): Promise<void> {
    await measureSoak(options);
  }

  @Option({ flags: '--minutes <number>', description: 'How long (60).' })
  parseMinutes(value: string): number {
    const minutes = Number(value);
    if (!Number.isInteger(minutes) || minutes < 3) throw new Error('--minutes takes a whole number from 3.');
    return minutes;
  }

  @Option({ flags: '--plot <file>', description: 'Where to write memory and latency by minute as SVG.' })
  parsePlot(value: string): string {
    return resolve(process.env['INIT_CWD'] ?? process.cwd(), value);
  }
}
