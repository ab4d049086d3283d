import { Period } from '@app/kernel';
import { NUMBER_PATTERN, parseChineseNumber } from '../words/chinese-number.js';
import { findPrices, findQuantities } from './amounts.js';
import { findLeadTimes } from './lead-times.js';

describe('numbers as Chinese buyers write them', () => {
  it.each([
    ['5万', '50000'],
    ['3.5万', '35000'],
    ['50,000', '50000'],
    ['10k', '10000'],
    ['两千', '2000'],
    ['十二', '12'],
    ['一万五千', '15000'],
    ['2亿', '200000000'],
    ['1.2 million', '1200000'],
  ])('%s is %s', (text, value) => expect(parseChineseNumber(text)).toBe(value));

  it('is of bounded length, so that a row of digits is not read from each of them', () => {
    const number = new RegExp(`^(?:${NUMBER_PATTERN})`).exec('1'.repeat(5000));
    expect(number?.[0]).toHaveLength(15);
  });

  it('is null for what is no number', () => expect(parseChineseNumber('许多')).toBeNull());
});

describe('quantities', () => {
  it.each([
    ['月产5万件', { amount: '50000', unit: '件', period: Period.MONTH }],
    ['年需求200吨', { amount: '200', unit: '吨', period: Period.YEAR }],
    ['5000套/年', { amount: '5000', unit: '套', period: Period.YEAR }],
    ['年用200万套', { amount: '2000000', unit: '套', period: Period.YEAR }],
    ['首批200台', { amount: '200', unit: '台', period: Period.ONCE }],
    ['3000kg每月', { amount: '3000', unit: 'kg', period: Period.MONTH }],
    ['年产铝压铸件40万件', { amount: '400000', unit: '件', period: Period.YEAR }],
    ['年40万台', { amount: '400000', unit: '台', period: Period.YEAR }],
    ['5-8万件/月', { amount: '50000', unit: '件', period: Period.MONTH }],
    ['monthly output of 8,000 pcs', { amount: '8000', unit: 'pcs', period: Period.MONTH }],
  ])('%s', (text, value) => expect(findQuantities(text)[0]?.value).toEqual(value));

  it.each(['公差0.01mm', '线径2mm', '功率5kw', 'M12×60'])('%s is a measure and no quantity', (text) =>
    expect(findQuantities(text)).toEqual([]),
  );

  it('does not take a Chinese numeral inside a word for a quantity', () => {
    expect(findQuantities('三件套')).toEqual([]);
  });
});

describe('lead times', () => {
  it.each([
    ['交期30天', 30],
    ['两周内交货', 14],
    ['交货期:2个月', 60],
    ['10工作日内发货', 14],
    ['flanges, within 30 days, near suzhou', 30],
    ['moulded parts, 6 weeks', 42],
    ['法兰,30天内', 30],
    ['交期15-20天', 20],
    ['15个工作日内交货', 21],
    ['交货周期:下单后4周', 28],
    ['lead time: 4-6 weeks', 42],
  ])('%s is %d days', (text, days) => expect(findLeadTimes(text)[0]?.value).toBe(days));

  it.each(['账期60天', '质保 12个月', 'payment 60 days', '500 pcs per month'])('%s is none', (text) =>
    expect(findLeadTimes(text)).toEqual([]),
  );

  it('takes a bare span only where no lead time is named', () => {
    expect(findLeadTimes('30 days, delivery within 6 weeks').map(({ value }) => value)).toEqual([42]);
  });
});

describe('prices', () => {
  it('reads a target price and its basis', () => {
    expect(findPrices('目标价95元/件')[0]?.value).toEqual({
      max: '95',
      currency: 'CNY',
      taxIncluded: true,
      basis: '件',
      shown: true,
    });
  });
});
