import {
  fillShare,
  fillUpTo,
  FOUND_SHARE,
  massOf,
  massOfEvidence,
  evidenceOf,
  RELAXED_SHARE,
  type ShareOf,
} from '../../ranking/evidence.js';
import type { ServerDocument } from '../index/server-document.js';
import type { WeighedQuery, WorthyToken } from '../ranking/weighed-query.js';

const HAN = /\p{Script=Han}/u;
/** All, but for rounding. */
const EVERY = 0.999;
/** Of fewer characters it is chance that a document has them all: 电机 in 机电安装. */
const LEAST_CHARACTERS = 3;

/** A document that some query brought, with what it carries. */
export interface WeighedCandidate {
  readonly document: ServerDocument;
  readonly mass: number;
  readonly score: number;
  /** Whether it has every single character and pair of letters of the query somewhere. */
  readonly hasAllCharacters: boolean;
}

/** What a document carries of a query. */
export function weighCandidate(
  document: ServerDocument,
  { groups, fine, text }: WeighedQuery,
  shareOf: ShareOf<WorthyToken>,
): WeighedCandidate {
  const asked = text.characters.length + text.grams.filter((gram) => !HAN.test(gram)).length;
  const carried = fine.filter((token) => shareOf(token) > 0);
  return {
    document,
    mass: massOfEvidence(groups, shareOf),
    score: evidenceOf(groups, fine, shareOf),
    hasAllCharacters:
      asked >= LEAST_CHARACTERS && fine.length >= asked && massOf(carried) >= EVERY * massOf(fine),
  };
}

/** It is relaxed when nothing carries enough of the query; then words that no document knows do not count. */
export function chooseFound(
  { knownMass, unknownMass, text }: WeighedQuery,
  candidates: readonly WeighedCandidate[],
): { found: readonly WeighedCandidate[]; relaxed: boolean } {
  const carrying = (least: number) => candidates.filter(({ mass }) => mass > 0 && mass >= least);
  let strong = carrying(FOUND_SHARE * (knownMass + unknownMass));
  const relaxed = strong.length === 0;
  if (relaxed) strong = carrying(FOUND_SHARE * knownMass);
  const wanted = fillUpTo(text.shown.length);
  if (strong.length >= wanted) return { found: strong, relaxed };
  const weak = [
    ...carrying(fillShare(text.shown.length) * (knownMass + (relaxed ? 0 : unknownMass))),
    ...candidates.filter(({ mass, hasAllCharacters }) => mass > 0 && hasAllCharacters),
  ];
  const fill = [...new Set(weak)].filter((candidate) => !strong.includes(candidate));
  fill.sort((a, b) => b.score - a.score);
  const found = [...strong, ...fill.slice(0, wanted - strong.length)];
  if (found.length > 0) return { found, relaxed };
  const best = Math.max(0, ...candidates.map(({ mass }) => mass));
  return { found: carrying(RELAXED_SHARE * best), relaxed };
}
