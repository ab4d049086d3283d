import { cutWords } from '@app/kernel';
import { latinWords, partsOf } from './latin-words.js';
import { foldPiece, isStopWord, pieces, tokenizePiece } from './search-tokens.js';

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

/** Joins a field of use and the thing (睡衣用面料); a person told that it was left out learns nothing. */
const FOR = '用';

const HAN = /\p{Script=Han}/u;

/** So much of a query is read; what stands behind was pasted by mistake. */
const MAX_LENGTH = 2000;

/** What a person asks for, as tokens, each once. */
export function analyzeQuery(text: string): QueryWords {
  const asked = pieces(text.slice(0, MAX_LENGTH));
  const tokens = asked.map(tokenizePiece);
  const shown = asked.flatMap((piece) => shownWords(foldPiece(piece)));
  return {
    words: [...new Set(tokens.flatMap(({ words }) => words).filter((word) => !isSingle(word)))],
    grams: [...new Set(tokens.flatMap(({ grams }) => grams))],
    characters: [...new Set(tokens.flatMap(({ characters }) => characters))],
    lone: [...new Set(tokens.flatMap(({ characters, grams }) => (grams.length === 0 ? characters : [])))],
    shown: [...new Map(shown.map((word) => [word.token, word])).values()],
  };
}

/**
 * The tokens whose rarest tells how rare a phrase is, and those to go by where no document carries them: its words, else
 * its pairs of characters. A pair that is cut into two characters goes by the pair; a lone character by itself.
 */
export function tellingTokens({ shown, grams, lone }: QueryWords): readonly [string[], string[]] {
  const words = shown
    .flatMap(({ token, parts }) => (HAN.test(token) && parts.length > 0 ? parts : [token]))
    .filter((word) => !isSingle(word));
  if (words.length > 0) return [words, [...grams]];
  return grams.length > 0 ? [[...grams], []] : [[...lone], []];
}

/**
 * A single Han character that was cut from a longer stretch: most often the rest of a word that is misspelt or not in
 * the dictionary, so that it would find homophones. The pairs around it say more.
 */
function isSingle(word: string): boolean {
  return HAN.test(word) && [...word].length === 1;
}

/** The words that a person would name, by their token. */
function shownWords(folded: string): ShownWord[] {
  const latin = latinWords(folded).map((word) => ({
    token: word.tokens[0]?.token ?? word.surface,
    surface: word.surface,
    parts: partsOf(word).map(({ token }) => token),
  }));
  const han = HAN.test(folded) ? cutWords(folded).filter((word) => HAN.test(word)) : [];
  const written = withSinglesJoined(
    han.filter((word) => !isStopWord(word) && word !== FOR),
    folded,
  );
  return [...latin.filter(({ token }) => !isStopWord(token)), ...written];
}

/**
 * Words as a person would name them: a single character that was cut off stands with the word behind it, else with the one
 * before (钣|金 is 钣金, 铝|铸件 铝铸件, 电缆|盘 电缆盘), for nobody finds a document by the character alone.
 */
function withSinglesJoined(words: readonly string[], folded: string): ShownWord[] {
  const joined: string[][] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const takes =
      last !== undefined &&
      (isSingle(word) || last.every(isSingle)) &&
      folded.includes([...last, word].join(''));
    if (takes) last.push(word);
    else joined.push([word]);
  }
  return joined.map((parts) => {
    const surface = parts.join('');
    return { token: surface, surface, parts: parts.length > 1 ? parts : [] };
  });
}
