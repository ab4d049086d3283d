import { parseRowDate } from './row-date.js';

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
