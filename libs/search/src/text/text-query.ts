/** A word of a query as a token and as a person wrote it. */
export interface ShownWord {
  readonly token: string;
  readonly surface: string;
  /** The tokens of the parts of a model number, or those that a stretch of hanzi was cut into; none of other words. */
  readonly parts: readonly string[];
}

/** A token and what it is worth, before rarity. */
export interface WeightedToken {
  readonly token: string;
  readonly weight: number;
}

/** A token that stands for a whole group, and its share of what the group is worth. */
export interface AlternativeToken {
  readonly token: string;
  readonly worth: number;
}

/** Tokens for the same words, and what the words are also called. */
export interface TokenGroup {
  readonly tokens: readonly WeightedToken[];
  readonly alternatives: readonly AlternativeToken[];
}

/** The words of a query as tokens, each once. */
export interface QueryWords {
  readonly words: readonly string[];
  readonly grams: readonly string[];
  readonly characters: readonly string[];
  /** Those of {@link characters} that stand alone, and so are words. */
  readonly lone: readonly string[];
  /** The words that a person would name when told what was left out. */
  readonly shown: readonly ShownWord[];
}

/** What is searched for: the words, and how they count. */
export interface TextQuery extends QueryWords {
  /** Words and pairs of Han: what finds. */
  readonly groups: readonly TokenGroup[];
  /** Single characters and pairs of letters: what orders. */
  readonly fine: readonly WeightedToken[];
}
