import { setTimeout as pause } from 'node:timers/promises';
import { SearchUnavailableError } from '../../port/search.errors.js';
import { MeilisearchRefusal, TaskFailedError } from './meilisearch.errors.js';

/** What the server says of a task. */
export interface TaskState {
  readonly status: string;
  readonly error?: { readonly code: string; readonly message: string } | null;
}

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;

/** Waits for tasks with a deadline of its own: the client gives up after five seconds, a batch may take minutes. */
export class TaskWaiter {
  constructor(
    private readonly stateOf: (taskUid: number) => Promise<TaskState>,
    private readonly deadlineMs: number,
  ) {}

  /** Comes back when the task has succeeded. Throws TaskFailedError, or SearchUnavailableError for a lost task. */
  async wait(taskUid: number): Promise<void> {
    const until = performance.now() + this.deadlineMs;
    for (let milliseconds = FIRST_PAUSE_MS; performance.now() < until;) {
      const { status, error } = await this.state(taskUid);
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled')
        throw new TaskFailedError(taskUid, error?.code ?? status, error?.message ?? '');
      await pause(milliseconds);
      milliseconds = Math.min(LONGEST_PAUSE_MS, milliseconds * 1.5);
    }
    throw new SearchUnavailableError(`task ${taskUid} did not end within ${this.deadlineMs} ms`);
  }

  private async state(taskUid: number): Promise<TaskState> {
    try {
      return await this.stateOf(taskUid);
    } catch (error) {
      if (error instanceof MeilisearchRefusal && error.code === 'task_not_found')
        throw new SearchUnavailableError(`task ${taskUid} is lost`);
      throw error;
    }
  }
}
