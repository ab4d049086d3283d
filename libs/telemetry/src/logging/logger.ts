import type { Settings } from '@app/kernel';
import pino, { type DestinationStream, type Logger } from 'pino';
import { describeError } from './describe-error.js';
import { readableLine } from './readable-lines.js';

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
