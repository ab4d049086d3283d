import {
  dayOf,
  instantOf,
  moneyRange,
  number,
  placeName,
  quantity,
  score,
  shortDay,
  span,
  timeOf,
  wallTime,
} from './format.js';
import { translatorOf } from './texts.js';
import { PIECES, storedUnit, unitName } from './quantity.js';

const zh = translatorOf('zh');
const en = translatorOf('en');

describe('formats of the portal', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    ['2000000', '2,000,000'],
    ['1234567.8901', '1,234,567.8901'],
    ['-1234', '-1,234'],
  ])('number %s is written %s', (value, written) => {
    expect(number(value)).toBe(written);
  });

  it('a score has no decimal places', () => {
    expect([score(86.5), score(86.49), score(0), score(100)]).toEqual(['87', '86', '0', '100']);
  });

  it.each([
    ['2026-12-31T15:59:00Z', '2026年12月31日 23:59', '31 Dec 2026 23:59'],
    ['2026-12-31T16:00:00Z', '2027年1月1日 00:00', '1 Jan 2027 00:00'],
  ])('an instant is shown by the clock in China: %s', (instant, chinese, english) => {
    expect(timeOf(instant, 'zh')).toBe(chinese);
    expect(timeOf(instant, 'en')).toBe(english);
    expect(dayOf(instant, 'zh')).toBe(chinese.slice(0, -6));
  });

  it.each([
    ['Asia/Shanghai', '2026-07-01T09:30', '2026-07-01T01:30:00.000Z'],
    ['Europe/Berlin', '2026-07-01T09:30', '2026-07-01T07:30:00.000Z'],
    ['Europe/Berlin', '2026-01-01T09:30', '2026-01-01T08:30:00.000Z'],
    // Before and after the clock goes forward.
    ['Europe/Berlin', '2026-03-29T00:30', '2026-03-28T23:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
    // An hour after the clock went back.
    ['Europe/Berlin', '2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
    ['Asia/Kathmandu', '2026-07-01T00:10', '2026-06-30T18:25:00.000Z'],
  ])('a wall time of %s becomes an instant and comes back: %s', (zone, wall, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallTime(instant, zone)).toBe(wall);
  });

  it('a span names the second day only when it is another', () => {
    expect(span('2026-03-01T09:00', '2026-03-01T17:30', 'zh')).toBe('2026年3月1日 09:00 – 17:30');
    expect(span('2026-03-01T09:00', '2026-03-02T17:30', 'en')).toBe('1 Mar 2026 09:00 – 2 Mar 2026 17:30');
    expect(shortDay('2026-03-01', 'zh')).toBe('3月1日');
  });

  it('an amount names its period unless it is wanted once', () => {
    const once = { amount: '20', unit: PIECES, period: 'ONCE' } as const;
    expect(quantity(once, zh)).toBe(`20 ${unitName(PIECES, zh)}`);
    const monthly = { ...once, period: 'MONTH' } as const;
    expect(quantity(monthly, zh)).toBe(`20 ${unitName(PIECES, zh)} ${zh('period.per.MONTH')}`);
    expect(quantity(monthly, en)).toBe(`20 ${unitName(PIECES, en)} ${en('period.per.MONTH')}`);
  });

  it('a range of money may be open on either side', () => {
    expect(moneyRange({ min: '1000', max: '2000.5', currency: 'CNY' }, zh)).toBe('1,000 – 2,000.5 CNY');
    expect(moneyRange({ min: '1000', max: '1000', currency: 'CNY' }, zh)).toBe('1,000 CNY');
    expect(moneyRange({ min: '1000', currency: 'CNY' }, en)).toBe(en('money.from', { amount: '1,000 CNY' }));
    expect(moneyRange({ max: '9', currency: 'CNY' }, en)).toBe(en('money.upTo', { amount: '9 CNY' }));
    expect(moneyRange({ currency: 'CNY' }, zh)).toBe('');
  });

  it('a place goes from the wider to the narrower', () => {
    expect(placeName({ name: '北仑区', parent: { name: '宁波市' } })).toBe('宁波市 · 北仑区');
    expect(placeName({ name: '上海市', parent: null })).toBe('上海市');
    expect(placeName(null)).toBe('');
  });

  it('a unit is stored by one name in whatever language it was typed', () => {
    expect([
      storedUnit(undefined),
      storedUnit(' '),
      storedUnit(unitName(PIECES, en)),
      storedUnit('吨'),
    ]).toEqual([PIECES, PIECES, PIECES, '吨']);
    expect(unitName('箱子', en)).toBe('箱子');
  });
});
