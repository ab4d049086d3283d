import { type ConceptExtractor, ConceptKind, ConceptVocabulary } from '@app/taxonomy';
import { type NeedReading, plainWords } from '@app/need-reading';
import { type CandidateWords, NamingText } from './candidate-words.js';
import { NeedWording, wordingTerms } from './need-wording.js';
import { termsOf } from './word-set.js';

const VOCABULARY = new ConceptVocabulary([]);
const NO_NAMES = { hits: () => [] } as unknown as ConceptExtractor;
const namingText = (words: string) => new NamingText(words, NO_NAMES);
const reading: NeedReading = {
  description: plainWords('不锈钢法兰，IP67'),
  parts: [],
  subject: '不锈钢法兰',
  question: '不锈钢法兰',
  wording: '不锈钢法兰 ip67',
  conditions: {
    requiredCertificates: [],
    preferredCertificates: [],
    parameters: [],
    regions: [],
    excludedRegions: [],
    excludedOrganizationIds: [],
  },
};

const wording = new NeedWording(reading, () => 1, VOCABULARY);

function closeness(listing: string, organization = '', proseLength = 100) {
  const text = (words: string) => namingText(words);
  const words: Pick<CandidateWords, 'capability' | 'organization' | 'proseLength'> = {
    capability: text(listing),
    organization: text(organization),
    proseLength,
  };
  return wording.closeness(words);
}

describe('what a text can be found by', () => {
  const weights = (text: string) => new Map(termsOf(text).map(({ word, weight }) => [word, weight]));

  it('is words, pairs of characters and single Chinese characters, a pair that is a word being both', () => {
    expect(weights('热处理').get('热处理')).toBe(1);
    expect(weights('热处理').get('处理')).toBeCloseTo(1.6, 9);
    expect(weights('热处理').get('热处')).toBe(0.6);
    expect(weights('热处理').get('热')).toBe(1);
  });

  it('is pairs of letters only in models', () => {
    expect(weights('6205-2rs').has('2r')).toBe(true);
    expect([...weights('bearing').keys()]).toEqual(['bearing']);
    expect([...weights('5000').keys()]).toEqual(['5000']);
  });

  it('counts what stands beside the question half', () => {
    const terms = new Map(wordingTerms(reading).map(({ word, weight }) => [word, weight]));
    expect(terms.get('法兰')).toBeCloseTo(1.6, 9);
    expect(terms.get('ip67')).toBeCloseTo(0.5, 9);
  });
});

describe('how near a listing comes to the wording of a need', () => {
  it('is nothing where no word agrees, and grows with every word that does', () => {
    expect(closeness('洗衣粉')).toEqual({ score: 0, share: 0 });
    expect(closeness('不锈钢').score).toBeGreaterThan(0);
    expect(closeness('不锈钢法兰').score).toBeGreaterThan(closeness('不锈钢').score);
    expect(closeness('不锈钢法兰,ip67').share).toBeCloseTo(1, 9);
  });

  it('tells the share of the thing itself: a condition that only facts state is not missed in the words', () => {
    expect(closeness('不锈钢法兰').share).toBeCloseTo(1, 9);
    expect(closeness('ip67').share).toBe(0);
    expect(closeness('不锈钢法兰,ip67').score).toBeGreaterThan(closeness('不锈钢法兰').score);
  });

  it('is met by a short listing in the very words, and nearly by a usual one that says each word once', () => {
    expect(closeness('不锈钢法兰,ip67', '', 20).score).toBeCloseTo(1, 9);
    expect(closeness('不锈钢法兰,ip67').score).toBeCloseTo(0.93, 2);
  });

  it('counts a word less that only the organization says, and less in a long text', () => {
    expect(closeness('阀门', '不锈钢法兰').score).toBeLessThan(closeness('不锈钢法兰').score);
    expect(closeness('不锈钢法兰', '', 1000).score).toBeLessThan(closeness('不锈钢法兰').score);
  });

  it('finds Latin words and numbers where they begin and end, with any English ending', () => {
    const asked = new NeedWording(
      { ...reading, subject: '', question: 'pet 25 bag', wording: '' },
      () => 1,
      VOCABULARY,
    );
    const share = (words: string) => {
      const capability = namingText(words);
      const organization = namingText('');
      return asked.closeness({ capability, organization, proseLength: 100 }).share;
    };
    expect(share('pet bags, 25mm')).toBeCloseTo(1, 9);
    expect(share('carpet, 1250t, handbag')).toBe(0);
    expect(share('carpet or pet')).toBeCloseTo(1 / 3, 9);
  });

  it('hears the standard name of what a listing offers under another', () => {
    const flange = { id: 'flange', kind: ConceptKind.PRODUCT, zh: '法兰', en: 'flange', synonyms: ['突缘'] };
    const vocabulary = new ConceptVocabulary([{ ...flange, composedOf: [], industries: [], parameters: [] }]);
    const offered = { hits: () => [{ conceptId: 'flange', start: 0, end: 2, kind: ConceptKind.PRODUCT }] };
    const capability = new NamingText('突缘', offered as unknown as ConceptExtractor);
    const words = { capability, organization: namingText(''), proseLength: 100 };
    const asked = (question: string) =>
      new NeedWording({ ...reading, question, wording: '' }, () => 1, vocabulary).closeness(words).score;
    expect(asked('法兰')).toBeGreaterThan(0);
    expect(asked('flange')).toBeGreaterThan(0);
    expect(asked('轴承')).toBe(0);
  });

  it('gives nothing for a need without words', () => {
    const silent = new NeedWording({ ...reading, question: '', wording: '' }, () => 1, VOCABULARY);
    const words = { capability: namingText('法兰'), organization: namingText(''), proseLength: 2 };
    expect(silent.closeness(words)).toEqual({ score: 0, share: 0 });
  });
});
