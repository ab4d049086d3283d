import { parseRowTiers, parseRowYears } from './row-tiers.js';

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
