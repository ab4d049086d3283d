import { isContracted, saysHowOrdered, withoutLotSizes } from './how-ordered.js';

describe('words for how something is ordered', () => {
  it.each([
    '贴牌',
    '代工',
    '打样加小批',
    '改造工程总包',
    '800平米',
    '两台',
    '100kw',
    '外包出去',
    '出口欧洲售后市场',
  ])('%s names no thing', (text) => expect(saysHowOrdered(text, null)).toBe(true));

  it.each(['面壳', '梁板加固', '拉挤板', '6205轴承'])('%s may name one', (text) =>
    expect(saysHowOrdered(text, null)).toBe(false),
  );

  it('knows the services of making to order, and leaves every other service a thing', () => {
    expect(saysHowOrdered('贴牌加工', 'oem-odm-service')).toBe(true);
    expect(saysHowOrdered('环氧乙烷灭菌', 'sterilization-service')).toBe(false);
  });

  it('leaves out the size of a lot within a name', () => {
    expect(withoutLotSizes('QFN小批量封装')).toBe('QFN封装');
    expect(withoutLotSizes('QFN封装，小批量')).toBe('QFN封装，小批量');
  });

  it.each(['外协做镀镍', '代镀镍', '镀镍外包'])('tells from %s that the work is given out', (text) => {
    const start = text.indexOf('镀镍');
    expect(isContracted(text, { start, end: start + 2 })).toBe(true);
    expect(isContracted('螺栓镀镍', { start: 2, end: 4 })).toBe(false);
  });
});
