import { FactState, Period } from '@app/kernel';
import { Certificates, ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { allCriteria } from '../criteria/criteria.js';
import { CriterionKey } from '../criterion-key.js';
import { CriterionState, type MatchContext } from '../criteria/match-criterion.js';
import { type NeedReading, plainWords } from '@app/need-reading';
import { MATCH_WEIGHTS } from './match-weights.js';
import { MatchFit, type ScoredMatch, scoreMatch } from './score-match.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const criteria = allCriteria({ vocabulary, certificates: Certificates.load(), regions: Regions.load() });

const reading: NeedReading = {
  description: plainWords('铝压铸件'),
  parts: [
    { kind: 'PROCESS', role: 'HEAD', text: '压铸', conceptId: 'die-casting', weight: 1 },
    {
      kind: 'APPLICATION',
      role: 'APPLICATION',
      text: '汽车',
      conceptId: 'automotive-application',
      weight: 0.15,
    },
  ],
  subject: '压铸',
  question: '压铸',
  wording: '压铸',
  conditions: {
    requiredCertificates: ['iatf-16949'],
    preferredCertificates: ['iso-14001'],
    parameters: [
      { parameterId: 'piece-weight', min: '6', max: '6', unit: 'kg' },
      { parameterId: 'ct-grade', values: ['CT5'] },
    ],
    quantity: { amount: '50000', unit: '件', period: Period.MONTH },
    deliverInDays: 40,
    regions: ['33'],
    excludedRegions: [],
    price: { max: '95', currency: 'CNY', taxIncluded: true, basis: '件', shown: true },
    excludedOrganizationIds: [],
  },
};

const context: MatchContext = {
  now: NOW,
  closeness: { score: 0.95, share: 1 },
  meaning: 0.9,
  partFits: [
    { part: reading.parts[0]!, fit: 1, met: '压铸', place: 'CONCEPT' },
    { part: reading.parts[1]!, fit: 1, met: '汽车', place: 'ORGANIZATION_TEXT' },
  ],
};

function aCandidate(changes: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    capabilityId: 'c1',
    organizationId: 'o1',
    organizationName: '某压铸厂',
    kind: 'PROCESS',
    title: '铝合金压铸',
    description: null,
    materials: [],
    processes: [],
    specification: null,
    conceptIds: ['die-casting'],
    parameters: [
      { parameterId: 'piece-weight', min: '0.5', max: '18', unit: 'kg', values: [] },
      { parameterId: 'ct-grade', min: null, max: null, unit: null, values: ['CT4', 'CT5'] },
    ],
    capacity: { amount: '80000', unit: '件', period: Period.MONTH },
    price: { min: '88', max: '120', currency: 'CNY', taxIncluded: true, basis: '件' },
    leadTimeDays: 35,
    certificates: [
      { kindId: 'iatf-16949', validUntil: '2027-01-01', factState: FactState.DECLARED },
      { kindId: 'iso-14001', validUntil: null, factState: FactState.DECLARED },
    ],
    tiers: [{ level: 'LITTLE_GIANT', validUntil: null, factState: FactState.DECLARED }],
    regionCode: '330206',
    regionsServed: ['33'],
    factState: FactState.DECLARED,
    activity: null,
    confirmedAt: new Date('2026-05-20T00:00:00Z'),
    organizationText: '',
    ...changes,
  };
}

const score = (candidate: CandidateFacts): ScoredMatch =>
  scoreMatch(reading, candidate, context, criteria, MATCH_WEIGHTS);
const state = (match: ScoredMatch, key: CriterionKey) => match.criteria.find((c) => c.key === key)?.state;

const UNKNOWN_FACTS: Partial<Record<keyof CandidateFacts, Partial<CandidateFacts>>> = {
  capacity: { capacity: null },
  price: { price: null },
  leadTimeDays: { leadTimeDays: null },
  certificates: { certificates: [] },
  tiers: { tiers: [] },
  parameters: { parameters: [] },
  regionCode: { regionCode: null },
  regionsServed: { regionsServed: [] },
  confirmedAt: { confirmedAt: null },
};

