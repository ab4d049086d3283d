import { Clock, type RequestBudget, requestOver } from '@app/kernel';
import { NeedReader } from '@app/need-reading';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CurrentVectors } from '../vectors/current-vectors.js';
import { MatchComparer } from './match-comparer.js';
import { MatchComputer, type MatchTasks } from './match-tasks.js';
import type { SharedKnowledge, ThreadAnswer, ThreadTask } from './match-thread.js';

/** The compiled entry of a thread; under Jest, which runs TypeScript sources, there is none. */
const ENTRY = new URL('./match.worker.js', import.meta.url);
/** One processor is left to the thread that answers requests; more than four threads need more memory than they are worth. */
const MAX_THREADS = 4;
/** A thread that goes on for so long after its task is over is stuck in one step, and is replaced. */
const STUCK_MS = 10_000;

/** How many threads a machine gives to matching. */
export function matchThreads(processors = availableParallelism()): number {
  return Math.max(1, Math.min(MAX_THREADS, processors - 1));
}

/** The part of a pool that is used here. */
export interface ThreadPool {
  run(task: ThreadTask, options: { signal: AbortSignal }): Promise<ThreadAnswer>;
  destroy(): Promise<void>;
}

/**
 * Carries out the computing part of matching: in threads once {@link startThreads} was called, in the calling thread
 * before that. A task ends soon after its request is over: a flag in shared memory is looked at before every step.
 */
@Injectable()
export class MatchPool implements OnApplicationShutdown {
  private pool: ThreadPool | undefined;
  private readonly local: MatchComputer;

  constructor(
    reader: NeedReader,
    comparer: MatchComparer,
    private readonly vocabulary: ConceptVocabulary,
    private readonly vectors: CurrentVectors,
    private readonly clock: Clock,
  ) {
    this.local = new MatchComputer(reader, comparer);
  }

  /** Computes in threads from now on, where the program was compiled; a process that answers requests calls this. */
  startThreads(makePool: () => ThreadPool | null = compiledPool): void {
    this.pool ??= makePool() ?? undefined;
  }

  /** Runs a task; throws when the request is over before it is done. */
  async run<Name extends keyof MatchTasks>(
    name: Name,
    input: Parameters<MatchTasks[Name]>[0],
    budget?: RequestBudget,
  ): Promise<ReturnType<MatchTasks[Name]>> {
    budget?.throwIfOver();
    if (!this.pool) return this.runHere(name, input, budget);
    const task: ThreadTask = {
      name,
      input,
      now: this.clock.now().getTime(),
      over: budget?.flag ?? null,
      version: this.version(),
    };
    let answer = await this.send(this.pool, task, budget);
    if ('lacks' in answer)
      answer = await this.send(this.pool, { ...task, knowledge: this.knowledge() }, budget);
    if (!('result' in answer)) throw requestOver();
    return answer.result as ReturnType<MatchTasks[Name]>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private runHere<Name extends keyof MatchTasks>(
    name: Name,
    input: Parameters<MatchTasks[Name]>[0],
    budget: RequestBudget | undefined,
  ): ReturnType<MatchTasks[Name]> {
    const atStep = (): void => budget?.throwIfOver();
    return this.local[name](input as never, atStep) as ReturnType<MatchTasks[Name]>;
  }

  /** Ending a task from outside ends its thread, which takes a second to start anew: that is left to stuck ones. */
  private async send(
    pool: ThreadPool,
    task: ThreadTask,
    budget: RequestBudget | undefined,
  ): Promise<ThreadAnswer> {
    const stuck = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const forget = budget?.onEnd(() => {
      timer = setTimeout(() => stuck.abort(), STUCK_MS).unref();
    });
    try {
      return await pool.run(task, { signal: stuck.signal });
    } catch (error) {
      if (stuck.signal.aborted) return { over: true };
      throw error;
    } finally {
      forget?.();
      clearTimeout(timer);
    }
  }

  private version(): string {
    return `${this.vectors.getVectors()?.version ?? ''} ${this.vocabulary.learntVersion}`;
  }

  private knowledge(): SharedKnowledge {
    const vectors = this.vectors.getVectors();
    return {
      vectors: vectors && { ...vectors.stored, version: vectors.version },
      names: this.vocabulary.learntNames(),
    };
  }
}

function compiledPool(): ThreadPool | null {
  if (!existsSync(fileURLToPath(ENTRY))) return null;
  const threads = matchThreads();
  const pool = new Piscina({
    filename: ENTRY.href,
    name: 'runTask',
    minThreads: threads,
    maxThreads: threads,
    // How many wait is limited where requests are let in, by whoever asks.
    maxQueue: Number.POSITIVE_INFINITY,
    // A thread that sleeps on a lock cannot be told from one that works, in profiles and by signals.
    atomics: 'disabled',
    // On a busy machine the thread that answers requests comes first.
    niceIncrement: 4,
  });
  return {
    run: (task, options) => pool.run(task, options) as Promise<ThreadAnswer>,
    destroy: () => pool.destroy(),
  };
}
