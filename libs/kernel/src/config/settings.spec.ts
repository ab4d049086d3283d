import { resolve } from 'node:path';
import { describeSettings, readSettings } from './settings.js';

describe('the settings', () => {
  it('are complete without any variable', () => {
    expect(readSettings({}).DATABASE_URL).toBeUndefined();
    expect(readSettings({})).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      DATA_DIR: resolve('.lianqiao'),
      DEMO: false,
      LOG_LEVEL: 'info',
      METRICS_PORT: 0,
      WORKER_METRICS_PORT: 0,
      production: false,
    });
  });

  it('take an empty variable for one that is not set', () => {
    const empty = Object.fromEntries(describeSettings().map(({ name }) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', 'seven', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535'],
    ['METRICS_PORT', '0x10', 'METRICS_PORT must be a whole number from 0 to 65535'],
    [
      'DATABASE_URL',
      'mysql://localhost/x',
      'DATABASE_URL must start with postgres:// or postgresql:// and be an address',
    ],
    [
      'DATABASE_URL',
      'postgres://[half',
      'DATABASE_URL must start with postgres:// or postgresql:// and be an address',
    ],
    ['MEILI_URL', 'localhost:7700', 'MEILI_URL must start with http:// or https:// and be an address'],
    ['PUBLIC_URL', 'portal.example', 'PUBLIC_URL must start with http:// or https:// and be an address'],
    ['DEMO', 'yes', 'DEMO must be 0, 1, true or false'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent'],
    ['LOG_FORMAT', 'xml', 'LOG_FORMAT must be json or readable'],
    ['EMBEDDER_URL', 'localhost:8080', 'EMBEDDER_URL must start with http:// or https:// and be an address'],
    ['EMBEDDER_DIMENSIONS', '7', 'EMBEDDER_DIMENSIONS must be a whole number from 8 to 4096'],
    ['METRICS_TOKEN', 'short', 'METRICS_TOKEN must have at least 16 characters and no blanks'],
  ])('refuse %s=%s with one sentence', (name, value, sentence) => {
    expect(() => readSettings({ [name]: value })).toThrow(new Error(`Wrong configuration: ${sentence}.`));
  });

  it('name every wrong variable at once', () => {
    expect(() => readSettings({ PORT: 'x', DEMO: 'maybe', HOST: '127.0.0.1' })).toThrow(
      'Wrong configuration: PORT must be a whole number from 0 to 65535; DEMO must be 0, 1, true or false.',
    );
  });

  it('never repeat a secret that they refuse', () => {
    const refused = () => readSettings({ DATABASE_URL: 'postgre://u:hunter2@h/d', METRICS_TOKEN: 'hunter2' });
    expect(refused).toThrow(expect.not.stringContaining('hunter2') as string);
    expect(refused).toThrow('DATABASE_URL');
  });

  it('ask for the model wherever there is an embedder', () => {
    const embedder = {
      EMBEDDER_URL: 'http://127.0.0.1:8080',
      EMBEDDER_MODEL: 'm',
      EMBEDDER_DIMENSIONS: '64',
    };
    expect(readSettings(embedder)).toMatchObject({ ...embedder, EMBEDDER_DIMENSIONS: 64 });
    for (const missing of ['EMBEDDER_MODEL', 'EMBEDDER_DIMENSIONS'])
      expect(() => readSettings({ ...embedder, [missing]: undefined })).toThrow(
        'EMBEDDER_URL needs EMBEDDER_MODEL and EMBEDDER_DIMENSIONS',
      );
  });

  it('open the monitor to others only with a token', () => {
    const token = 'a-token-of-some-length';
    expect(() => readSettings({ METRICS_HOST: '0.0.0.0' })).toThrow('needs METRICS_TOKEN');
    expect(() => readSettings({ METRICS_HOST: 'monitor.internal' })).toThrow('needs METRICS_TOKEN');
    expect(readSettings({ METRICS_HOST: '0.0.0.0', METRICS_TOKEN: token }).METRICS_TOKEN).toBe(token);
    for (const loopback of ['127.0.0.1', '127.8.8.8', '::1', 'localhost'])
      expect(readSettings({ METRICS_HOST: loopback }).METRICS_HOST).toBe(loopback);
  });
});
