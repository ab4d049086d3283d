import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConceptVocabulary } from './concept-vocabulary.js';
import { readVocabularyFiles } from './concept-files.js';
import { vocabularyProblems } from './vocabulary-rules.js';

const folders: string[] = [];

/** A folder like libs/taxonomy/data with the given concepts (file → YAML) and one parameter. */
function folderWith(
  concepts: Record<string, string>,
  parameters = '- { id: alloy, zh: 合金牌号, en: alloy, type: SET, values: [ADC12] }',
) {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  folders.push(folder);
  mkdirSync(join(folder, 'concepts'));
  for (const [file, yaml] of Object.entries(concepts)) writeFileSync(join(folder, 'concepts', file), yaml);
  writeFileSync(join(folder, 'parameters.yaml'), parameters);
  return folder;
}

const industryExists = (code: string) => code === 'C3392';
const load = (concepts: Record<string, string>, parameters?: string) =>
  ConceptVocabulary.load(industryExists, folderWith(concepts, parameters));

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const CASTING = `
- { id: casting, kind: PROCESS, zh: 铸造, en: casting, synonyms: [铸件加工] }
- { id: die-casting, kind: PROCESS, zh: 压铸, en: die casting, synonyms: [压力铸造, HPDC], broader: casting, industries: [C3392], parameters: [alloy] }
- { id: hot-chamber-die-casting, kind: PROCESS, zh: 热室压铸, en: hot-chamber die casting, broader: die-casting }
`;

describe('ConceptVocabulary', () => {
  const vocabulary = load({ 'casting.yaml': CASTING });

  it('knows concepts, their names and relatives', () => {
    expect(vocabulary.all().map(({ id }) => id)).toEqual([
      'casting',
      'die-casting',
      'hot-chamber-die-casting',
    ]);
    expect(vocabulary.get('die-casting')).toMatchObject({
      kind: 'PROCESS',
      composedOf: [],
      industries: ['C3392'],
    });
    expect(vocabulary.name('die-casting', 'en')).toBe('die casting');
    expect(vocabulary.name('nonsense', 'zh')).toBe('nonsense');
    expect(vocabulary.ancestors('hot-chamber-die-casting')).toEqual(['die-casting', 'casting']);
    expect(vocabulary.descendants('casting')).toEqual(['die-casting', 'hot-chamber-die-casting']);
    expect(vocabulary.ancestors('nonsense')).toEqual([]);
  });

  it('learns names by itself when it is a copy, and forgets them', () => {
    const [first, second] = [vocabulary.copy(), vocabulary.copy()];
    expect(first.learn('die-casting', '压铸工艺甲')).toBe(true);
    expect(first.named('压铸工艺甲').map(({ id }) => id)).toEqual(['die-casting']);
    expect(first.expand('die-casting')).toContain('压铸工艺甲');
    const again = first.copy();
    for (const other of [vocabulary, second]) {
      expect(other.named('压铸工艺甲')).toEqual([]);
      expect(other.expand('die-casting')).not.toContain('压铸工艺甲');
      expect(other.named('hpdc').map(({ id }) => id)).toEqual(['die-casting']);
    }
    again.forget('die-casting', '压铸工艺甲');
    expect(again.named('压铸工艺甲')).toEqual([]);
    expect(first.named('压铸工艺甲')).toHaveLength(1);
  });

  it('knows what is near both ways, told at one of the two', () => {
    const beside = load({
      'a.yaml': `${CASTING}- { id: forging, kind: PROCESS, zh: 锻造, en: forging, near: [casting] }`,
    });
    expect([...beside.near('forging')]).toEqual(['casting']);
    expect([...beside.copy().near('casting')]).toEqual(['forging']);
    expect([...beside.near('die-casting')]).toEqual([]);
  });

  it('expands a concept into its folded names', () => {
    expect(vocabulary.expand('die-casting')).toEqual(['压铸', 'die casting', '压力铸造', 'hpdc']);
    expect(vocabulary.expand('nonsense')).toEqual([]);
  });

  it('finds concepts by whole and by partial names, traditional characters too', () => {
    expect(vocabulary.named('壓力鑄造').map(({ id }) => id)).toEqual(['die-casting']);
    expect(vocabulary.search('压铸', 5).map(({ id }) => id)).toEqual([
      'die-casting',
      'hot-chamber-die-casting',
    ]);
    expect(vocabulary.search('hpdc', 1)[0]?.id).toBe('die-casting');
  });

  it('gives typed parameters', () => {
    expect(vocabulary.parameter('alloy')).toMatchObject({ type: 'SET', values: ['ADC12'] });
    expect(vocabulary.parameter('nonsense')).toBeUndefined();
  });
});

