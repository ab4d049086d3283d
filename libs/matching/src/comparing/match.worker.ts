import { MatchThread, type ThreadAnswer, type ThreadTask } from './match-thread.js';

/** Entry of the threads that compute matches. */
const thread = new MatchThread();

/** Carries out a task of the pool. */
export function runTask(task: ThreadTask): ThreadAnswer {
  return thread.run(task);
}
