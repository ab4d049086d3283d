import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { channel } from 'node:diagnostics_channel';
import { DomainError } from '../errors/domain-error.js';

/** Something went wrong outside of any request: the connection of a timer, a message that nobody waits for. */
export interface Problem {
  /** Which part of the platform says so. */
  readonly area: string;
  readonly error: unknown;
}

const problems = channel('lianqiao.problem');

/** Tells the log of the process; where there is none, standard error. */
export function reportProblem(area: string, error: unknown): void {
  if (problems.hasSubscribers) problems.publish({ area, error } satisfies Problem);
  else console.error(`${area}: ${error instanceof Error ? error.message : String(error)}`);
}

/** Listens to problems of this process; gives what stops the listening. */
export function onProblem(listener: (problem: Problem) => void): () => void {
  const heard = (message: unknown) => listener(message as Problem);
  problems.subscribe(heard);
  return () => {
    problems.unsubscribe(heard);
  };
}

/** Which part of the platform did a piece of work. */
export type WorkArea = 'SEARCH' | 'JOB' | 'DELIVERY' | 'DATABASE';

/** How a piece of work ended: a refusal is the asker's fault, a failure is ours. */
export type WorkOutcome = 'OK' | 'REFUSED' | 'FAILED';

/** A piece of work that is over. */
export interface ObservedWork {
  readonly area: WorkArea;
  /** What was done, from a small closed set: a queue, a consumer, a method of the search engine. */
  readonly name: string;
  readonly seconds: number;
  readonly outcome: WorkOutcome;
  /** The result itself says that it is second best. */
  readonly degraded: boolean;
}

const finished = channel('lianqiao.work');
const tracer = trace.getTracer('lianqiao');

/**
 * Does a piece of work under the eyes of whoever watches: an OpenTelemetry span when an SDK is attached, and a notice
 * on the diagnostics channel `lianqiao.work` when somebody listens. Neither carries texts, values or personal data.
 */
export async function observed<T>(area: WorkArea, name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  return tracer.startActiveSpan(`${area.toLowerCase()} ${name}`, async (span) => {
    try {
      const result = await work();
      tell(area, name, started, 'OK', isDegraded(result));
      return result;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome === 'FAILED') markFailed(span, error);
      tell(area, name, started, outcome, false);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Does a piece of work inside an OpenTelemetry span; without an SDK that costs next to nothing. */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      if (outcomeOf(error) === 'FAILED') markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Listens to every piece of work that ends in this process; gives what stops the listening. */
export function onWork(listener: (work: ObservedWork) => void): () => void {
  const heard = (message: unknown) => listener(message as ObservedWork);
  finished.subscribe(heard);
  return () => {
    finished.unsubscribe(heard);
  };
}

function tell(area: WorkArea, name: string, started: number, outcome: WorkOutcome, degraded: boolean): void {
  if (!finished.hasSubscribers) return;
  const seconds = (performance.now() - started) / 1000;
  finished.publish({ area, name, seconds, outcome, degraded } satisfies ObservedWork);
}

/** The message of a database error may quote what somebody wrote, so a span gets no more than the error's name. */
function markFailed(span: Span, error: unknown): void {
  span.setStatus({
    code: SpanStatusCode.ERROR,
    message: error instanceof Error ? error.name : typeof error,
  });
}

function outcomeOf(error: unknown): WorkOutcome {
  return error instanceof DomainError && error.kind !== 'UNAVAILABLE' ? 'REFUSED' : 'FAILED';
}

function isDegraded(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'degraded' in result && result.degraded === true;
}