describe('the score of a match', () => {
  it.each([
    [0, 'MATCH_TRUST_CONFIRMED_TODAY'],
    [1, 'MATCH_TRUST_CONFIRMED_YESTERDAY'],
    [12, 'MATCH_TRUST_CONFIRMED'],
    [null, 'MATCH_TRUST_UNCONFIRMED'],
  ])('says of a confirmation %p days ago how old it is', (days, code) => {
    const confirmedAt = days === null ? null : new Date(NOW.getTime() - days * 86_400_000);
    const { criteria: judged } = score(aCandidate({ confirmedAt }));
    expect(judged.find(({ key }) => key === CriterionKey.TRUST)?.reason.code).toBe(code);
  });

  it('meets every criterion when every fact fits', () => {
    const asked = { ...context, modelNearness: 0.9 };
    const match = scoreMatch(reading, aCandidate(), asked, criteria, MATCH_WEIGHTS);
    expect(match.criteria.map((c) => [c.key, c.state])).toEqual(
      Object.values(CriterionKey).map((key) => [key, CriterionState.MET]),
    );
    expect(match.score).toBeGreaterThan(95);
    expect(match.coverage).toEqual({ known: match.coverage.asked, asked: match.coverage.asked });
  });

  it('is unknown, not unmet, where nobody has said, and names the fact that would raise it most', () => {
    const match = score(aCandidate({ certificates: [] }));
    expect(state(match, CriterionKey.CERTIFICATES)).toBe(CriterionState.UNKNOWN);
    expect(match.decidingFact?.code).toBe('FACT_CERTIFICATE');
    expect(match.reachable - match.score).toBeCloseTo((100 * 10) / 209, 5);
  });

  it('keeps the field of use apart: silence leaves what is offered met', () => {
    const silent = {
      ...context,
      partFits: context.partFits.map((fit, i) => (i === 1 ? { ...fit, fit: 0 } : fit)),
    };
    const match = scoreMatch(reading, aCandidate(), silent, criteria, MATCH_WEIGHTS);
    expect(state(match, CriterionKey.CONCEPT_COVERAGE)).toBe(CriterionState.MET);
    expect(state(match, CriterionKey.APPLICATION)).toBe(CriterionState.UNKNOWN);
    expect(match.fit).toBe(MatchFit.FITS);
    expect(match.reachable).toBeCloseTo(score(aCandidate()).reachable, 6);
  });

  it('counts facts only as far as the thing is offered', () => {
    const elsewhere: MatchContext = {
      ...context,
      closeness: { score: 0.05, share: 0.1 },
      partFits: context.partFits.map((fit) => ({ ...fit, fit: fit.part.role === 'APPLICATION' ? 1 : 0 })),
    };
    const silent = aCandidate({ certificates: [], capacity: null, tiers: [] });
    const other = scoreMatch(reading, aCandidate(), elsewhere, criteria, MATCH_WEIGHTS);
    const maker = scoreMatch(reading, silent, context, criteria, MATCH_WEIGHTS);
    expect(state(other, CriterionKey.CERTIFICATES)).toBe(CriterionState.MET);
    for (const key of [CriterionKey.CERTIFICATES, CriterionKey.APPLICATION])
      expect(other.criteria.find((c) => c.key === key)?.score).toBeCloseTo(0.043, 9);
    expect(other.score).toBeLessThan(maker.score / 3);
    const total = other.criteria.reduce((sum, c) => sum + c.weight, 0);
    const points = other.criteria.reduce((sum, c) => sum + c.weight * c.score, 0);
    expect(other.score).toBeCloseTo((100 * points) / total, 9);
    expect(other.reachable).toBeGreaterThanOrEqual(other.score);
  });

  it('tells an expired certificate from one that nobody spoke of', () => {
    const match = score(
      aCandidate({
        certificates: [{ kindId: 'iatf-16949', validUntil: '2026-05-31', factState: FactState.DECLARED }],
      }),
    );
    const criterion = match.criteria.find((c) => c.key === CriterionKey.CERTIFICATES);
    expect(criterion?.state).toBe(CriterionState.UNMET);
    expect(criterion?.reason.code).toBe('MATCH_CERTIFICATES_EXPIRED');
  });

  it('compares a yearly capacity with a monthly quantity', () => {
    const match = score(aCandidate({ capacity: { amount: '300000', unit: '件', period: Period.YEAR } }));
    expect(match.criteria.find((c) => c.key === CriterionKey.CAPACITY)?.score).toBeCloseTo(0.5, 6);
  });

  it('cannot compare tonnes with pieces', () => {
    expect(
      state(
        score(aCandidate({ capacity: { amount: '300', unit: '吨', period: Period.MONTH } })),
        CriterionKey.CAPACITY,
      ),
    ).toBe(CriterionState.UNKNOWN);
  });

  it('shows a hidden target price only as within or above', () => {
    const hidden: NeedReading = {
      ...reading,
      conditions: { ...reading.conditions, price: { ...reading.conditions.price!, shown: false } },
    };
    const match = scoreMatch(hidden, aCandidate(), context, criteria, MATCH_WEIGHTS);
    const reason = match.criteria.find((c) => c.key === CriterionKey.PRICE)?.reason;
    expect(reason).toEqual({ code: 'MATCH_PRICE_WITHIN_HIDDEN', params: {} });
    const offered = (min: string) => {
      const candidate = aCandidate({ price: { ...aCandidate().price!, min } });
      const scored = scoreMatch(hidden, candidate, context, criteria, MATCH_WEIGHTS);
      return scored.criteria.find((c) => c.key === CriterionKey.PRICE);
    };
    expect(offered('101')).toEqual(offered('140'));
    expect(offered('101')?.reason).toEqual({ code: 'MATCH_PRICE_ABOVE_HIDDEN', params: {} });
    // The band of 95 ends at 100: within it nothing tells where the target lies.
    expect(offered('94')).toEqual(offered('96'));
  });

  it('compares an amount that the buyer hides alike for the buyer itself, who reads its number', () => {
    const kept = (shown: boolean): NeedReading => ({
      ...reading,
      conditions: { ...reading.conditions, price: { ...reading.conditions.price!, shown, hidden: true } },
    });
    for (const min of ['60', '94', '96', '99', '101', '140']) {
      const candidate = aCandidate({ price: { ...aCandidate().price!, min } });
      const [own, theirs] = [true, false].map((shown) =>
        scoreMatch(kept(shown), candidate, context, criteria, MATCH_WEIGHTS),
      );
      expect([own!.score, own!.reachable, own!.fit]).toEqual([theirs!.score, theirs!.reachable, theirs!.fit]);
      const [numbers, words] = [own!, theirs!].map(
        (match) => match.criteria.find((c) => c.key === CriterionKey.PRICE)!.reason,
      );
      expect(JSON.stringify(numbers!.params)).toContain('95');
      expect(words!.params).toEqual({});
    }
  });

  it('compares a budget by its own band, whatever number of pieces it is shared out over', () => {
    const shared = (pieces: string): NeedReading => ({
      ...reading,
      conditions: {
        ...reading.conditions,
        price: {
          max: String(950 / Number(pieces)),
          currency: 'CNY',
          taxIncluded: true,
          basis: '件',
          shown: false,
          budget: { amount: '950', pieces },
        },
      },
    });
    const within = (pieces: string, min: string) => {
      const candidate = aCandidate({ price: { ...aCandidate().price!, min } });
      return state(
        scoreMatch(shared(pieces), candidate, context, criteria, MATCH_WEIGHTS),
        CriterionKey.PRICE,
      );
    };
    expect([within('10', '100'), within('20', '50')]).toEqual([CriterionState.MET, CriterionState.MET]);
    expect([within('10', '101'), within('20', '50.5')]).toEqual([CriterionState.UNMET, CriterionState.UNMET]);
  });

  it('takes a stricter grade for a coarser one, not the other way round', () => {
    const grade = (values: string[]) => [
      aCandidate().parameters[0]!,
      { parameterId: 'ct-grade', min: null, max: null, unit: null, values },
    ];
    expect(state(score(aCandidate({ parameters: grade(['CT4']) })), CriterionKey.TECHNICAL_ENVELOPE)).toBe(
      CriterionState.MET,
    );
    expect(state(score(aCandidate({ parameters: grade(['CT7']) })), CriterionKey.TECHNICAL_ENVELOPE)).toBe(
      CriterionState.PARTLY,
    );
  });

  it('ranks an inferred capability below a declared one of equal fit', () => {
    expect(score(aCandidate({ factState: FactState.INFERRED })).score).toBeLessThan(
      score(aCandidate()).score,
    );
  });

  it('never rises when a fact is removed, whatever the fact said', () => {
    const worse: Partial<CandidateFacts>[] = [
      {},
      { capacity: { amount: '10', unit: '件', period: Period.MONTH } },
      { price: { min: '500', max: null, currency: 'CNY', taxIncluded: true, basis: '件' } },
      { leadTimeDays: 400, regionCode: '44', regionsServed: [] },
      { certificates: [{ kindId: 'iatf-16949', validUntil: '2020-01-01', factState: FactState.DECLARED }] },
      { parameters: [{ parameterId: 'piece-weight', min: '100', max: '200', unit: 'kg', values: [] }] },
      { confirmedAt: new Date('2010-01-01T00:00:00Z') },
    ];
    for (const facts of worse) {
      const whole = score(aCandidate(facts)).score;
      for (const without of Object.values(UNKNOWN_FACTS)) {
        expect(score(aCandidate({ ...facts, ...without })).score).toBeLessThanOrEqual(whole + 1e-9);
      }
    }
  });
});
