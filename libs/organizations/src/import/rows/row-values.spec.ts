import { parseRegisteredCapital, parseRowDate, parseRowTiers, parseRowYears } from './row-values.js';

describe('a day in a list', () => {
  it.each([
    ['2004-12-31', '2004-12-31'],
    ['2004/1/5', '2004-01-05'],
    ['2004.1.5', '2004-01-05'],
    ['2004年1月5日', '2004-01-05'],
    ['20041231', '2004-12-31'],
    ['２００４-１２-３１', '2004-12-31'],
    ['2004-12-31 00:00:00', '2004-12-31'],
    ['2004-12-31T08:00:00Z', '2004-12-31'],
    ['2004-02-29', '2004-02-29'],
    ['38352', '2004-12-31'],
  ])('reads %s', (text, day) => {
    expect(parseRowDate(text)).toBe(day);
  });

  it.each(['', '  ', '-'])('is not stated where the cell says “%s”', (text) => {
    expect(parseRowDate(text)).toBeNull();
  });

  it.each([
    '2004-02-30',
    '2003-02-29',
    '2004-13-01',
    '1700-01-01',
    '04-12-31',
    '去年',
    '2004',
    '2004-12-31-01',
  ])('cannot be read from %s', (text) => {
    expect(parseRowDate(text)).toBeUndefined();
  });
});

describe('registered capital', () => {
  it.each([
    ['500', '5000000', 'CNY'],
    ['500万元', '5000000', 'CNY'],
    ['500(万元)', '5000000', 'CNY'],
    ['13,980(万元人民币)', '139800000', 'CNY'],
    ['7.6万人民币', '76000', 'CNY'],
    ['1.2亿元', '120000000', 'CNY'],
    ['300000元', '300000', 'CNY'],
    ['３００万', '3000000', 'CNY'],
    ['0.005万元', '50', 'CNY'],
    ['120万美元', '1200000', 'USD'],
    ['50 万 欧元', '500000', 'EUR'],
    ['1000万港币', '10000000', 'HKD'],
    ['8000万日元', '80000000', 'JPY'],
    ['30万新台币', '300000', 'TWD'],
    ['2500美元', '2500', 'USD'],
  ])('reads %s', (text, amount, currency) => {
    expect(parseRegisteredCapital(text)).toEqual({ amount, currency });
  });

  it.each(['', ' ', '-', '无'])('is not stated where the cell says “%s”', (text) => {
    expect(parseRegisteredCapital(text)).toBeNull();
  });

  it.each(['很多', '万元', '五百万元', '500吨', '-5万元', '12.5.3万'])('cannot be read from %s', (text) => {
    expect(parseRegisteredCapital(text)).toBeUndefined();
  });
});

describe('the recognitions of a row', () => {
  it.each([
    ['专精特新', ['SPECIALIZED']],
    ['省级专精特新中小企业', ['SPECIALIZED']],
    ['国家级专精特新“小巨人”企业', ['LITTLE_GIANT']],
    ['小巨人', ['LITTLE_GIANT']],
    ['国家级', ['LITTLE_GIANT']],
    ['省级', ['SPECIALIZED']],
    ['隐形冠军', ['HIDDEN_CHAMPION']],
    ['创新型中小企业', ['INNOVATIVE']],
    ['制造业单项冠军', ['SINGLE_CHAMPION']],
    ['LITTLE_GIANT', ['LITTLE_GIANT']],
    ['专精特新、隐形冠军；专精特新', ['SPECIALIZED', 'HIDDEN_CHAMPION']],
    ['无', []],
    ['', []],
  ])('%s', (text, levels) => {
    expect(parseRowTiers(text)).toEqual({ levels, unknown: [] });
  });

  it.each(['市级', '瞪羚企业', '专精特新培育企业', '拟认定小巨人'])('has no tier for %s', (text) => {
    expect(parseRowTiers(text)).toEqual({ levels: [], unknown: [text] });
  });
});

describe('the year of a recognition', () => {
  it.each([
    ['2023', [2023]],
    ['2023年度', [2023]],
    ['2023年', [2023]],
    ['２０２３', [2023]],
    ['2023-09-01', [2023]],
    ['2023年9月', [2023]],
    ['20230901', [2023]],
    ['2021、2024', [2021, 2024]],
    ['', []],
  ])('%s', (text, years) => {
    expect(parseRowYears(text, 2026)).toEqual(years);
  });

  it.each(['2010', '2027', '第五批', '二〇二三', '23'])('cannot be %s', (text) => {
    expect(parseRowYears(text, 2026)).toBeUndefined();
  });
});
