import type { ServerDocument } from '../index/server-document.js';
import type { Carried } from '../ranking/evidence.js';
import type { WeighedQuery } from '../ranking/weighed-query.js';

/** The share of a query's worth that a document must carry to be found; the same on every engine. */
const FOUND_SHARE = 0.4;
/** With fewer documents than this, weaker ones fill up. */
export const FILL_UP_TO = 20;
const FILL_SHARE = 0.25;
/** All, but for rounding. */
const EVERY = 0.999;
/** Where nothing carries even that, whatever carries half as much as the best. */
const RELAXED_SHARE = 0.5;

/** A document that some query brought, with what it carries. */
export interface WeighedCandidate extends Carried {
  readonly document: ServerDocument;
  /** What it carries of single characters and pairs of letters. */
  readonly weak: Carried;
}

/** Decides which candidates are found, by the share of the query that they carry. */
export class FoundByShare {
  constructor(
    private readonly weighed: WeighedQuery,
    private readonly weakMass: number,
  ) {}

  /** It is relaxed when nothing carries enough of the query; then words that no document knows do not count. */
  choose(candidates: readonly WeighedCandidate[]): { found: readonly WeighedCandidate[]; relaxed: boolean } {
    const { knownMass, unknownMass } = this.weighed;
    const carrying = (least: number) => candidates.filter(({ mass }) => mass > 0 && mass >= least);
    let strong = carrying(FOUND_SHARE * (knownMass + unknownMass));
    const relaxed = strong.length === 0;
    if (relaxed) strong = carrying(FOUND_SHARE * knownMass);
    if (strong.length >= FILL_UP_TO) return { found: strong, relaxed };
    const weak = [
      ...carrying(FILL_SHARE * (knownMass + (relaxed ? 0 : unknownMass))),
      ...candidates.filter(({ weak: { mass } }) => this.weakMass > 0 && mass >= EVERY * this.weakMass),
    ];
    const fill = [...new Set(weak)].filter((candidate) => !strong.includes(candidate));
    fill.sort((a, b) => b.score + b.weak.score - a.score - a.weak.score);
    const found = [...strong, ...fill.slice(0, FILL_UP_TO - strong.length)];
    if (found.length > 0) return { found, relaxed };
    const best = Math.max(0, ...candidates.map(({ mass }) => mass));
    return { found: carrying(RELAXED_SHARE * best), relaxed };
  }
}
