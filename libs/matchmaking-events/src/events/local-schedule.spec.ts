import { type LocalSchedule, resolveSchedule } from './local-schedule.js';
import { LocalTimeOccurrence } from './matchmaking-event.enums.js';

const schedule = (wish: Partial<LocalSchedule>): LocalSchedule => ({
  zone: 'Asia/Shanghai',
  startsLocal: '2026-12-01T09:00',
  startsOccurrence: null,
  endsLocal: '2026-12-01T17:00',
  endsOccurrence: null,
  ...wish,
});
const instants = (wish: Partial<LocalSchedule>) => {
  const { startsAt, endsAt } = resolveSchedule(schedule(wish));
  return [startsAt.toISOString(), endsAt.toISOString()];
};
const refusal = (wish: Partial<LocalSchedule>) => {
  try {
    return resolveSchedule(schedule(wish));
  } catch (error) {
    const { code, fields } = error as { code: string; fields: string[] };
    return [code, ...fields];
  }
};

describe('the instants of a schedule', () => {
  it('follow from the clock on the wall and its zone', () => {
    expect(instants({})).toEqual(['2026-12-01T01:00:00.000Z', '2026-12-01T09:00:00.000Z']);
    expect(instants({ zone: 'America/New_York' })).toEqual([
      '2026-12-01T14:00:00.000Z',
      '2026-12-01T22:00:00.000Z',
    ]);
    expect(instants({ zone: 'UTC' })[0]).toBe('2026-12-01T09:00:00.000Z');
  });

  it('span the change of clocks by real hours', () => {
    const [startsAt, endsAt] = instants({
      zone: 'Europe/Berlin',
      startsLocal: '2026-10-24T18:00',
      endsLocal: '2026-10-25T18:00',
    });
    expect(Date.parse(endsAt!) - Date.parse(startsAt!)).toBe(25 * 3_600_000);
  });

  it('of a clock time that comes twice follow from which one is meant', () => {
    const night = { zone: 'Europe/Berlin', startsLocal: '2026-10-25T02:30', endsLocal: '2026-10-25T09:00' };
    expect(instants({ ...night, startsOccurrence: LocalTimeOccurrence.EARLIER })[0]).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(instants({ ...night, startsOccurrence: LocalTimeOccurrence.LATER })[0]).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    expect(refusal(night)).toEqual(['LOCAL_TIME_AMBIGUOUS', 'input.schedule.starts']);
  });

  it('spell a zone as its list does', () => {
    expect(resolveSchedule(schedule({ zone: 'asia/shanghai' })).zone).toBe('Asia/Shanghai');
  });
});

describe('a schedule is refused', () => {
  it.each<[string, Partial<LocalSchedule>, string, string]>([
    ['in a zone that there is not', { zone: 'Asia/Hangzhou' }, 'UNKNOWN_TIME_ZONE', 'zone'],
    ['with an offset for a zone', { zone: '+08:00' }, 'UNKNOWN_TIME_ZONE', 'zone'],
    [
      'at a time that clocks skip',
      { zone: 'Europe/Berlin', startsLocal: '2026-03-29T02:30', endsLocal: '2026-03-29T09:00' },
      'LOCAL_TIME_SKIPPED',
      'starts',
    ],
    [
      'at a time that China skipped in 1986',
      { startsLocal: '1986-05-04T02:30', endsLocal: '1986-05-04T09:00' },
      'LOCAL_TIME_SKIPPED',
      'starts',
    ],
    ['on a day that there is not', { startsLocal: '2026-02-30T09:00' }, 'INVALID_LOCAL_TIME', 'starts'],
    ['with seconds or an offset', { startsLocal: '2026-12-01T09:00Z' }, 'INVALID_LOCAL_TIME', 'starts'],
    ['that ends as it starts', { endsLocal: '2026-12-01T09:00' }, 'EVENT_ENDS_BEFORE_START', 'ends'],
    ['that ends before it starts', { endsLocal: '2026-11-30T17:00' }, 'EVENT_ENDS_BEFORE_START', 'ends'],
    ['that lasts more than a year', { endsLocal: '2028-12-01T17:00' }, 'EVENT_TOO_LONG', 'ends'],
  ])('%s', (_, wish, code, field) => {
    expect(refusal(wish)).toEqual([code, `input.schedule.${field}`]);
  });
});
