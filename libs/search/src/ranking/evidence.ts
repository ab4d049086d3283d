/**
 * How what a document carries of a query adds up; one formula for every engine. Nothing here may import the kernel:
 * the thread of the embedded scorer uses it.
 */

/** The share of the query's mass that a document must carry to be found. */
export const FOUND_SHARE = 0.4;

/** With fewer documents than this, weaker ones fill up: a page, and two for a sentence. */
const FILL_UP_TO = 20;
const FILL_UP_SENTENCE_TO = 40;
/** From more words than this on a text is a sentence, of which no listing holds everything. */
const FEW_WORDS = 3;

/** So many of the best are put in order by all evidence. */
export const RERANKED = 200;

/** Where nothing carries enough, whatever carries half as much as the best. */
export const RELAXED_SHARE = 0.5;

/** Of a single word a quarter: less is the ending of another model number (6308-2RS for 6205-2RS). */
const FILL_WORD = 0.25;
const FILL_SHARE = 0.2;
const FILL_WORDS = 0.5;

/** Another name speaks a little less for a document than the words themselves, which most often stand there once. */
const ALTERNATIVE_STRENGTH = 0.5;

/** What the weaker of words and other names adds to the stronger. */
const WEAKER_ADDS = 0.2;

/** How much faster occurrences saturate in the order of a page than in stored impacts: k1 of 0.5 against 1.2. */
const STEEPER = 1.2 / 0.5;

/** A token with its worth: weight times rarity; of another name its share of what the group is worth. */
export interface Worthy {
  readonly worth: number;
}

/** Tokens for the same words, and the other names of those words. */
export interface WorthyGroup<Token extends Worthy> {
  readonly tokens: readonly Token[];
  readonly alternatives: readonly Token[];
}

/** How strongly a document carries a token, from 0 to 1: its impact ÷ 255. */
export type ShareOf<Token> = (token: Token) => number;

/** How many documents are found at least, as far as weaker ones go, for a text of so many words. */
export function fillUpTo(words: number): number {
  return words > FEW_WORDS ? FILL_UP_SENTENCE_TO : FILL_UP_TO;
}

/**
 * The share of the mass that fills up a page: of a word a quarter, of a few a fifth, and of a long sentence about what one of its
 * words weighs, since no listing holds all of a sentence.
 */
export function fillShare(words: number): number {
  if (words <= 1) return FILL_WORD;
  return Math.min(FILL_SHARE, words > FEW_WORDS ? FILL_WORDS / words : FILL_SHARE);
}

/** What a document carries of the groups and of the fine evidence: the order of relevance. */
export function evidenceOf<Token extends Worthy>(
  groups: readonly WorthyGroup<Token>[],
  fine: readonly Token[],
  shareOf: ShareOf<Token>,
): number {
  let sum = carried(fine, shareOf);
  for (const { tokens, alternatives } of groups) {
    const own = carried(tokens, shareOf);
    const other = ALTERNATIVE_STRENGTH * heaviest(alternatives, shareOf);
    sum += Math.max(own, other) + WEAKER_ADDS * Math.min(own, other);
  }
  return sum;
}

/** The mass of the groups that a document carries, each group once. */
export function massOfEvidence<Token extends Worthy>(
  groups: readonly WorthyGroup<Token>[],
  shareOf: ShareOf<Token>,
): number {
  return groups.reduce((sum, { tokens, alternatives }) => {
    const own = tokens.reduce((mass, token) => mass + (shareOf(token) > 0 ? token.worth : 0), 0);
    return sum + Math.max(own, heaviest(alternatives, shareOf));
  }, 0);
}

/** Whether a token says the words of a group of some mass by itself; less speaks of something broader, and fills a page up. */
function saysAll({ worth }: Worthy, mass: number): boolean {
  return worth >= FOUND_SHARE * mass;
}

/** The other names of a group that say its words, and not only something broader. */
export function namesOf<Token extends Worthy>({
  alternatives,
  mass,
}: WorthyGroup<Token> & { readonly mass: number }): readonly Token[] {
  return alternatives.filter((other) => saysAll(other, mass));
}

/** Of other names with their shares of a group's worth those that say its words, or all where none does: by them it is weighed. */
export function weighingNames<Other extends Worthy>(others: readonly Other[]): readonly Other[] {
  const saying = others.filter((other) => saysAll(other, 1));
  return saying.length > 0 ? saying : others;
}

/** The worths of tokens together. */
export function massOf(tokens: readonly Worthy[]): number {
  return tokens.reduce((sum, { worth }) => sum + worth, 0);
}

/**
 * What a group of tokens is worth whose other names stand in for those of its tokens that no document carries: these
 * are as rare as the other names. Worth is counted in weight × rarity.
 */
export function groupMass(known: readonly Worthy[], unknownWeight: number, rarityOfOthers: number): number {
  return massOf(known) + unknownWeight * rarityOfOthers;
}

function carried<Token extends Worthy>(tokens: readonly Token[], shareOf: ShareOf<Token>): number {
  let sum = 0;
  for (const token of tokens) sum += token.worth * steep(shareOf(token));
  return sum;
}

function heaviest<Token extends Worthy>(tokens: readonly Token[], shareOf: ShareOf<Token>): number {
  let most = 0;
  for (const token of tokens) if (token.worth > most && shareOf(token) > 0) most = token.worth;
  return most;
}

function steep(share: number): number {
  return share === 0 ? 0 : (STEEPER * share) / (1 + (STEEPER - 1) * share);
}
