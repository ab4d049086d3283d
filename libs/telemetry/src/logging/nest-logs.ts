import type { LoggerService } from '@nestjs/common';
import { type PlatformLogger, scrub } from './logger.js';

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
