import { dayOfText, instantOfText, readDay, readTime, textOfWallTime, wallTimeOfText } from './typed-time.js';

describe('days and times as people type them', () => {
  it.each([
    ['2026-12-08', '2026-12-08'],
    [' 2026-12-8 ', '2026-12-08'],
    ['2026/12/8', '2026-12-08'],
    ['2026.12.08', '2026-12-08'],
    ['20261208', '2026-12-08'],
    ['2026年12月8日', '2026-12-08'],
    ['2026 年 12 月 8 日', '2026-12-08'],
    ['２０２６－１２－０８', '2026-12-08'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is the day %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
    expect(dayOfText(typed)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-12',
    '08.12.2026',
    '26-12-08',
    '明天',
    '2026-12-08 9:00',
  ])('%s is not a day, and is not taken for none', (typed) => {
    expect(readDay(typed)).toBeNull();
    expect(() => dayOfText(typed)).toThrow(RangeError);
  });

  it.each([
    ['2026-12-08 17:00', '2026-12-08 17:00'],
    ['2026-12-08  9:05', '2026-12-08 09:05'],
    ['2026-12-08T09:05', '2026-12-08 09:05'],
    ['2026-12-08 09:05:00', '2026-12-08 09:05'],
    ['2026/12/8 9：30', '2026-12-08 09:30'],
    ['2026年12月8日9点', '2026-12-08 09:00'],
    ['2026年12月8日 9时30分', '2026-12-08 09:30'],
    ['20261208 00:00', '2026-12-08 00:00'],
  ])('%s is the time %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
    expect(wallTimeOfText(typed)).toBe(time.replace(' ', 'T'));
  });

  it.each([
    '2026-12-08',
    '17:00',
    '2026-12-08 24:00',
    '2026-12-08 9:60',
    '2026-12-08 9',
    '2026-12-08 09:05:30',
    '2026-12-08 5 pm',
    '2026-02-30 09:00',
  ])('%s is not a time, and is not taken for none', (typed) => {
    expect(readTime(typed)).toBeNull();
    expect(() => wallTimeOfText(typed)).toThrow(RangeError);
  });

  it('what a field shows of a stored time is read as the same time', () => {
    for (const wall of ['2026-12-08T17:00', '2026-01-01T00:00', '2028-02-29T23:59'])
      expect(wallTimeOfText(textOfWallTime(wall))).toBe(wall);
    expect(textOfWallTime('2026-12-08T17:00:00')).toBe('2026-12-08 17:00');
  });

  it('only an empty field is no time', () => {
    expect([undefined, null, '', '  '].map(wallTimeOfText)).toEqual([null, null, null, null]);
    expect([undefined, null, '', '  '].map(dayOfText)).toEqual([null, null, null, null]);
  });

  it('a time is an instant by the clock of the place', () => {
    expect(instantOfText('2026-12-08 17:00', 'Asia/Shanghai')).toBe('2026-12-08T09:00:00.000Z');
    expect(instantOfText('2026-12-08 17:00', 'Europe/Berlin')).toBe('2026-12-08T16:00:00.000Z');
    expect(instantOfText('', 'Asia/Shanghai')).toBeNull();
  });
});
