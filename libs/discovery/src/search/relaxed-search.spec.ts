import type { SearchAnswer, SearchRequest } from '@app/search';
import {
  Certificates,
  ConceptExtractor,
  ConceptVocabulary,
  Industries,
  ModelNumbers,
  readStopWords,
  RegionalWords,
  Regions,
} from '@app/taxonomy';
import type { NeedReader } from '@app/need-reading';
import type { JoinedSearch } from './joined-search.js';
import { QueryReader } from './query-reader.js';
import { RelaxableWordsReader, RelaxedSearch } from './relaxed-search.js';

const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const certificates = Certificates.load();
const knowledge = { certificates, regions: Regions.load(), stopWords: readStopWords() };
const extractor = new ConceptExtractor(vocabulary, knowledge);
const reader = new QueryReader(extractor, vocabulary, certificates, RegionalWords.load(), {
  findAskedThing: () => '',
} as unknown as NeedReader);
const words = new RelaxableWordsReader(extractor, vocabulary, ModelNumbers.load());

interface Said {
  readonly total: number;
  readonly relaxed?: string;
}

/** A search box that says to some questions what is given, and finds nothing for others. */
function aBox(said: Readonly<Record<string, Said>>, degraded = false) {
  const asked: string[] = [];
  const answer = ({ text = '' }: SearchRequest): Promise<SearchAnswer> => {
    asked.push(text);
    const given = said[text] ?? { total: 0 };
    return Promise.resolve({ hits: [], totalIsLowerBound: false, facets: {}, degraded, ...given });
  };
  const box = new RelaxedSearch(
    { answerRequest: answer } as unknown as JoinedSearch,
    reader,
    words,
    vocabulary,
  );
  const ask = (text: string) => box.answerRequest({ index: 'capabilities', text, page: 1, hitsPerPage: 20 });
  return { asked, ask };
}

describe('a question that finds nothing', () => {
  it.each([
    ['SUS304', 'sus304', 'stainless-steel', '不锈钢'],
    ['6061', '6061', 'aluminium-alloy', '铝合金'],
    ['45#', '45#', 'carbon-steel', '碳钢'],
    ['6205-2RS', '6205-2rs', 'deep-groove-ball-bearing', '深沟球轴承'],
  ])('%s is asked for the material or thing of the number', async (text, asked, conceptId, name) => {
    const { ask } = aBox({ [name]: { total: 3 } });
    await expect(ask(text)).resolves.toMatchObject({ total: 3, broadened: [{ words: asked, conceptId }] });
  });

  it('climbs as far as it must, three steps at most', async () => {
    const { ask, asked } = aBox({ 滚动轴承: { total: 2 }, 轴承: { total: 9 } });
    await expect(ask('6205-2RS')).resolves.toMatchObject({
      total: 2,
      broadened: [{ words: '6205-2rs', conceptId: 'rolling-bearing' }],
    });
    expect(asked).toEqual(['6205-2RS', '深沟球轴承', '滚动轴承']);
    const nowhere = aBox({});
    await expect(nowhere.ask('6205-2RS')).resolves.toMatchObject({ total: 0, broadened: [] });
    expect(nowhere.asked).toHaveLength(4);
  });

  it('says for what the hits are that carry only something broader than its one word', async () => {
    const { ask } = aBox({ 深沟球轴承: { total: 5, relaxed: '深沟球 轴承' }, 滚动轴承: { total: 9 } });
    await expect(ask('深沟球轴承')).resolves.toMatchObject({
      total: 9,
      broadened: [{ words: '深沟球轴承', conceptId: 'rolling-bearing' }],
    });
  });

  it('is asked for the thing and not for its field of use', async () => {
    const { ask } = aBox({
      睡衣用真丝面料: { total: 6, relaxed: '真丝 面料' },
      真丝面料: { total: 3 },
    });
    await expect(ask('睡衣用真丝面料')).resolves.toMatchObject({ total: 3, relaxed: '睡衣用' });
  });

  it('keeps the thing rather than how it is ordered', async () => {
    const { ask } = aBox({ 海绵代加工: { total: 9, relaxed: '海绵' }, 海绵: { total: 4 } });
    await expect(ask('海绵代加工')).resolves.toMatchObject({ total: 4, relaxed: '代加工' });
  });

  it('is asked once where nothing is known of its words', async () => {
    const { ask, asked } = aBox({});
    await expect(ask('呜啦啦')).resolves.toMatchObject({ total: 0, broadened: [] });
    expect(asked).toHaveLength(1);
  });
});

