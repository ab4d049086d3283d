import { CriterionKey } from '../criterion-key.js';
import { CriterionState } from '../criteria/match-criterion.js';
import type { PartFit } from '../words/fit-parts.js';
import type { NeedPart } from '@app/need-reading';
import { bearingOf } from './score-match.js';

const judged = {
  state: CriterionState.PARTLY,
  reason: { code: '', params: {} },
  facts: { asked: 1, known: 1 },
};

function fit(role: NeedPart['role'], kind: NeedPart['kind'], weight: number, of: number): PartFit {
  const part: NeedPart = { role, kind, text: '某物', conceptId: null, weight };
  return { part, fit: of, met: null, place: 'CAPABILITY_TEXT' };
}

/** How far facts count for a supplier with that coverage, wording, and fits of the parts. */
function bearing(coverage: number, wording: number, parts: readonly PartFit[]): number {
  return bearingOf([
    { ...judged, key: CriterionKey.CONCEPT_COVERAGE, score: coverage, parts },
    { ...judged, key: CriterionKey.TEXT_CLOSENESS, score: wording },
  ]);
}

describe('how far facts count', () => {
  it('is in full where the thing asked for is offered, and not at all where nothing is', () => {
    expect(bearing(0.6, 0.5, [fit('HEAD', 'PRODUCT', 1.5, 1)])).toBe(1);
    expect(bearing(0, 0, [fit('HEAD', 'PRODUCT', 1.5, 0)])).toBe(0);
  });

  it('is half where the words come near and only what stands beside the thing is offered', () => {
    const beside = [fit('MODIFIER', 'PRODUCT', 0.35, 1), fit('HEAD', 'PRODUCT', 1.5, 0)];
    expect(bearing(0.1, 0.6, beside)).toBeCloseTo(0.5, 9);
    const near = [fit('MODIFIER', 'PRODUCT', 0.35, 1), fit('HEAD', 'PRODUCT', 1.5, 0.25)];
    expect(bearing(0.1, 0.6, near)).toBeCloseTo(0.75, 9);
  });

  it('counts the work asked for as well as the thing, which job shops seldom list', () => {
    const jobShop = [fit('DEFINING', 'PROCESS', 1, 1), fit('HEAD', 'PRODUCT', 0.75, 0)];
    expect(bearing(0.4, 0.4, jobShop)).toBe(1);
    const supplier = [fit('DEFINING', 'MATERIAL', 0.8, 1), fit('HEAD', 'PRODUCT', 1.5, 0)];
    expect(bearing(0.4, 0.4, supplier)).toBeCloseTo(0.5, 9);
  });

  it('never falls when a part is met better', () => {
    let before = 0;
    for (let of = 0; of <= 1; of += 0.05) {
      const now = bearing(0.3, 0.4, [fit('HEAD', 'PRODUCT', 1.5, of)]);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });

  it('goes by the words alone where the need names no part', () => {
    expect(bearingOf([{ ...judged, key: CriterionKey.TEXT_CLOSENESS, score: 0.6 }])).toBe(1);
  });
});
