import { foldText } from '@app/kernel';
import { Certificates, ConceptExtractor, ConceptKind, ConceptVocabulary, Regions } from '@app/taxonomy';
import { namedConcepts, Naming } from './naming.js';

const NAMES: readonly (readonly [ConceptKind, ...string[]])[] = [
  [ConceptKind.PRODUCT, '电机', 'motor'],
  [ConceptKind.PRODUCT, '伺服电机', 'servo motor', '力矩电机'],
  [ConceptKind.PRODUCT, '控制器', 'controller'],
  [ConceptKind.PRODUCT, '电机壳体', 'motor housing'],
  [ConceptKind.PRODUCT, '轴承', 'bearing'],
  [ConceptKind.PRODUCT, '轴承座', 'bearing housing'],
  [ConceptKind.PRODUCT, '法兰', 'flange'],
  [ConceptKind.PRODUCT, '齿轮', 'gear'],
  [ConceptKind.PRODUCT, '模具', 'mould'],
  [ConceptKind.MATERIAL, '模具钢', 'die steel'],
  [ConceptKind.PROCESS, '热处理', 'heat treatment'],
  [ConceptKind.PROCESS, '压铸', 'die casting'],
  [ConceptKind.PROCESS, '激光切割', 'laser cutting'],
  [ConceptKind.PROCESS, '焊接', 'welding'],
  [ConceptKind.EQUIPMENT, '加工中心', 'machining centre'],
];
const vocabulary = new ConceptVocabulary(
  NAMES.map(([kind, zh = '', en = '', ...synonyms]) => {
    return { id: zh, kind, zh, en, synonyms, composedOf: [], industries: [], parameters: [] };
  }),
);
const extractor = new ConceptExtractor(vocabulary, {
  certificates: Certificates.load(),
  regions: Regions.load(),
  stopWords: new Set(),
});

/** How a text names the concept that bears a name. */
function naming(text: string, name: string): Naming | undefined {
  const folded = foldText(text);
  const named = namedConcepts(folded, extractor.hits(folded));
  return vocabulary.named(name).map(({ id }) => named.get(id))[0];
}

describe('how a text names a thing', () => {
  it.each([
    ['调速力矩电机', '力矩电机'],
    ['各类电机的制造', '电机'],
    ['电机产品及配件', '电机'],
    ['轴承及配件', '轴承'],
    ['法兰、管件加工', '法兰'],
    ['伺服电机(含驱动器)', '伺服电机'],
    ['轴承座、轴承', '轴承'],
    ['Servo motors for robots', '伺服电机'],
  ])('%s offers %s itself', (text, name) => expect(naming(text, name)).toBe(Naming.ITSELF));

  it.each([
    ['力矩电机控制器', '力矩电机'],
    ['轴承配件', '轴承'],
    ['电机专用设备', '电机'],
    ['法兰模具', '法兰'],
    ['servo motor controller', '伺服电机'],
  ])('%s holds %s within another name', (text, name) => expect(naming(text, name)).toBe(Naming.WITHIN));

  it.each([
    ['轴承座', '轴承'],
    ['电机壳体', '电机'],
    ['模具钢', '模具'],
  ])('%s does not name %s at all', (text, name) => expect(naming(text, name)).toBeUndefined());

  it('tells work on a thing from the thing', () => {
    expect(naming('齿轮的热处理', '齿轮')).toBe(Naming.WORKED_ON);
    expect(naming('齿轮的热处理', '热处理')).toBe(Naming.ITSELF);
  });
});

describe('how a text names a process', () => {
  it.each([
    ['金属热处理加工', '热处理'],
    ['压铸壳体', '压铸'],
    ['压铸电机壳体', '压铸'],
    ['激光切割及焊接', '激光切割'],
    ['热处理', '热处理'],
  ])('%s offers %s', (text, name) => expect(naming(text, name)).toBe(Naming.ITSELF));

  it.each([
    ['热处理成套设备', '热处理'],
    ['热处理炉', '热处理'],
    ['激光切割机及配件', '激光切割'],
    ['激光切割加工中心', '激光切割'],
    ['激光切割和焊接设备', '激光切割'],
    ['焊接材料', '焊接'],
    ['焊接元器件', '焊接'],
  ])('%s is about machines or means for %s', (text, name) =>
    expect(naming(text, name)).toBe(Naming.MACHINE_FOR),
  );

  it('counts the strongest of several namings', () => {
    expect(naming('热处理设备、金属热处理', '热处理')).toBe(Naming.ITSELF);
  });
});
