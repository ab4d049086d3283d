import { FactState, Period } from '@app/kernel';
import { Certificates, ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { allCriteria } from '../criteria/criteria.js';
import type { MatchContext } from '../criteria/match-criterion.js';
import { type NeedReading, plainWords } from '@app/need-reading';
import { MATCH_WEIGHTS } from './match-weights.js';
import { byScore, type ScoredMatch, scoreMatch } from './score-match.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const criteria = allCriteria({ vocabulary, certificates: Certificates.load(), regions: Regions.load() });

/** The same numbers on every run, spread over 0 to 1 (mulberry32, public domain). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PLACES = ['330206', '3201', '4403', '31', null];
const GRADES = ['CT4', 'CT5', 'CT6', 'CT7', 'CT8'];

function aReading(random: () => number): NeedReading {
  const maybe = <T>(value: T): T | undefined => (random() < 0.8 ? value : undefined);
  const price = { max: '95', currency: 'CNY', taxIncluded: true, basis: '件', shown: true };
  return {
    description: plainWords('铝压铸件'),
    parts: [{ kind: 'PROCESS', role: 'HEAD', text: '压铸', conceptId: 'die-casting', weight: 1 }],
    subject: '压铸',
    question: '压铸',
    wording: '压铸',
    conditions: {
      requiredCertificates: ['iatf-16949', 'iso-9001'].filter(() => random() < 0.6),
      preferredCertificates: ['iso-14001'].filter(() => random() < 0.6),
      parameters: [
        { parameterId: 'piece-weight', min: '6', max: '6', unit: 'kg' },
        { parameterId: 'ct-grade', values: ['CT6'] },
      ].filter(() => random() < 0.7),
      quantity: maybe({ amount: '50000', unit: '件', period: Period.MONTH }),
      deliverInDays: maybe(40),
      regions: maybe(['3302']) ?? [],
      excludedRegions: [],
      price: maybe({ ...price, hidden: random() < 0.5 }),
      excludedOrganizationIds: [],
    },
  };
}

function aCandidate(random: () => number, capabilityId: string): CandidateFacts {
  const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const amount = (least: number, most: number) => String(Math.round(least + random() * (most - least)));
  const validUntil = () => among([null, '2020-01-01', '2030-01-01']);
  return {
    capabilityId,
    organizationId: `organization ${capabilityId}`,
    organizationName: '某压铸厂',
    kind: 'PROCESS',
    title: '铝合金压铸',
    description: null,
    materials: [],
    processes: [],
    specification: null,
    conceptIds: [],
    parameters: [
      { parameterId: 'piece-weight', min: null, max: amount(1, 12), unit: 'kg', values: [] },
      { parameterId: 'ct-grade', min: null, max: null, unit: null, values: [among(GRADES)] },
    ],
    capacity: {
      amount: amount(100, 90_000),
      unit: among(['件', '吨']),
      period: among([Period.MONTH, Period.YEAR]),
    },
    price: {
      min: amount(40, 200),
      max: null,
      currency: among(['CNY', 'USD']),
      taxIncluded: random() < 0.8,
      basis: among(['件', 'kg']),
    },
    leadTimeDays: Math.round(random() * 120),
    certificates: ['iatf-16949', 'iso-9001', 'iso-14001'].map((kindId) => ({
      kindId,
      validUntil: validUntil(),
      factState: FactState.DECLARED,
    })),
    tiers: [
      {
        level: among(['INNOVATIVE', 'LITTLE_GIANT']),
        validUntil: validUntil(),
        factState: FactState.DECLARED,
      },
    ],
    regionCode: among(PLACES),
    regionsServed: random() < 0.3 ? ['33'] : [],
    factState: among([FactState.DECLARED, FactState.INFERRED, FactState.CHECKED]),
    activity: null,
    confirmedAt: new Date(NOW.getTime() - Math.round(random() * 4e10)),
    organizationText: '',
  };
}

/** Every candidate that differs from one by a single fact that nobody has said. */
function withoutOneFact(candidate: CandidateFacts): CandidateFacts[] {
  const dropped = <T>(list: readonly T[]): T[][] => list.map((_, i) => list.filter((_each, j) => j !== i));
  return [
    { capacity: null },
    { price: null },
    { leadTimeDays: null },
    { regionCode: null },
    { regionsServed: [] },
    { confirmedAt: null },
    ...dropped(candidate.parameters).map((parameters) => ({ parameters })),
    ...dropped(candidate.certificates).map((certificates) => ({ certificates })),
    ...dropped(candidate.tiers).map((tiers) => ({ tiers })),
  ].map((change) => ({ ...candidate, ...change }));
}

interface Scored extends ScoredMatch {
  readonly candidate: CandidateFacts;
}

describe('a fact that is taken away', () => {
  it('never raises a rank, among any suppliers, for any need', () => {
    let compared = 0;
    const risen: object[] = [];
    for (let seed = 1; seed <= 25; seed++) {
      const random = chance(seed);
      const reading = aReading(random);
      const context: MatchContext = {
        now: NOW,
        closeness: { score: 0.5, share: 0.5 },
        meaning: 0.5,
        partFits: [{ part: reading.parts[0]!, fit: 1, met: '压铸', place: 'CONCEPT' }],
      };
      const score = (candidate: CandidateFacts): Scored => ({
        candidate,
        ...scoreMatch(reading, candidate, context, criteria, MATCH_WEIGHTS),
      });
      const suppliers = Array.from({ length: 12 }, (_, i) => score(aCandidate(random, `c${10 + i}`)));
      for (const supplier of suppliers) {
        const rivals = suppliers.filter((each) => each !== supplier);
        const rankOf = (match: Scored) => rivals.filter((rival) => byScore(rival, match) < 0).length;
        for (const poorer of withoutOneFact(supplier.candidate).map(score)) {
          const raised = poorer.score > supplier.score + 1e-9 || rankOf(poorer) < rankOf(supplier);
          if (raised) risen.push({ seed, poorer: poorer.candidate });
          compared++;
        }
      }
    }
    expect(risen).toEqual([]);
    expect(compared).toBeGreaterThan(3000);
  });

  it('does not pass an equal one that knows more: an expired certificate is no worse than silence', () => {
    const reading: NeedReading = {
      ...aReading(() => 0.99),
      conditions: { ...aReading(() => 0.99).conditions, requiredCertificates: ['iatf-16949'] },
    };
    const context: MatchContext = {
      now: NOW,
      closeness: { score: 0.5, share: 0.5 },
      meaning: 0.5,
      partFits: [],
    };
    const of = (capabilityId: string, held: boolean): Scored => {
      const expired = { kindId: 'iatf-16949', validUntil: '2020-01-01', factState: FactState.DECLARED };
      const candidate = { ...aCandidate(chance(1), capabilityId), certificates: held ? [expired] : [] };
      return { candidate, ...scoreMatch(reading, candidate, context, criteria, MATCH_WEIGHTS) };
    };
    const [said, silent] = [of('b', true), of('a', false)];
    expect(said.score).toBe(silent.score);
    expect([silent, said].sort(byScore)).toEqual([said, silent]);
  });
});
