/**
 * Inverse document frequency: ln(1 + (N − df + 0.5) / (df + 0.5)), the rarity of a word in an index of N documents of
 * which df carry it (Robertson and Spärck Jones, as BM25 uses it; never negative).
 */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  const df = Math.min(frequency, documents);
  return Math.log(1 + (documents - df + 0.5) / (df + 0.5));
}
