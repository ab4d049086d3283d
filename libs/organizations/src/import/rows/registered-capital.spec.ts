import { parseRegisteredCapital } from './registered-capital.js';

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
