import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CriterionKey } from '../criterion-key.js';
import { CriterionState } from '../criteria/match-criterion.js';
import { byScore, MatchFit, type ScoredMatch } from '../scoring/score-match.js';
import { bestMatches } from './best-matches.js';
import type { Evidence } from './need-comparison.js';

/** A candidate whose match is known beforehand: the worth of everything else, and of its meaning. */
interface Known {
  readonly else: number;
  readonly meaning: number;
}

const MEANING_WEIGHT = 10;
const TOTAL_WEIGHT = 130;

function evidence(capabilityId: string, organizationId: string, known: Known): Evidence & { known: Known } {
  const candidate = { capabilityId, organizationId } as CandidateFacts;
  return { candidate, known } as Evidence & { known: Known };
}

function scored(points: number, meaning: number | null): ScoredMatch {
  const judged = { state: CriterionState.MET, score: 1, reason: { code: '', params: {} } };
  const facts = { asked: 1, known: 1 };
  const other = { ...judged, facts, statedForNeed: false };
  return {
    score: (100 * (points + MEANING_WEIGHT * (meaning ?? 0))) / TOTAL_WEIGHT,
    reachable: 100,
    coverage: facts,
    fit: MatchFit.FITS,
    criteria: [
      { ...other, key: CriterionKey.CONCEPT_COVERAGE, weight: TOTAL_WEIGHT - MEANING_WEIGHT },
      { ...other, key: CriterionKey.MEANING, weight: MEANING_WEIGHT },
    ],
    decidingFact: null,
    weightsVersion: 'test',
  };
}

/** Matches of which the worth of meaning is found out one by one; `asked` counts. */
function comparison() {
  const asked: string[] = [];
  const known = (of: Evidence) => (of as Evidence & { known: Known }).known;
  return {
    asked,
    asksMeaning: true,
    score: (of: Evidence, meaning: number | null) => scored(known(of).else, meaning),
    complete: (of: Evidence) => {
      asked.push(of.candidate.capabilityId);
      return scored(known(of).else, known(of).meaning);
    },
  };
}

/** Park and Miller's generator, so that every run asks the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

describe('bestMatches', () => {
  it('lists whom asking everybody would list, and asks fewer', () => {
    const next = random(11);
    let asked = 0;
    for (let round = 0; round < 50; round++) {
      const gathered = Array.from({ length: 120 }, (_, i) =>
        evidence(`c${i}`, `o${Math.floor(next() * 60)}`, { else: next() * 120, meaning: next() }),
      );
      const seen = new Set<string>();
      const everybody = gathered
        .map((each) => ({ candidate: each.candidate, ...scored(each.known.else, each.known.meaning) }))
        .sort(byScore)
        .filter(({ candidate: { organizationId: id } }) => !seen.has(id) && seen.add(id));
      const asking = comparison();
      expect(bestMatches(asking, gathered, 20)).toEqual(everybody.slice(0, 20));
      asked += asking.asked.length;
    }
    expect(asked).toBeLessThan(50 * 120 * 0.7);
  });

  it('asks meaning of nobody where the vectors say nothing of the need', () => {
    const asking = { ...comparison(), asksMeaning: false };
    const found = bestMatches(asking, [evidence('c', 'o', { else: 60, meaning: 1 })], 20);
    expect(found.map(({ score }) => score)).toEqual([(100 * 60) / TOTAL_WEIGHT]);
    expect(asking.asked).toEqual([]);
  });

  it('lists all where there are fewer than asked for', () => {
    const gathered = ['a', 'b'].map((id, i) => evidence(id, id, { else: i, meaning: 0 }));
    expect(bestMatches(comparison(), gathered, 20).map(({ candidate }) => candidate.capabilityId)).toEqual([
      'b',
      'a',
    ]);
  });
});
