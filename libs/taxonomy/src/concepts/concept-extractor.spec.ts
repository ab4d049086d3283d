import { foldText } from '@app/kernel';
import { Certificates } from '../classification/certificates.js';
import { Regions } from '../classification/regions.js';
import { ConceptExtractor, readStopWords } from './concept-extractor.js';
import { ConceptVocabulary } from './concept-vocabulary.js';
import { ConceptKind, type TradeConcept } from './trade-concept.js';

function concept(
  id: string,
  kind: ConceptKind,
  zh: string,
  en: string,
  more: Partial<TradeConcept> = {},
): TradeConcept {
  return { id, kind, zh, en, synonyms: [], composedOf: [], industries: [], parameters: [], ...more };
}

const { PRODUCT, PROCESS, MATERIAL, APPLICATION } = ConceptKind;
const vocabulary = new ConceptVocabulary([
  concept('aluminium-alloy', MATERIAL, '铝合金', 'aluminium alloy'),
  concept('casting', PROCESS, '铸造', 'casting'),
  concept('die-casting', PROCESS, '压铸', 'die casting', {
    synonyms: ['压力铸造', 'HPDC'],
    broader: 'casting',
  }),
  concept('aluminium-die-casting', PROCESS, '铝合金压铸', 'aluminium die casting', {
    broader: 'die-casting',
  }),
  concept('die-casting-die', PRODUCT, '压铸模具', 'die-casting die', { synonyms: ['压铸模'] }),
  concept('motor-housing', PRODUCT, '电机壳体', 'motor housing', { synonyms: ['电机壳'] }),
  concept('cnc-machining', PROCESS, 'CNC加工', 'CNC machining', { synonyms: ['CNC', '数控加工'] }),
  concept('pe', MATERIAL, '聚乙烯', 'polyethylene', { synonyms: ['PE'] }),
  concept('medical-use', APPLICATION, '医用', 'medical use', { synonyms: ['医疗器械'] }),
  concept('coil-spring', PRODUCT, '弹簧', 'spring', { note: 'also a source of water' }),
  concept('hot-spring', PRODUCT, '温泉', 'hot spring', { synonyms: ['spring'] }),
  concept('paper', MATERIAL, '纸张', 'paper', { synonyms: ['纸'] }),
]);
const extractor = new ConceptExtractor(vocabulary, {
  certificates: Certificates.load(),
  regions: Regions.load(),
  stopWords: readStopWords(),
});
const hitIds = (text: string) => extractor.hits(text).map(({ conceptId }) => conceptId);
const termIds = (text: string) => extractor.extract(text).map((term) => term.conceptId ?? term.text);

describe('ConceptExtractor.hits', () => {
  it('finds the longest names and not the shorter ones inside them', () => {
    expect(hitIds('铝合金压铸电机壳体')).toEqual(['aluminium-die-casting', 'motor-housing']);
    expect(hitIds('铝合金压铸及压铸')).toEqual(['aluminium-die-casting', 'die-casting']);
    expect(hitIds('铝合金压铸模具')).toEqual(['aluminium-alloy', 'die-casting-die']);
  });

  it('finds nothing in what a thing is not', () => {
    expect(hitIds('非铝合金、铝合金')).toEqual(['aluminium-alloy']);
    expect(extractor.hits('非铝合金')).toEqual([]);
  });

  it('gives the place of each hit in the folded text', () => {
    const text = '承接 ＨＰＤＣ、壓鑄模具';
    for (const { surface, start, end } of extractor.hits(text))
      expect(foldText(text).slice(start, end)).toBe(surface);
    expect(
      extractor.hits(text).map(({ surface, start, end, kind }) => ({ surface, start, end, kind })),
    ).toEqual([
      { surface: 'hpdc', start: 3, end: 7, kind: 'PROCESS' },
      { surface: '压铸模具', start: 8, end: 12, kind: 'PRODUCT' },
    ]);
  });

  it('finds Latin names on word boundaries only, in any case', () => {
    expect(hitIds('PE管、PET瓶、cnc')).toEqual(['pe', 'cnc-machining']);
    expect(hitIds('Motor Housings by die-casting')).toEqual(['motor-housing', 'die-casting']);
  });

  it('gives every concept that bears a homonym', () => {
    expect(hitIds('spring')).toEqual(['coil-spring', 'hot-spring']);
  });

  it('takes a single character for a concept only where it stands alone', () => {
    expect(hitIds('图纸、纸')).toEqual(['paper']);
  });

  it('finds nothing in nothing', () => {
    expect(hitIds('')).toEqual([]);
    expect(hitIds('，。！')).toEqual([]);
  });
});

describe('ConceptExtractor.extract', () => {
  it('reads a need: concepts, without its conditions', () => {
    const terms = extractor.extract(
      '采购铝合金压铸电机壳体，月需5000件，IATF16949，ISO 13485医疗器械质量管理体系，宁波优先',
    );
    expect(terms.map(({ conceptId }) => conceptId)).toEqual(['aluminium-die-casting', 'motor-housing']);
  });

  it('adds the words that the vocabulary does not know', () => {
    expect(termIds('电机壳体与谐波减速器')).toEqual(expect.arrayContaining(['motor-housing', '减速器']));
    const keyword = extractor.extract('电机壳体与谐波减速器').find(({ conceptId }) => conceptId === null);
    expect(keyword).toMatchObject({ kind: 'KEYWORD' });
    expect(keyword?.weight).toBeLessThan(1);
  });

  it('gives weights from 1 downwards, at most eight terms', () => {
    const long =
      '铝合金、压铸、压铸模具、电机壳体、CNC加工、聚乙烯、医用、弹簧、纸张、铸造、谐波减速器、光刻胶、离心机';
    const weights = extractor.extract(long).map(({ weight }) => weight);
    expect(weights).toHaveLength(8);
    expect(weights[0]).toBe(1);
    expect([...weights].sort((a, b) => b - a)).toEqual(weights);
    weights.forEach((weight) => expect(weight).toBeGreaterThan(0));
    expect(extractor.extract(long, 3)).toHaveLength(3);
  });

  it('weighs a product above the material and the field of use', () => {
    const terms = termIds('医用铝合金电机壳体');
    expect(terms).toEqual(['motor-housing', 'aluminium-alloy', 'medical-use']);
  });

  it('weighs a broader concept less beside its narrower one, and names each concept once', () => {
    const [first, second, ...others] = extractor.extract('铸造、铝合金压铸、铸造');
    expect([first?.conceptId, second?.conceptId]).toEqual(['aluminium-die-casting', 'casting']);
    expect(second?.weight).toBeLessThan(0.6);
    expect(others).toEqual([]);
  });

  it('reads the same from traditional characters and full-width letters', () => {
    expect(extractor.extract('鋁合金壓鑄電機殼體，ＣＮＣ')).toEqual(
      extractor.extract('铝合金压铸电机壳体，CNC'),
    );
  });

  it('gives nothing for a text that says nothing', () => {
    for (const text of ['', '采购产品', '浙江省宁波市', '2026 年 5000 件', 'ISO 9001'])
      expect(extractor.extract(text)).toEqual([]);
  });
});
