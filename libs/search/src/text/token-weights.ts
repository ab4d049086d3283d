/** What a word and a pair of characters are worth, before rarity. */
export const WORD_WEIGHT = 1;
export const GRAM_WEIGHT = 0.6;

/** What the parts of a model number are worth together, against the whole. */
export const PARTS_WEIGHT = 0.8;

/** What a single character and a pair of letters are worth in the order of what was found. */
export const CHARACTER_WEIGHT = 1;
export const LETTER_PAIR_WEIGHT = 0.5;
