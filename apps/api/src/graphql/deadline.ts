import { DomainError, withoutStack } from '@app/kernel';
import { type ExecutionResult, GraphQLError } from 'graphql';

const OUT_OF_TIME = Symbol('out of time');

/** The refusal of an operation, or of one of its statements, that took too long. */
export function tooSlow(milliseconds: number): DomainError {
  return new DomainError('UNAVAILABLE', 'QUERY_TOO_SLOW', { seconds: milliseconds / 1000 });
}

/** What came in time, or null; the work itself cannot be called back, its statements end by their own limit. */
export async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  if (!Number.isFinite(milliseconds)) return work;
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<typeof OUT_OF_TIME>((resolve) => {
    timer = setTimeout(() => resolve(OUT_OF_TIME), milliseconds);
  });
  try {
    const first = await Promise.race([work, end]);
    if (first !== OUT_OF_TIME) return first;
    work.catch(() => undefined);
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The answer to an operation whose time is over. */
export function outOfTime(milliseconds: number): ExecutionResult {
  return refusedBy(withoutStack(() => tooSlow(milliseconds)));
}

/** The answer to an operation that was refused as a whole. */
export function refusedBy(cause: DomainError): ExecutionResult {
  return { errors: [withoutStack(() => new GraphQLError(cause.code, { originalError: cause }))] };
}
