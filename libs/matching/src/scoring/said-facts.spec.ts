import { FactState, Period } from '@app/kernel';
import { Certificates, ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { SaidFacts } from '../candidates/said-facts.js';
import { allCriteria } from '../criteria/criteria.js';
import { CriterionKey } from '../criterion-key.js';
import { CriterionState, type MatchContext } from '../criteria/match-criterion.js';
import { type NeedReading, ParameterFinder, plainWords } from '@app/need-reading';
import { MATCH_WEIGHTS } from './match-weights.js';
import { scoreMatch } from './score-match.js';

const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const sources = {
  certificates: Certificates.load(),
  regions: Regions.load(),
  parameters: new ParameterFinder(vocabulary),
  vocabulary,
};
const criteria = allCriteria(sources);

const part = { kind: 'PROCESS', role: 'HEAD', text: '压铸', conceptId: 'die-casting', weight: 1 } as const;
const reading: NeedReading = {
  description: plainWords('压铸'),
  parts: [part],
  subject: '压铸',
  question: '压铸',
  wording: '压铸',
  conditions: {
    requiredCertificates: ['iatf-16949'],
    preferredCertificates: [],
    parameters: [{ parameterId: 'ct-grade', values: ['CT5'] }],
    quantity: { amount: '50000', unit: '件', period: Period.MONTH },
    deliverInDays: 40,
    regions: ['3302'],
    excludedRegions: [],
    excludedOrganizationIds: [],
  },
};
const silent: CandidateFacts = {
  capabilityId: 'c',
  organizationId: 'o',
  organizationName: '某厂',
  kind: 'PROCESS',
  title: '压铸',
  description: null,
  materials: [],
  processes: [],
  specification: null,
  conceptIds: [],
  parameters: [],
  capacity: null,
  price: null,
  leadTimeDays: null,
  certificates: [],
  tiers: [],
  regionCode: null,
  regionsServed: [],
  factState: FactState.DECLARED,
  activity: null,
  confirmedAt: null,
  organizationText: '',
};

function match(words: string, declared: Partial<CandidateFacts> = {}) {
  const candidate = { ...silent, ...declared };
  const context: MatchContext = {
    now: new Date('2026-06-01T00:00:00Z'),
    closeness: { score: 0.9, share: 1 },
    meaning: null,
    partFits: [{ part, fit: 1, met: '压铸', place: 'CONCEPT' }],
    said: new SaidFacts(candidate, words, sources),
  };
  const scored = scoreMatch(reading, candidate, context, criteria, MATCH_WEIGHTS);
  const of = (key: CriterionKey) => scored.criteria.find((criterion) => criterion.key === key);
  return { scored, of };
}

const ASKED = [
  CriterionKey.CERTIFICATES,
  CriterionKey.TECHNICAL_ENVELOPE,
  CriterionKey.CAPACITY,
  CriterionKey.LEAD_TIME,
  CriterionKey.REGION,
];
const WORDS = '铝压铸件，CT5级，已通过IATF 16949，月产能8万件，交期30天，工厂位于宁波北仑';
const HELD = { kindId: 'iatf-16949', validUntil: null, factState: FactState.DECLARED };

describe('facts that only the words of a listing say', () => {
  it('are evidence for every kind of condition, less than what is declared, and told as such', () => {
    const { of } = match(WORDS);
    for (const key of ASKED)
      expect([key, of(key)]).toEqual([
        key,
        expect.objectContaining({ saidOnly: true, state: CriterionState.PARTLY, score: 0.8 }),
      ]);
  });

  it('leave what nobody said unknown', () => {
    const { of } = match('铝压铸件');
    for (const key of ASKED) expect([key, of(key)?.state]).toEqual([key, CriterionState.UNKNOWN]);
  });

  it('count for less than the declared fact, and the declared fact is never turned against its supplier', () => {
    const [declared, said] = [match(WORDS, { certificates: [HELD] }), match(WORDS)];
    expect(declared.of(CriterionKey.CERTIFICATES)).toMatchObject({ score: 1, state: CriterionState.MET });
    expect(declared.scored.score).toBeGreaterThan(said.scored.score);
    const expired = match(WORDS, { certificates: [{ ...HELD, validUntil: '2020-01-01' }] });
    expect(expired.scored.score).toBeCloseTo(said.scored.score, 9);
    const short = match(WORDS, { capacity: { amount: '100', unit: '件', period: Period.MONTH } });
    expect(short.scored.score).toBeCloseTo(said.scored.score, 9);
    expect(said.scored.reachable).toBeGreaterThan(said.scored.score);
  });

  it.each([
    '无IATF 16949',
    'IATF16949认证办理中',
    '未通过IATF 16949',
    '尚未建立和运行IATF 16949体系',
    '正在申请IATF 16949',
    '计划明年取得IATF 16949',
    'IATF 16949计划明年取得',
    'no IATF 16949 yet',
    'not certified to IATF 16949',
    'IATF 16949 certification pending',
  ])('are not what is denied or planned: %s', (words) =>
    expect(match(words).of(CriterionKey.CERTIFICATES)?.state).toBe(CriterionState.UNKNOWN),
  );

  it.each([
    '已通过IATF 16949',
    '未发生质量事故且已通过IATF 16949',
    '无尘车间，通过IATF 16949',
    '生产计划按IATF 16949管理',
    '无铅焊接产线通过IATF 16949认证',
    'not only IATF 16949 but more',
  ])('are what is held: %s', (words) =>
    expect(match(words).of(CriterionKey.CERTIFICATES)?.state).toBe(CriterionState.PARTLY),
  );

  it('tell a plant from a place of delivery', () => {
    expect(match('送货宁波').of(CriterionKey.REGION)?.score).toBeLessThan(
      match('位于宁波').of(CriterionKey.REGION)?.score ?? 0,
    );
  });
});
