import { jest } from '@jest/globals';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import pino from 'pino';
import type { TestApp } from '../../support/test-app.js';

/** A line that the API has written. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Everything that a process says while a test listens: its log, and what is printed past it. */
export interface CapturedLog {
  /** Every character. */
  text(): string;
  /** The lines for requests. */
  requests(): LogLine[];
  clear(): void;
  release(): void;
}

/** Turns the log of an application, at its most talkative, and the standard streams into the test's hands. */
export function captureLog(app: Pick<TestApp, 'get'>): CapturedLog {
  const said: string[] = [];
  const logger = app.get<PlatformLogger & Record<symbol, unknown>>(LOGGER);
  const { level } = logger;
  const stream = logger[pino.symbols.streamSym];
  logger.level = 'trace';
  logger[pino.symbols.streamSym] = { write: (line: string) => said.push(line) };
  const hear = (chunk: unknown) => {
    said.push(String(chunk));
    return true;
  };
  const streams = [process.stdout, process.stderr].map((one) =>
    jest.spyOn(one, 'write').mockImplementation(hear),
  );
  const methods = (['log', 'info', 'warn', 'error'] as const).map((name) =>
    jest
      .spyOn(console, name)
      .mockImplementation((...parts: unknown[]) => void said.push(parts.map(String).join(' '))),
  );
  return {
    text: () => said.join(''),
    requests: () =>
      said
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as LogLine)
        .filter(({ msg }) => msg === 'request'),
    clear: () => void (said.length = 0),
    release: () => {
      [...streams, ...methods].forEach((spy) => spy.mockRestore());
      logger[pino.symbols.streamSym] = stream;
      logger.level = level;
    },
  };
}
