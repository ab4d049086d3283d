/** What a word, a pair of characters and a single character are worth, before rarity. */
export const WORD_WEIGHT = 1;
export const GRAM_WEIGHT = 0.6;
export const CHARACTER_WEIGHT = 0.3;
