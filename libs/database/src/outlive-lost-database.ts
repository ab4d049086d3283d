import { reportProblem } from '@app/kernel';
import { databaseGone } from './database-gone.js';

/**
 * What pg-boss throws where nobody can catch it: it notes the end of a job without waiting for it, and the database may be
 * lost just then. The job counts as running until it expires and is then carried out once more, so the worker goes on.
 * Everything else ends the process, as Node does by itself.
 */
export function outliveLostDatabase(error: unknown): void {
  if (!databaseGone(error)) throw error;
  reportProblem('database lost while something was noted in passing', error);
}
