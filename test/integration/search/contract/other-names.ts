import type { QueryReading, SearchEngine } from '@app/search';
import { ask, fill, found } from './contract-documents.js';

/** 马达 is called 电机 too, and the concept `motor` is what a listing has that says neither. */
const READING: QueryReading = {
  alternatives: [{ words: '马达', concepts: [{ id: 'motor', worth: 0.8 }], names: ['电机'] }],
};

const DOCUMENTS = [
  { title: '进口马达维修' },
  { title: '三相异步电机', facets: { province: '330000' } },
  { title: '交流驱动装置', concepts: ['motor'], facets: { province: '330000' } },
  { title: '机电安装工程' },
  { title: '深沟球轴承 bearing' },
  { title: '铝锭ADC12' },
  { title: '搅拌桶', concepts: ['machinery'] },
];

/** Words that have other names, and words with a wrong letter. */
export function otherNames(engine: () => SearchEngine): void {
  beforeAll(() => fill(engine(), 'capabilities', DOCUMENTS));

  it('finds by every name of the words, those as typed first', async () => {
    const answer = await ask(engine(), { text: '马达', reading: READING, facets: ['province'] });
    expect(found(answer)).toEqual([0, 1, 2]);
    expect(answer).toMatchObject({ total: 3, facets: { province: [{ value: '330000', count: 2 }] } });
    const [first] = answer.hits;
    expect(first?.score).toBe(Math.max(...answer.hits.map(({ score }) => score)));
  });

  it('marks the other name where the words do not stand', async () => {
    const reading = { alternatives: [{ ...READING.alternatives[0]!, marks: ['驱动装置'] }] };
    const { hits } = await ask(engine(), { text: '马达', reading, highlight: true });
    expect(hits.map(({ highlights }) => highlights?.title)).toEqual([
      '进口<em>马达</em>维修',
      '三相异步<em>电机</em>',
      '交流<em>驱动装置</em>',
    ]);
  });

  it('finds by another name where no document knows the words, and leaves nothing out', async () => {
    const reading = { alternatives: [{ ...READING.alternatives[0]!, words: '电动马达机' }] };
    const answer = await ask(engine(), { text: '电动马达机', reading });
    expect(found(answer)).toEqual(expect.arrayContaining([1, 2]));
  });

  it('fills the page with what has only a broader concept, behind all others', async () => {
    const [same] = READING.alternatives;
    const reading = {
      alternatives: [{ ...same!, concepts: [...same!.concepts, { id: 'machinery', worth: 0.3 }] }],
    };
    const answer = await ask(engine(), { text: '马达', reading });
    expect(found(answer)).toEqual([0, 1, 2, 6]);
    expect(answer.relaxed).toBeUndefined();
  });

  it('leaves words out that only a broader concept stands for', async () => {
    const alternatives = [{ words: '舵机', concepts: [{ id: 'machinery', worth: 0.3 }], names: [] }];
    const answer = await ask(engine(), { text: '舵机', reading: { alternatives } });
    expect(found(answer)).toEqual([6]);
    expect(answer.relaxed).toContain('舵机');
  });

  it('takes two characters the other way round for another word', async () => {
    expect(found(await ask(engine(), { text: '电机' }))).toEqual([1]);
  });

  it.each(['bering', 'baaring', 'bearingg'])('%s finds bearing', async (text) => {
    expect(found(await ask(engine(), { text }))).toEqual([4]);
  });

  it('wants the digits of a model number right', async () => {
    expect(found(await ask(engine(), { text: 'ADC12' }))).toEqual([5]);
    expect(found(await ask(engine(), { text: 'ADC13' }))).toEqual([]);
  });

  it('fills the page of a long question with what carries a part of it', async () => {
    const text = '风电齿轮箱 船用螺旋桨 医用导管 三相异步电机 光伏支架';
    expect(found(await ask(engine(), { text }))).toContain(1);
  });
}
