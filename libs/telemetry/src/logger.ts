import { onProblem, onWork, type Settings } from '@app/kernel';
import { Inject, Injectable, type LoggerService, type OnApplicationShutdown } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

const EMAIL = /[^\s"'()=,<>:;]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Telephone numbers have at least seven digits (ITU-T E.164 with a country code, or a mainland mobile without). */
const NUMBER = /\+?\d(?:[ -]?\d){6,}/g;
/** Ids are no personal data, and without them a log is of little use. */
const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** Takes numbers and addresses of persons out of a message, which may quote what somebody wrote. */
export function scrub(text: string): string {
  const kept: string[] = [];
  const aside = text.replace(ID, (id) => {
    kept.push(id);
    return '\u0000';
  });
  const clean = aside.replace(EMAIL, '[e-mail]').replace(NUMBER, '[number]');
  return clean
    .split('\u0000')
    .map((piece, place) => piece + (kept[place] ?? ''))
    .join('');
}

/** An error as the log has it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  /** SQLSTATE or a code of the system. */
  readonly code?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 3;

/**
 * What the log says of an error: never its other properties, since those of database errors hold the statement's values
 * and the row.
 */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: scrub(error.message),
    ...(error.stack ? { stack: scrub(error.stack) } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** Fields of a line that have their own place, or say nothing to somebody at a terminal. */
const PLACED = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err', 'requestId']);

interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly name?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

/** Writes a JSON line of the log as one that reads well: time, level, process, message, then what belongs to it. */
export function readableLine(json: string): string {
  const line = JSON.parse(json) as LogLine & Record<string, unknown>;
  const rest = Object.entries(line)
    .filter(([key]) => !PLACED.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = [line.time.slice(11, 23), line.level.toUpperCase().padEnd(5), `${line.name ?? ''}:`];
  const text = [...head, ...(line.msg ? [line.msg] : []), ...rest].join(' ');
  const trouble = line.err ? (line.err.stack ?? line.err.message ?? '') : '';
  return trouble ? `${text}\n${trouble}\n` : `${text}\n`;
}

/** Dependency-injection token of the process's logger. */
export const LOGGER = Symbol('Logger');

export type PlatformLogger = Logger;

/**
 * The logger of a process, on standard error: one JSON object a line, or lines that read well. Callers hand it ids and
 * codes only; errors lose their values, numbers and addresses on the way.
 */
export function createLogger(
  settings: Pick<Settings, 'LOG_LEVEL' | 'LOG_FORMAT' | 'production'>,
  name: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): PlatformLogger {
  const format = settings.LOG_FORMAT ?? (settings.production ? 'json' : 'readable');
  const readable: DestinationStream = { write: (line) => void destination.write(readableLine(line)) };
  return pino(
    {
      name,
      level: settings.LOG_LEVEL,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    format === 'json' ? destination : readable,
  );
}

/** Lets what the framework and Nest's `Logger` say go into the process's log. */
export class NestLogs implements LoggerService {
  constructor(private readonly logger: PlatformLogger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.logger.debug(...line(message, more));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.logger.warn(...line(message, more));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.logger.error(...line(message, more));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.logger.fatal(...line(message, more));
  }
}

/** Nest hands over the message, perhaps a stack, and last where it comes from. */
function line(message: unknown, more: readonly unknown[]): [object, string] {
  const texts = more.filter((one): one is string => typeof one === 'string');
  const from = texts.at(-1);
  const stack = texts.length > 1 ? texts[0] : undefined;
  const fields = { ...(from ? { from } : {}), ...(stack ? { stack: scrub(stack) } : {}) };
  if (message instanceof Error) return [{ ...fields, err: message }, message.name];
  return [fields, scrub(String(message))];
}

/** Writes down what happens outside of requests: jobs, deliveries, and problems that nobody waits for. */
@Injectable()
export class WorkLog implements OnApplicationShutdown {
  private readonly stopHearing: readonly (() => void)[];

  constructor(@Inject(LOGGER) logger: PlatformLogger) {
    this.stopHearing = [
      onProblem(({ area, error }) => logger.error({ area, err: error }, 'problem')),
      onWork(({ area, name, seconds, outcome }) => {
        if (area !== 'JOB' && area !== 'DELIVERY') return;
        const level = outcome === 'FAILED' ? 'warn' : area === 'JOB' ? 'info' : 'debug';
        logger[level]({ work: name, outcome, ms: Math.round(seconds * 1000) }, area.toLowerCase());
      }),
    ];
  }

  onApplicationShutdown(): void {
    this.stopHearing.forEach((stop) => stop());
  }
}
