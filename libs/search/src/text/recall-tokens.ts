import { CONCEPT_FIELD } from '../port/index-schemas.js';
import type { RecallQuery } from '../port/recall.js';
import type { Filter } from '../port/search-request.js';
import { analyzeQuery } from './query-analysis.js';
import type { WeightedToken } from './text-query.js';
import { GRAM_WEIGHT, valueToken, WORD_WEIGHT } from './token-signs.js';

/** One query of a recall, cut into tokens. */
export interface RecallScoreQuery {
  readonly tokens: readonly WeightedToken[];
  readonly filter: readonly Filter[];
  readonly limit: number;
}

/** A recall query as tokens; what several phrases share counts once, with the highest weight. */
export function recallTokens({ terms, concepts = [], filter = [], limit }: RecallQuery): RecallScoreQuery {
  const weights = new Map<string, number>();
  const raise = (token: string, weight: number) =>
    weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  for (const { text, weight, byWords = false } of terms) {
    const { words, grams } = analyzeQuery(text);
    for (const word of words) raise(word, weight * WORD_WEIGHT);
    if (byWords && words.length > 0) continue;
    for (const gram of grams) raise(gram, weight * GRAM_WEIGHT);
  }
  for (const concept of concepts) raise(valueToken(CONCEPT_FIELD, concept), WORD_WEIGHT);
  return { tokens: Array.from(weights, ([token, weight]) => ({ token, weight })), filter, limit };
}
