import { CONCEPT_FIELD } from '../port/index-schemas.js';
import type { RecallQuery } from '../port/recall.js';
import { analyzeQuery } from '../text/query-analysis.js';
import { valueToken } from '../text/token-signs.js';
import type { RecallScoreQuery } from './scorer/score-query.js';
import { GRAM_WEIGHT, WORD_WEIGHT } from '../text/token-weights.js';

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
