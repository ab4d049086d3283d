import { reportProblem } from '@app/kernel';

/** SQLSTATE classes and codes of a server that is going, gone or coming: connection, shutdown, starting up, too many, disk full. */
const GONE_STATES = /^(08...|57P0[1-3]|53[13]00)$/;
/** Codes of the system when nobody answers or a connection breaks. */
const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What the driver says without a code of connections that broke or never came about. */
const GONE_WORDS =
  /connection terminated|not queryable|timeout exceeded when trying to connect|query runner already released|driver not connected/i;

/** Whether an error means that the database cannot be reached for the moment: the same thing tried again may work. */
export function databaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (error instanceof AggregateError) return error.errors.some(databaseGone);
  if (typeof code === 'string') return GONE_STATES.test(code) || GONE_CODES.has(code);
  return GONE_WORDS.test(error.message);
}

/**
 * What pg-boss throws where nobody can catch it: it notes the end of a job without waiting for it, and the database may be
 * lost just then. The job counts as running until it expires and is then carried out once more, so the worker goes on.
 * Everything else ends the process, as Node does by itself.
 */
export function outliveLostDatabase(error: unknown): void {
  if (!databaseGone(error)) throw error;
  reportProblem('database lost while something was noted in passing', error);
}
