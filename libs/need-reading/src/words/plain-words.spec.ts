import { subjectOf } from './plain-words.js';

const subject = (text: string) =>
  subjectOf(text, [])
    .replace(/[\s,，]+/g, ' ')
    .trim();

describe('the subject of a question', () => {
  it.each([
    ['求购铝合金压铸件，苏州附近，每月5000件', '铝合金压铸件 苏州'],
    ['想找一家做热处理的工厂', '做热处理的'],
    ['6205-2rs 轴承', '6205-2rs 轴承'],
    ['采购电缆，每月5000件，要求质量稳定，江浙沪优先', '电缆'],
    ['急需轴承生产厂家，小批量，可打样，下个月底前交货', '轴承'],
    ['我司是口腔护理用品企业,要尼龙丝', '要尼龙丝'],
    ['我们做轴承', '做轴承'],
    ['looking for bearings', 'bearings'],
    ['jumbo bags 1000 kg, 5,000 pcs/month', 'jumbo bags'],
    ['brackets, 500–2000 sets per year, 4.5 mm thick', 'brackets 4.5 mm thick'],
  ])('of %s is %s', (text, expected) => {
    expect(subject(text)).toBe(expected);
  });

  it('keeps what names a trade concept', () => {
    expect(subjectOf('工厂自动化', [{ start: 0, end: 5 }])).toBe('工厂自动化');
  });
});
