import { ConceptKind, ConceptVocabulary } from '@app/taxonomy';
import { Naming, type NeedPart } from '@app/need-reading';
import { OtherNames } from './other-names.js';
import { termsOf } from './word-set.js';

function concept(id: string, zh: string, { broader, near }: { broader?: string; near?: string[] } = {}) {
  const kind = ConceptKind.PRODUCT;
  const relatives = { ...(broader ? { broader } : {}), ...(near ? { near } : {}) };
  return { id, kind, zh, en: id, synonyms: [], composedOf: [], industries: [], parameters: [], ...relatives };
}

const vocabulary = new ConceptVocabulary([
  concept('bearing', '轴承'),
  concept('rod-end', '杆端关节轴承', { broader: 'bearing' }),
  concept('bearing-seat', '轴承座', { near: ['bearing'] }),
  concept('flange', '法兰'),
]);
const PART: NeedPart = { kind: 'PRODUCT', role: 'HEAD', text: '轴承', conceptId: 'bearing', weight: 1.5 };
const TERMS = termsOf('轴承 法兰');
const ONCE = 1;

/** What the other names add where a listing says the words so often, and offers these concepts. */
function added(gainOfEach: number, offered: Readonly<Record<string, Naming>>, part = PART): number {
  const gains = TERMS.map(({ word, weight }) => ('轴承'.includes(word) ? weight * gainOfEach : 0));
  return new OtherNames([part], TERMS, vocabulary).added(gains, new Map(Object.entries(offered)), ONCE);
}

describe('other names in the wording of a need', () => {
  it('stand in for words that a listing does not say, a narrower thing less than the same, a near one less still', () => {
    const same = added(0, { bearing: Naming.ITSELF });
    const narrower = added(0, { 'rod-end': Naming.ITSELF });
    const near = added(0, { 'bearing-seat': Naming.ITSELF });
    expect(near).toBeGreaterThan(0);
    expect(narrower).toBeGreaterThan(near);
    expect(same).toBeGreaterThan(narrower);
  });

  it('add little to words that are said as well, and never take away', () => {
    const beside = added(1, { bearing: Naming.ITSELF });
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThan(added(0, { bearing: Naming.ITSELF }));
    expect(added(9, { 'rod-end': Naming.ITSELF })).toBeGreaterThan(0);
  });

  it.each<[string, Readonly<Record<string, Naming>>]>([
    ['another thing', { flange: Naming.ITSELF }],
    ['the thing within the name of another', { bearing: Naming.WITHIN }],
    ['a machine for it', { bearing: Naming.MACHINE_FOR }],
    ['nothing', {}],
  ])('say nothing where %s is offered', (_, offered) => expect(added(0, offered)).toBe(0));

  it('are none of a thing that the vocabulary does not know', () => {
    expect(added(0, { bearing: Naming.ITSELF }, { ...PART, conceptId: null })).toBe(0);
  });
});
