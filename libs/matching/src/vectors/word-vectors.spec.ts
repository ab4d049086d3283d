import { CriterionKey } from '../criterion-key.js';
import { meaning } from '../criteria/meaning.criterion.js';
import { NeedMeaning } from '../words/need-meaning.js';
import type { CandidateWords } from '../words/candidate-words.js';
import { type NeedReading, plainWords } from '@app/need-reading';
import { isDue } from './training/learn-vectors.job.js';
import { WordVectors } from './word-vectors.js';

const ROWS: readonly (readonly [string, readonly number[]])[] = [
  ['减速机', [127, 0, 0]],
  ['减速器', [120, 40, 0]],
  ['面膜', [0, 0, 127]],
  ['#齿', [90, 90, 0]],
];
const vectors = new WordVectors(
  { dimensions: 3, names: ROWS.map(([name]) => name), bytes: Int8Array.from(ROWS.flatMap(([, row]) => row)) },
  '1',
);
const need = (subject: string): NeedReading => ({
  description: plainWords(subject),
  parts: [],
  subject,
  question: subject,
  wording: subject,
  conditions: {
    requiredCertificates: [],
    preferredCertificates: [],
    parameters: [],
    regions: [],
    excludedRegions: [],
    excludedOrganizationIds: [],
  },
});
const listing = (text: string) => ({ capability: { text } }) as CandidateWords;

describe('word vectors', () => {
  it('know a word, or else its parts', () => {
    expect(vectors.of('减速机')?.coverage).toBe(1);
    expect(vectors.of('齿')?.coverage).toBe(0);
    expect(vectors.of('未知')).toBeNull();
  });

  it('name the nearest words, no characters', () => {
    const near = vectors.nearest(vectors.of('减速机')!.direction, 10, 0.5);
    expect(near.map(({ word }) => word)).toEqual(['减速机', '减速器']);
  });

  it('tell how near a listing comes in meaning', () => {
    const meant = NeedMeaning.of(need('减速机'), vectors)!;
    expect(meant.nearness(listing('减速器'))).toBeGreaterThan(0.8);
    expect(meant.nearness(listing('面膜'))).toBe(0);
    expect(meant.nearness(listing(''))).toBe(0);
    expect(meant.nearWords()[0]).toEqual({ text: '减速机', weight: expect.closeTo(0.4, 6) as number });
  });

  it('stay out where there are none, or where they know less than half of the words', () => {
    expect(NeedMeaning.of(need('减速机'), null)).toBeNull();
    expect(NeedMeaning.of(need('减速机 未知 生词'), vectors)).toBeNull();
    expect(NeedMeaning.of(need(''), vectors)).toBeNull();
    const judged = meaning.judge(need('减速机'), {} as never, { meaning: null } as never);
    expect(judged).toBeNull();
    expect(meaning.key).toBe(CriterionKey.MEANING);
  });
});

describe('when vectors are learnt', () => {
  const now = new Date('2026-06-02T02:29:00Z');
  const last = (texts: number, trainedAt: string) => ({
    version: '1',
    texts,
    trainedAt: new Date(trainedAt),
  });

  it.each([
    ['never from a handful of texts', null, 1999, false],
    ['for the first time', null, 2000, true],
    ['not while little changed', last(10_000, '2026-06-02T00:29:00Z'), 10_900, false],
    ['after a tenth was added', last(10_000, '2026-06-02T00:29:00Z'), 11_000, true],
    ['after a day', last(10_000, '2026-06-01T02:29:00Z'), 10_000, true],
  ])('%s', (_when, before, texts, due) => expect(isDue(before, texts, now)).toBe(due));
});
