import { readSettings } from '@app/kernel';
import { createLogger } from './logger.js';

function written(environment: Record<string, string>, write: (log: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  write(createLogger(readSettings(environment), 'api', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

const JSON_FORM = { LOG_FORMAT: 'json' };

describe('the log', () => {
  it('is one JSON object a line, with level, time and process by name', () => {
    const line = JSON.parse(
      written(JSON_FORM, (log) => log.info({ route: '/graphql', ms: 3 }, 'request')),
    ) as object;
    expect(line).toMatchObject({ level: 'info', name: 'api', msg: 'request', route: '/graphql', ms: 3 });
    expect(line).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
  });

  it('keeps quiet below LOG_LEVEL', () => {
    const log = written({ ...JSON_FORM, LOG_LEVEL: 'error' }, (logger) => {
      logger.warn('unheard');
      logger.error('heard');
    });
    expect(log).not.toContain('unheard');
    expect(log).toContain('"heard"');
  });

  it.each([
    ['development', 'readable'],
    ['production', 'json'],
  ])('is by itself in %s %s', (environment, form) => {
    const log = written({ NODE_ENV: environment }, (logger) => logger.info({ route: '/x' }, 'request'));
    expect(log.startsWith('{')).toBe(form === 'json');
  });

  it('reads well for somebody at a terminal', () => {
    const log = written({ LOG_FORMAT: 'readable' }, (logger) =>
      logger.warn({ requestId: 'r', route: '/graphql', ms: 12 }, 'request'),
    );
    expect(log).toMatch(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}api: request route=\/graphql ms=12\n$/);
  });

  it('tells of an error without its values, its row and its statement', () => {
    const error = Object.assign(
      new Error('Key (kind, value)=(PHONE, +8613800138000) of 王芳 <wang.fang@例子.cn>'),
      {
        code: '23505',
        constraint: 'user_identifier_kind_value_key',
        detail: 'Key (value)=(+8613800138000) already exists.',
        parameters: ['+8613800138000', 'a-token'],
        query: "insert into user_identifier values ('+8613800138000')",
      },
    );
    for (const environment of [JSON_FORM, { LOG_FORMAT: 'readable' }]) {
      const log = written(environment, (logger) => logger.error({ err: error }, 'request failed'));
      expect(log).toContain('Key (kind, value)=(PHONE, [number])');
      expect(log.replaceAll(String(process.pid), '')).not.toMatch(/138|wang|a-token|insert into/);
    }
    expect(written(JSON_FORM, (logger) => logger.error({ err: error }))).toContain('"code":"23505"');
  });

  it('follows causes, and scrubs them too', () => {
    const error = new Error('could not send', { cause: new Error('refused by 138-0013-8000') });
    const log = written(JSON_FORM, (logger) => logger.error({ err: error }));
    expect(JSON.parse(log)).toMatchObject({
      err: { message: 'could not send', cause: { type: 'Error', message: 'refused by [number]' } },
    });
  });

  it('keeps ids, which are no personal data and find the thing', () => {
    const id = '0198e0f1-1234-7abc-8def-001234567890';
    expect(written(JSON_FORM, (logger) => logger.error({ err: new Error(`no need ${id}`) }))).toContain(id);
  });
});
