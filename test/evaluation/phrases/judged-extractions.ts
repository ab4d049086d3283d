import { join } from 'node:path';
import type { ConceptHit } from '@app/taxonomy';
import { readTable } from '../tab-separated.js';

/** What somebody who read a phrase said of a concept that was found in it. */
export interface JudgedExtraction {
  readonly phrase: string;
  readonly concept: string;
  readonly right: boolean;
  readonly reason: string;
}

/** How many extractions are right; those that nobody judged are of neither kind. */
export interface ExtractionPrecision {
  readonly right: number;
  readonly wrong: number;
  readonly unjudged: readonly { readonly phrase: string; readonly concept: string }[];
}

/** Reads judged extractions; throws with the line that is neither right nor wrong, or judged twice. */
export function readJudgedExtractions(folder: string): JudgedExtraction[] {
  const seen = new Set<string>();
  return readTable(join(folder, 'extractions.tsv'), ['phrase', 'concept', 'judgement', 'reason']).map(
    ({ place, values: { phrase = '', concept = '', judgement, reason = '' } }) => {
      if (judgement !== 'right' && judgement !== 'wrong')
        throw new Error(`${place}: a judgement is right or wrong.`);
      if (judgement === 'wrong' && reason === '') throw new Error(`${place}: what is wrong has a reason.`);
      const key = `${phrase}\t${concept}`;
      if (seen.has(key)) throw new Error(`${place}: judged twice.`);
      seen.add(key);
      return { phrase, concept, right: judgement === 'right', reason };
    },
  );
}

/** Extracts from every judged phrase anew and looks each concept up among the judgements. */
export function precisionOf(
  judged: readonly JudgedExtraction[],
  hitsOf: (phrase: string) => readonly Pick<ConceptHit, 'conceptId'>[],
): ExtractionPrecision {
  const known = new Map(judged.map(({ phrase, concept, right }) => [`${phrase}\t${concept}`, right]));
  const unjudged: { phrase: string; concept: string }[] = [];
  const count = { right: 0, wrong: 0 };
  for (const phrase of new Set(judged.map((of) => of.phrase))) {
    for (const concept of new Set(hitsOf(phrase).map((hit) => hit.conceptId))) {
      const right = known.get(`${phrase}\t${concept}`);
      if (right === undefined) unjudged.push({ phrase, concept });
      else count[right ? 'right' : 'wrong']++;
    }
  }
  return { ...count, unjudged };
}
