import { setTimeout as pause } from 'node:timers/promises';
import { Latencies } from '../latency.js';
import type { ServerProcess } from '../server-process.js';
import type { SoakMinute } from './soak-minute.js';
import type { SoakTraffic } from './soak-traffic.js';

const MINUTE_MS = 60_000;
/** Beyond so many requests under way the server does not keep up, and more would only queue here. */
const MOST_UNDER_WAY = 500;

/** The processes whose memory is watched. */
export interface SoakedProcesses {
  readonly api: ServerProcess;
  readonly worker: ServerProcess;
}

/**
 * Sends requests at a steady pace, whether or not earlier ones have been answered, so that a slow server is seen as slow.
 * Latency counts from the moment a request was due, hence includes the time it waited to be sent.
 */
export class SoakRun {
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
