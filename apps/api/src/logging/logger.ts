import type { Settings } from '@app/kernel';
import pino, { type Logger } from 'pino';

/** Dependency-injection token of the process's logger. */
export const LOGGER = Symbol('Logger');

export type PlatformLogger = Logger;

/** The logger of a process: JSON lines on standard error, without personal data. */
export function createLogger(settings: Settings, name: string): PlatformLogger {
  return pino(
    { name, level: settings.LOG_LEVEL, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    pino.destination(2),
  );
}
