import { foldText } from '@app/kernel';
import type { ConceptHit } from '@app/taxonomy';

/** Words of a trade with how often they occur. */
export interface CountedPhrase {
  readonly phrase: string;
  readonly count: number;
}

/** Shares of all weight, between 0 and 1. */
export interface PhraseCoverage {
  readonly phrases: number;
  readonly weight: number;
  /** In which a concept is found at all. */
  readonly found: number;
  /** Whose last word, the head of a Chinese compound, belongs to a concept. */
  readonly headFound: number;
  /** That concepts cover wholly, but for marks and blanks. */
  readonly covered: number;
}

const MARK = /[^\p{L}\p{N}]/u;

/** How much of weighted phrases the vocabulary knows. */
export function coverageOf(
  phrases: readonly CountedPhrase[],
  hitsOf: (phrase: string) => readonly Pick<ConceptHit, 'start' | 'end'>[],
): PhraseCoverage {
  const sums = { found: 0, headFound: 0, covered: 0 };
  let weight = 0;
  for (const { phrase, count } of phrases) {
    weight += count;
    const hits = hitsOf(phrase);
    if (hits.length === 0) continue;
    const folded = foldText(phrase).trimEnd();
    const inside = (at: number) => hits.some(({ start, end }) => start <= at && at < end);
    sums.found += count;
    if (inside(folded.length - 1)) sums.headFound += count;
    const letters = Array.from({ length: folded.length }, (_, at) => at);
    if (letters.every((at) => MARK.test(folded[at] ?? '') || inside(at))) sums.covered += count;
  }
  const share = (sum: number) => (weight === 0 ? 0 : sum / weight);
  return {
    phrases: phrases.length,
    weight,
    found: share(sums.found),
    headFound: share(sums.headFound),
    covered: share(sums.covered),
  };
}
