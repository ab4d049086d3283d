import { cutWords, foldText } from '@app/kernel';
import { saidText } from '@app/need-reading';
import type { VectorRows } from '../vector-rows.js';
import { trainVectors } from './train-vectors.js';

/** Learns vectors from texts as suppliers wrote them; null where there is too little to learn from. */
export function learnVectors(texts: readonly string[]): VectorRows | null {
  return trainVectors(texts.map((text) => cutWords(foldText(saidText(text)))));
}
