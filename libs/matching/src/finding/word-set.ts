import { cutSubWords, foldText } from '@app/kernel';

const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** A word or pair of characters and what it counts beside whole words. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** Pairs of neighbouring Chinese characters count less than words. */
const PAIR_WEIGHT = 0.6;

/** The words, sub-words and character pairs of a text, each once: what closeness of wording is measured on. */
export function wordsOf(text: string): WeightedWord[] {
  const folded = foldText(text);
  const words = new Map<string, number>();
  for (const match of folded.matchAll(HAN_RUN)) {
    const characters = [...match[0]];
    for (let i = 0; i + 1 < characters.length; i++)
      words.set(`${characters[i]}${characters[i + 1]}`, PAIR_WEIGHT);
  }
  for (const word of cutSubWords(folded)) if ([...word].length > 1) words.set(word, 1);
  return [...words].map(([word, weight]) => ({ word, weight }));
}

/** Rarity of words: inverse document frequency among the capabilities, with a floor on rareness. */
export type Rarity = (word: string) => number;

/** The share of a text's words, weighted by rarity, that a second text carries; 0 to 1. */
export function sharedWords(words: readonly WeightedWord[], text: string, rarity: Rarity): number {
  let total = 0;
  let shared = 0;
  for (const { word, weight } of words) {
    const worth = rarity(word) * weight;
    total += worth;
    if (text.includes(word)) shared += worth;
  }
  return total === 0 ? 0 : shared / total;
}
