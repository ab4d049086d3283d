import { readSettings } from '@app/kernel';
import { wantsDemonstration } from './demonstration.js';

describe('demonstration data', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ DEMO: '1' }, false, true],
    [{ DEMO: '0' }, true, false],
    [{ DEMO: '' }, true, true],
    [{ NODE_ENV: 'production' }, true, false],
  ])('with %j on an embedded database or not (%p): %p', (environment, embedded, wanted) => {
    expect(wantsDemonstration(readSettings(environment), embedded, environment['DEMO'])).toBe(wanted);
  });

  it('is refused in production', () => {
    const settings = readSettings({ NODE_ENV: 'production', DEMO: '1' });
    expect(() => wantsDemonstration(settings, true, '1')).toThrow(
      'Demonstration data is refused when NODE_ENV=production: leave DEMO out.',
    );
  });
});
