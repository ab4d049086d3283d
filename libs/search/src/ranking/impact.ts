import { PRESENT } from '../text/token-signs.js';

/**
 * Inverse document frequency: ln(1 + (N − df + 0.5) / (df + 0.5)), the rarity of a word in an index of N documents of
 * which df carry it (Robertson and Spärck Jones, as BM25 uses it; never negative).
 */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  const df = Math.min(frequency, documents);
  return Math.log(1 + (documents - df + 0.5) / (df + 0.5));
}

/** Impact of a token that says all there is to say. */
export const FULL_IMPACT = 255;

/** BM25's k1: how fast further occurrences stop adding. */
const SATURATION = 1.2;
/** BM25's b: how much a long text dampens each of its words. */
const LENGTH_SHARE = 0.5;

/**
 * What a token contributes in a document, from 1 to 255: 255·tf / (tf + 1.2·(0.5 + 0.5·L/L̄)), the part of BM25 that
 * does not depend on the query, so that it is computed once when indexing.
 * `halves` are occurrences in halves (DocumentAnalyzer), L the document's words, L̄ those of a usual document.
 */
export function impactOf(halves: number, length: number, typicalLength: number): number {
  if (halves === PRESENT) return FULL_IMPACT;
  const occurrences = halves / 2;
  const dampening = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / typicalLength);
  return Math.max(1, Math.round((FULL_IMPACT * occurrences) / (occurrences + dampening)));
}
