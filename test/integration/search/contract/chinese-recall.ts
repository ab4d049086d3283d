import type { SearchEngine } from '@app/search';
import { ask, fill, found } from './contract-documents.js';

const TEXTS = [
  '热处理加工',
  '精密铸造',
  '深沟球轴承 6205-2RS',
  'SUS304不锈钢管',
  '内六角螺栓 M8×30',
  'CNC数控车床加工',
  '紧固件电镀',
  '阳极氧化表面处理',
  '工业机器人减速机',
  '聚四氟乙烯密封圈（PTFE）',
  'Precision castings and forgings',
  '注塑模具',
  '0.5mm不锈钢带',
  'ＬＥＤ驱动电源',
  '主轴',
  '钣金加工',
  '铝铸件制造',
  '钢门窗安装',
  '木制电缆盘',
];

/** Query → places of {@link TEXTS} that must be found. */
const FOUND: readonly (readonly [string, readonly number[], string])[] = [
  ['处理', [0, 7], 'the tail of a word'],
  ['氧化', [7], 'the tail of a longer word'],
  ['铸造', [1], 'the second word of a compound'],
  ['熱處理', [0], 'traditional script'],
  ['軸承', [2], 'traditional script, one character differing'],
  ['機器人減速機', [8], 'traditional script, several words'],
  ['热 处理', [0], 'a blank inside a word'],
  ['6205-2RS', [2], 'a model number as written'],
  ['62052RS', [2], 'a model number without its hyphen'],
  ['6205', [2], 'the head of a model number'],
  ['sus304', [3], 'a grade in small letters'],
  ['SUS 304 不锈钢', [3], 'a grade with a blank'],
  ['304', [3], 'the number of a grade'],
  ['M8x30', [4], 'a thread with the letter x'],
  ['M8*30 螺栓', [4], 'a thread with an asterisk'],
  ['cnc', [5], 'Latin letters in small'],
  ['ＣＮＣ车床', [5], 'full-width letters'],
  ['LED', [13], 'full-width letters in the text'],
  ['PTFE', [9], 'an abbreviation in brackets'],
  ['四氟密封圈', [9], 'parts of a long word'],
  ['casting', [10], 'the singular of an English plural'],
  ['forgings', [10], 'an English plural'],
  ['0.5mm 不锈钢', [12], 'a decimal with its unit'],
  ['轴', [2, 14], 'a single character'],
];

/** Query → a place that must not be among the hits. */
const NOT_FOUND: readonly (readonly [string, number, string])[] = [
  ['轴乘', 2, 'a homophone of 轴承'],
  ['柱塑模具', 1, 'a homophone finds no other trade'],
  ['紧古件', 6, 'a homophone of 紧固件'],
  ['筑造', 1, 'a homophone of 铸造'],
  ['M8×35', 12, 'another length of thread'],
  ['cn', 13, 'the head of an abbreviation'],
];

/** Chinese as buyers type it. */
export function chineseRecall(engine: () => SearchEngine): void {
  beforeAll(() =>
    fill(
      engine(),
      'capabilities',
      TEXTS.map((title) => ({ title })),
    ),
  );

  it.each(FOUND)('%s finds %j: %s', async (text, expected) => {
    expect(found(await ask(engine(), { text }))).toEqual(expect.arrayContaining([...expected]));
  });

  it.each(NOT_FOUND)('%s does not find %j: %s', async (text, place) => {
    expect(found(await ask(engine(), { text }))).not.toContain(place);
  });

  it('finds by keywords that are never shown', async () => {
    await fill(engine(), 'needs', [{ title: '外壳加工', keywords: ['machining', '机械加工'] }]);
    const answer = await engine().search({
      index: 'needs',
      text: 'machining',
      page: 1,
      hitsPerPage: 5,
      highlight: true,
    });
    expect(found(answer)).toEqual([0]);
    expect(answer.hits[0]?.highlights).toEqual({ title: '外壳加工', text: '' });
  });

  it.each([
    ['钣金', 15],
    ['铝铸件', 16],
    ['钢门窗', 17],
    ['电缆盘', 18],
  ])('leaves nothing of %s out, which is cut into single characters', async (text, place) => {
    const answer = await ask(engine(), { text });
    expect(found(answer)).toContain(place);
    expect(answer.relaxed).toBeUndefined();
  });

  it('says what it left out when nothing carries the whole query', async () => {
    const answer = await ask(engine(), { text: '量子纠缠 电镀' });
    expect(found(answer)).toEqual([6]);
    expect(answer.relaxed).toContain('量子');
    expect(answer.relaxed).not.toContain('电镀');
    expect((await ask(engine(), { text: '电镀' })).relaxed).toBeUndefined();
  });

  it('finds nothing for words that occur nowhere, and for signs', async () => {
    for (const text of ['咖啡豆', '、。！', 'zzyzx']) {
      const answer = await ask(engine(), { text, facets: ['province'] });
      expect(answer).toMatchObject({ hits: [], total: 0, facets: { province: [] } });
    }
  });
}
