import { cutSubWords, foldText } from '@app/kernel';

const HAN_RUN = /\p{Script=Han}{2,}/gu;
const HAN = /\p{Script=Han}/u;
const RUN = /[\p{L}\p{N}]+/gu;

/** A word or pair of characters and what it counts beside whole words. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
  /** Whether it is a pair out of a model number (2r of 2rs), which is found anywhere in a text. */
  readonly inModel?: boolean;
}

/** Pairs of neighbouring Chinese characters count less than words. */
const PAIR_WEIGHT = 0.6;
/**
 * Single Chinese characters count as words do: listings that say the same in other words still share characters, 刹 in 刹车片 and
 * 制动刹.
 */
const CHARACTER_WEIGHT = 1;

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

/**
 * All that a text can be found by in another: its words, pairs of neighbouring characters and single Chinese characters.
 * A pair that is a word counts as both. Letters alone are only words, since pairs of them are in every English text.
 */
export function termsOf(text: string): WeightedWord[] {
  const folded = foldText(text);
  const terms = new Map<string, number>();
  const inModels = new Set<string>();
  for (const [run] of folded.matchAll(RUN)) {
    const characters = [...run];
    const isModel = /\d/.test(run) && /[a-z]/.test(run);
    characters.forEach((character, i) => {
      const next = characters[i + 1];
      if (HAN.test(character)) terms.set(character, CHARACTER_WEIGHT);
      if (next === undefined || !(isModel || HAN.test(character + next))) return;
      terms.set(character + next, PAIR_WEIGHT);
      if (isModel) inModels.add(character + next);
    });
  }
  for (const word of new Set(cutSubWords(folded)))
    if ([...word].length > 1) terms.set(word, (terms.get(word) ?? 0) + 1);
  return [...terms].map(([word, weight]) => ({ word, weight, inModel: inModels.has(word) }));
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
