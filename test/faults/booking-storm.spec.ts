import { BookingStorm, withoutGuard } from '../support/booking-storm.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

const CLIENTS = 64;
const ATTEMPTS = 10_000;
const EVENT = { slots: 100, houses: 14, tables: 6 };
const HALF_AN_HOUR_MS = 1_800_000;

/** The storm of the ordinary tests in full; not a part of `npm test`. */
describe('a storm of bookings', () => {
  let app: TestApp;
  beforeEach(async () => {
    // So many clients may wait long on a busy machine; what is looked for is what they are told in the end.
    app = await createTestApp({ operationMs: Number.POSITIVE_INFINITY });
  }, 60_000);
  afterEach(() => app.close());

  it(
    'of 64 clients and 10,000 attempts on 100 slots: no overlap, no deadlock',
    async () => {
      const { errors, overlaps, ...figures } = await (
        await BookingStorm.prepare(app, EVENT)
      ).rage(CLIENTS, ATTEMPTS);
      console.log({ ...figures, errors: errors.length, overlaps });
      expect(errors).toEqual([]);
      expect(overlaps).toBe(0);
      expect(figures.meetings).toBeGreaterThan(0);
    },
    HALF_AN_HOUR_MS,
  );

  it(
    'without the guard of the database it fails',
    async () => {
      await withoutGuard(app);
      const { overlaps } = await (await BookingStorm.prepare(app, EVENT)).rage(CLIENTS, ATTEMPTS);
      console.log({ overlapsWithoutGuard: overlaps });
      expect(overlaps).toBeGreaterThan(0);
    },
    HALF_AN_HOUR_MS,
  );
});