describe('The rules of the vocabulary’s files', () => {
  it.each([
    [
      'an id used twice',
      { 'a.yaml': CASTING, 'b.yaml': '- { id: casting, kind: PROCESS, zh: 浇铸, en: pouring }' },
      'concepts/b.yaml, casting: the id is used in concepts/a.yaml',
    ],
    [
      'a name of two concepts',
      { 'a.yaml': CASTING, 'b.yaml': '- { id: pressing, kind: PROCESS, zh: 压力鑄造, en: pressing }' },
      'concepts/b.yaml, pressing: “压力铸造” is a name of die-casting too',
    ],
    [
      'a broader concept that is not there',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, broader: y }' },
      'concepts/a.yaml, x: broader: there is no concept y',
    ],
    [
      'a near concept that is not there',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, near: [y] }' },
      'concepts/a.yaml, x: near: there is no concept y',
    ],
    [
      'a thing that is there already in the plural',
      { 'a.yaml': `${CASTING}- { id: x, kind: PROCESS, zh: 压铸件加工, en: die castings }` },
      'concepts/a.yaml, x: “die castings” is the English name of die-casting but for its number',
    ],
    [
      'a broader concept called near',
      {
        'a.yaml': `${CASTING}- { id: x, kind: PROCESS, zh: 冷室压铸, en: cold, broader: die-casting, near: [casting] }`,
      },
      'concepts/a.yaml, x: near: casting is no other thing beside it',
    ],
    [
      'a narrower concept called near',
      { 'a.yaml': CASTING.replace('synonyms: [铸件加工]', 'near: [hot-chamber-die-casting]') },
      'casting: near: hot-chamber-die-casting is no other thing beside it',
    ],
    [
      'a part that is not there',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, composedOf: [y] }' },
      'composedOf: there is no concept y',
    ],
    [
      'a parameter that is not there',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, parameters: [y] }' },
      'parameters: there is no parameter y',
    ],
    [
      'a circle',
      {
        'a.yaml':
          '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, broader: y }\n- { id: y, kind: PRODUCT, zh: 轴套, en: bush, broader: x }',
      },
      'concepts/a.yaml, x: broader leads back',
    ],
    [
      'a concept made of itself',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, composedOf: [x] }' },
      'composedOf leads back',
    ],
    [
      'an unknown industry',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, industries: [C9999] }' },
      'GB/T 4754 has no C9999',
    ],
    [
      'an unknown kind',
      { 'a.yaml': '- { id: x, kind: THING, zh: 轴承, en: bearing }' },
      'concepts/a.yaml, x: kind:',
    ],
    [
      'an unknown key',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, sinonyms: [滚动轴承] }' },
      'concepts/a.yaml, x:',
    ],
    [
      'a concept without id',
      { 'a.yaml': '- { kind: PRODUCT, zh: 轴承, en: bearing }' },
      'concepts/a.yaml, entry 1: id:',
    ],
    [
      'a name of one letter',
      { 'a.yaml': '- { id: x, kind: PRODUCT, zh: 轴承, en: b }' },
      '“b” is too short for a name',
    ],
    ['broken YAML', { 'a.yaml': '- { id: x, kind: [' }, 'concepts/a.yaml, line 1'],
    ['no list', { 'a.yaml': 'id: x' }, 'must be a list'],
  ])('refuse %s and name file and concept', (_, concepts, message) => {
    expect(() => load(concepts)).toThrow(message);
  });

  it('refuse a range that has no width', () => {
    const parameters = '- { id: weight, zh: 重量, en: weight, type: RANGE, unit: kg, min: 5, max: 5 }';
    expect(() => load({ 'a.yaml': '[]' }, parameters)).toThrow(
      'parameters.yaml, weight: min must be less than max',
    );
  });

  it('allow a homonym where a note says why', () => {
    const vocabulary = load({
      'a.yaml': `
- { id: spring, kind: PRODUCT, zh: 弹簧, en: spring }
- { id: hot-spring, kind: SERVICE, zh: 温泉, en: spring, note: the English word means both }`,
    });
    expect(vocabulary.named('spring').map(({ id }) => id)).toEqual(['spring', 'hot-spring']);
  });

  it('leave a vocabulary that can be used, even one that runs in circles', () => {
    const yaml =
      '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, broader: y }\n- { id: y, kind: PRODUCT, zh: 轴套, en: bush, broader: x }';
    const vocabulary = ConceptVocabulary.of(readVocabularyFiles(folderWith({ 'a.yaml': yaml })));
    expect(vocabulary.ancestors('x')).toEqual(['y']);
    expect(vocabulary.descendants('x')).toEqual(['y']);
  });

  it('are told all at once', () => {
    const files = readVocabularyFiles(
      folderWith({
        'a.yaml':
          '- { id: x, kind: PRODUCT, zh: 轴承, en: bearing, broader: y, parameters: [z], industries: [Q1] }',
      }),
    );
    expect(vocabularyProblems(files, industryExists)).toHaveLength(3);
  });
});
