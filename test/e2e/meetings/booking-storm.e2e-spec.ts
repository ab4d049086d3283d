import { BookingStorm, withoutGuard } from '../../support/booking-storm.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** The long form, 64 clients and 10,000 attempts, is in test/faults. */
const CLIENTS = 12;
const ATTEMPTS = 150;
const MOST_STORMS = 12;
const EVENT = { slots: 3, houses: 3, tables: 2 };

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
}, 60_000);
afterEach(() => app.close());

it('a storm of bookings leaves nobody at two tables at once, and no client sees a deadlock', async () => {
  const storm = await BookingStorm.prepare(app, EVENT);
  const figures = await storm.rage(CLIENTS, ATTEMPTS);
  expect(figures.errors).toEqual([]);
  expect(figures.overlaps).toBe(0);
  expect(figures.meetings).toBeGreaterThan(0);
  expect(figures.outcomes['MEETING_SEAT_TAKEN']).toBeGreaterThan(0);
}, 120_000);

it('without the guard in the database the same storm seats persons twice', async () => {
  await withoutGuard(app);
  const storm = await BookingStorm.prepare(app, EVENT);
  // An overlap may be called off again before anybody counts: the storm goes on until one stands.
  let overlaps = 0;
  for (let rage = 0; overlaps === 0 && rage < MOST_STORMS; rage++)
    ({ overlaps } = await storm.rage(CLIENTS, ATTEMPTS));
  expect(overlaps).toBeGreaterThan(0);
}, 120_000);
