import { rushOf } from '../support/place-rush.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

const PLACES = 1000;
const WAITING = 1100;
const PATIENCE_MS = 600_000;

/** The rush of the ordinary tests in full; not a part of `npm test`. */
describe('1,000 cancellations at once', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  }, 60_000);
  afterAll(() => app.close());

  it(
    'have strictly the first 1,000 of the line offered a place, each once',
    async () => {
      const rush = await rushOf(app, PLACES, WAITING);
      expect([...rush.withdrawn].sort()).toEqual([...rush.holders].sort());
      expect([...rush.offered].sort()).toEqual(rush.line.slice(0, PLACES).sort());
      expect([...rush.waiting].sort()).toEqual(rush.line.slice(PLACES).sort());
      expect(rush.offers).toEqual(rush.line.slice(0, PLACES));
      expect(rush.timers).toBe(PLACES);
    },
    PATIENCE_MS,
  );
});
