import type { PartFit } from '../words/fit-parts.js';
import type { NeedPart, PartRole } from '@app/need-reading';
import { MatchFit, matchFit } from './score-match.js';

function fitOf(role: PartRole, weight: number, fit: number): PartFit {
  const part: NeedPart = { kind: 'PRODUCT', role, text: '件', conceptId: null, weight };
  return { part, fit, met: null, place: 'CAPABILITY_TEXT' };
}

describe('whether a match fits or only comes near', () => {
  it.each([
    ['the thing itself', [fitOf('HEAD', 1, 1)], MatchFit.FITS],
    ['the next broader thing', [fitOf('HEAD', 1, 0.55)], MatchFit.FITS],
    ['a thing that only holds its name', [fitOf('HEAD', 1, 0.4)], MatchFit.NEAR],
    ['the material without the thing', [fitOf('DEFINING', 0.8, 1), fitOf('HEAD', 1, 0.33)], MatchFit.NEAR],
    ['the thing without its material', [fitOf('DEFINING', 0.8, 0), fitOf('HEAD', 1, 1)], MatchFit.NEAR],
    ['the process without the product', [fitOf('DEFINING', 1, 1), fitOf('HEAD', 0.5, 0.18)], MatchFit.FITS],
    ['the thing without a narrowing word', [fitOf('HEAD', 1, 1), fitOf('MODIFIER', 0.35, 0)], MatchFit.FITS],
    ['the thing of an unnamed field', [fitOf('HEAD', 1, 1), fitOf('APPLICATION', 0.15, 0)], MatchFit.FITS],
    ['nothing', [fitOf('HEAD', 1, 0)], MatchFit.NEAR],
  ])('%s', (_what, fits, expected) => expect(matchFit(fits)).toBe(expected));
});
