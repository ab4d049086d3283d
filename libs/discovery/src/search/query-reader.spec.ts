import {
  Certificates,
  ConceptExtractor,
  ConceptVocabulary,
  Industries,
  readStopWords,
  RegionalWords,
  Regions,
} from '@app/taxonomy';
import type { NeedReader } from '@app/need-reading';
import { QueryReader } from './query-reader.js';

const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const certificates = Certificates.load();
const knowledge = { certificates, regions: Regions.load(), stopWords: readStopWords() };
const reader = new QueryReader(
  new ConceptExtractor(vocabulary, knowledge),
  vocabulary,
  certificates,
  RegionalWords.load(),
  { findAskedThing: () => '谐波减速器' } as unknown as NeedReader,
);

/** The ids of the concepts that words of a query stand for. */
const concepts = (text: string, words: string) =>
  reader
    .readQuery(text)
    .alternatives.filter((alternative) => alternative.words === words)
    .flatMap((alternative) => alternative.concepts.map(({ id }) => id));

describe('reading a query', () => {
  it('finds what the words are also called', () => {
    const [motor] = vocabulary.named('电机');
    expect(concepts('马达', '马达')).toContain(motor?.id);
    expect(concepts('求购MES', 'mes').length).toBeGreaterThan(0);
  });

  it('asks for narrower concepts too, at less', () => {
    const [casting] = vocabulary.named('压铸');
    const [alternative] = reader.readQuery('压铸').alternatives;
    const worth = new Map(alternative?.concepts.map(({ id, worth: of }) => [id, of]));
    const [narrower] = vocabulary.narrower(casting!.id);
    expect(worth.get(narrower!)).toBeLessThan(worth.get(casting!.id)!);
  });

  it('asks for the two concepts above at the least', () => {
    const [ball] = vocabulary.named('深沟球轴承');
    const [alternative] = reader.readQuery('深沟球轴承').alternatives;
    const worth = (id: string) => alternative?.concepts.find((other) => other.id === id)?.worth ?? 0;
    const [above, further] = vocabulary.ancestors(ball!.id);
    expect(worth(above!)).toBeGreaterThan(worth(further!));
    const others = alternative!.concepts.filter(({ id }) => id !== above && id !== further);
    expect(Math.min(...others.map(({ worth: of }) => of))).toBeGreaterThan(worth(above!));
  });

  it('tells the thing asked for in a sentence alone', () => {
    expect(reader.readQuery('我们做工业机器人的，要找谐波减速器').thing).toBe('谐波减速器');
    expect(reader.readQuery('谐波减速器').thing).toBeUndefined();
  });

  it('reads the words of other regions', () => {
    const [laser] = vocabulary.named('激光切割');
    expect(concepts('雷射切割', '雷射切割')).toContain(laser?.id);
    const names = reader.readQuery('塑膠').alternatives.flatMap((alternative) => alternative.names);
    expect(names).toContain('塑料');
  });

  it('takes certificates for no concept, and courtesies for no subject', () => {
    const { alternatives, subject } = reader.readQuery('求购轴承，IATF 16949');
    expect(alternatives.some(({ words }) => words.includes('16949'))).toBe(false);
    expect(subject).not.toContain('求购');
    expect(subject).toContain('轴承');
  });
});