describe('a question of which one word is said by nobody', () => {
  it('keeps the others and broadens the number alone', async () => {
    const { ask } = aBox({ 'SUS304 法兰': { total: 5, relaxed: 'sus304' }, '不锈钢 法兰': { total: 4 } });
    const answer = await ask('SUS304 法兰');
    expect(answer).toMatchObject({
      total: 4,
      broadened: [{ words: 'sus304', conceptId: 'stainless-steel' }],
    });
    expect(answer.relaxed).toBeUndefined();
  });

  it('broadens a number that nobody says, though the other words alone carry the question', async () => {
    const said = { '42CrMo 齿轮轴': { total: 16 }, '合金钢 齿轮轴': { total: 20 } };
    await expect(aBox(said).ask('42CrMo 齿轮轴')).resolves.toMatchObject({
      total: 20,
      broadened: [{ words: '42crmo', conceptId: 'alloy-steel' }],
    });
    const byOtherName = aBox({ 'SUS304 法兰': { total: 3 }, sus304: { total: 1 } });
    await expect(byOtherName.ask('SUS304 法兰')).resolves.toMatchObject({ total: 3, broadened: [] });
  });

  it('leaves a number out that adds nothing to the thing named beside it', async () => {
    const { ask } = aBox({ 'M8×30 螺栓': { total: 4 }, 螺栓: { total: 9 } });
    await expect(ask('M8×30 螺栓')).resolves.toMatchObject({ total: 9, relaxed: 'm8×30', broadened: [] });
  });

  it('is left as it is in a sentence, of which no listing carries all and whose numbers are conditions', async () => {
    const sentence = '求购M8×30螺栓，SUS304材质，每月五千件，宁波交货';
    const { ask, asked } = aBox({ [sentence]: { total: 12, relaxed: 'm8×30 sus304' } });
    await expect(ask(sentence)).resolves.toMatchObject({ total: 12, broadened: [] });
    expect(asked).toHaveLength(1);
  });

  it('never takes two digits of a grade for the grade', async () => {
    const { ask } = aBox({ '45#': { total: 3 }, 碳钢: { total: 9 } });
    await expect(ask('45#')).resolves.toMatchObject({ total: 9, broadened: [{ conceptId: 'carbon-steel' }] });
  });

  it('says no broader name twice', async () => {
    const { ask } = aBox({ 'SUS304 不锈钢法兰': { total: 5, relaxed: 'sus304' }, 不锈钢法兰: { total: 4 } });
    await expect(ask('SUS304 不锈钢法兰')).resolves.toMatchObject({ total: 4 });
  });

  it('is left as it is where the word is no number, or a broader name helps nothing', async () => {
    const word = aBox({ '压铸 冷镦': { total: 5, relaxed: '冷镦' } });
    await expect(word.ask('压铸 冷镦')).resolves.toMatchObject({ total: 5, relaxed: '冷镦', broadened: [] });
    const number = aBox({ 'SUS304 法兰': { total: 5, relaxed: 'sus304' } });
    await expect(number.ask('SUS304 法兰')).resolves.toMatchObject({ relaxed: 'sus304', broadened: [] });
  });

  it('leaves out what decides least rather than the thing asked for', async () => {
    const { ask } = aBox({
      '钛合金 电磁阀': { total: 7, relaxed: '电磁阀' },
      电磁阀: { total: 2 },
    });
    await expect(ask('钛合金 电磁阀')).resolves.toMatchObject({ total: 2, relaxed: '钛合金' });
  });
});

describe('a question that finds what it asks, or is answered without the engine', () => {
  it('is asked once', async () => {
    const found = aBox({ SUS304: { total: 1 } });
    await expect(found.ask('SUS304')).resolves.toMatchObject({ total: 1, broadened: [] });
    expect(found.asked).toHaveLength(1);
    const away = aBox({}, true);
    await expect(away.ask('SUS304')).resolves.toMatchObject({ degraded: true, broadened: [] });
    expect(away.asked).toHaveLength(1);
  });
});
