import { readSettings } from '@app/kernel';
import { Logger } from '@nestjs/common';
import { createLogger, NestLogs } from './logger.js';

describe('what the framework says', () => {
  const lines: string[] = [];
  const logger = createLogger(readSettings({ LOG_FORMAT: 'json' }), 'api', {
    write: (line) => void lines.push(line),
  });

  beforeEach(() => {
    lines.length = 0;
    Logger.overrideLogger(new NestLogs(logger));
  });
  afterAll(() => Logger.overrideLogger(['error', 'warn']));

  it('goes into the log with its level and where it comes from', () => {
    new Logger('Search').warn('answering from PostgreSQL');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'warn',
      from: 'Search',
      msg: 'answering from PostgreSQL',
    });
  });

  it('loses numbers on the way, in stacks too', () => {
    new Logger('X').error('no such number 13800138000', 'Error: 13800138000\n    at x (y.js:12:34)');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      msg: 'no such number [number]',
      stack: 'Error: [number]\n    at x (y.js:12:34)',
    });
  });

  it('is left out below the level, as the framework’s chatter is', () => {
    new Logger('RouterExplorer').log('Mapped {/graphql, POST} route');
    expect(lines).toEqual([]);
  });
});
