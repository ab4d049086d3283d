import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Planner {
  planned(
    present: readonly Slot[],
    plan: { from: string; minutes: number; pause: number; count: number },
    event: Slot,
  ): Slot[];
  furtherTables(present: readonly string[], count: number): string[];
}

interface Format {
  instantOf(wall: string, zone: string): string;
  wallTime(instant: string, zone: string): string;
}

const load = (name: string) => import(pathToFileURL(resolve('apps/web/src', name)).href) as Promise<unknown>;

const EVENT = { startsAt: '2026-03-01T01:00:00.000Z', endsAt: '2026-03-01T03:00:00.000Z' };

describe('slots and tables as an organizer plans them', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = (await load('pages/desk/events/slot-planner.ts')) as Planner;
  });

  it('slots follow one another with time to walk, within the event', () => {
    const slots = planner.planned([], { from: EVENT.startsAt, minutes: 20, pause: 10, count: 9 }, EVENT);
    expect(slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(['01:00', '01:30', '02:00', '02:30']);
    expect(slots.at(-1)?.endsAt).toBe('2026-03-01T02:50:00.000Z');
  });

  it('slots leave those in peace that are there', () => {
    const present = [{ startsAt: '2026-03-01T01:15:00.000Z', endsAt: '2026-03-01T01:35:00.000Z' }];
    const slots = planner.planned(present, { from: EVENT.startsAt, minutes: 20, pause: 0, count: 3 }, EVENT);
    expect(slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(['01:15', '01:40']);
  });

  it('further tables take the numbers that are free', () => {
    expect(planner.furtherTables(['T2', '窗边'], 2)).toEqual(['T2', '窗边', 'T1', 'T3']);
  });
});

describe('a time on the wall of a venue', () => {
  let format: Format;
  beforeAll(async () => {
    format = (await load('texts/format.ts')) as Format;
  });

  it.each([
    ['2026-07-01T09:00', 'Asia/Shanghai', '2026-07-01T01:00:00.000Z'],
    ['2026-03-29T09:00', 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['2026-03-29T00:30', 'Europe/Berlin', '2026-03-28T23:30:00.000Z'],
  ])('%s in %s is one instant', (wall, zone, instant) => {
    expect(format.instantOf(wall, zone)).toBe(instant);
    expect(format.wallTime(instant, zone)).toBe(wall);
  });
});
