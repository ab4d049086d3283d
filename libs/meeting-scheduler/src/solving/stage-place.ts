import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compileProblem } from '../problem/slot-model.js';
import type { MeetingProblem } from '../problem/meeting-problem.js';
import { runStage, type SolverStage, type StageOutcome, type StageProgress } from './run-stage.js';

/** Where stages run, one after another. */
export interface StagePlace {
  run(stage: SolverStage, onProgress: (progress: StageProgress) => void): Promise<StageOutcome>;
  /** Ends the stage at work soon; its outcome is the best so far. */
  stop(): void;
  close(): Promise<void>;
}

/** The compiled entry of the thread; under Jest, which runs TypeScript sources, there is none. */
const ENTRY = new URL('./solver.worker.js', import.meta.url);

/** Whether there are threads, so that two stages can be at work at the same time. */
export function hasThreads(): boolean {
  return existsSync(fileURLToPath(ENTRY));
}

/** A thread where the compiled entry exists, this thread otherwise. */
export function openStagePlace(problem: MeetingProblem): StagePlace {
  return hasThreads() ? new StageThread(problem) : inThisThread(problem);
}

function inThisThread(problem: MeetingProblem): StagePlace {
  const model = compileProblem(problem);
  let stopped = false;
  return {
    run: (stage, onProgress) => {
      stopped = false;
      return runStage(model, stage, { stopped: () => stopped, onProgress });
    },
    stop: () => void (stopped = true),
    close: () => Promise.resolve(),
  };
}

interface Answer {
  readonly ticket: number;
  readonly outcome?: StageOutcome;
  readonly progress?: StageProgress;
  readonly error?: string;
}

/** A thread that holds the problem and does stages. It is told to stop through memory that both threads see. */
class StageThread implements StagePlace {
  private readonly stopFlag = new Int32Array(new SharedArrayBuffer(4));
  private readonly thread: Worker;
  private ticket = 0;
  private waiting: ((answer: Answer) => void) | null = null;

  constructor(problem: MeetingProblem) {
    this.thread = new Worker(ENTRY, { workerData: { problem, stop: this.stopFlag } });
    const fail = (error: string) => this.waiting?.({ ticket: this.ticket, error });
    this.thread.on('message', (answer: Answer) => this.waiting?.(answer));
    this.thread.on('error', (error: Error) => fail(error.message));
    this.thread.on('exit', () => fail('the solver’s thread ended'));
  }

  run(stage: SolverStage, onProgress: (progress: StageProgress) => void): Promise<StageOutcome> {
    const ticket = ++this.ticket;
    return new Promise((resolve, reject) => {
      this.waiting = (answer) => {
        if (answer.ticket !== ticket) return;
        if (answer.progress) onProgress(answer.progress);
        if (answer.outcome) resolve(answer.outcome);
        if (answer.error !== undefined) reject(new Error(answer.error));
      };
      this.thread.postMessage({ stage, ticket });
    });
  }

  stop(): void {
    Atomics.store(this.stopFlag, 0, this.ticket);
  }

  async close(): Promise<void> {
    this.waiting = null;
    await this.thread.terminate();
  }
}
