import { cutWords } from '@app/kernel';
import type { ConceptHit } from '@app/taxonomy';
import { isChatter, whoAndWhat, withoutAsking, withoutStory } from '../words/chatter.js';
import { blankPlainPhrases } from '../words/plain-words.js';
import { blank } from '../words/spans.js';
import type { EnglishFields } from '../words/vocabulary-forms.js';
import { fieldAndThing, type Piece, usedFor } from './pieces.js';

/** Characters behind a known word that do not make it another thing: for, plant, dealer, grade, piece, in, wanted. */
const NO_NAME_ENDS = new Set([
  ...'用厂商家级件类型式款等上里内中处端要找都也代做配能可有带给无免缺换贴割加刷需',
]);

/** A figure with its unit, or a word, or English words. */
const LEFTOVER =
  /\d+(?:\.\d+)?\s?(?:°[cf]|%|[kmgt]?pa|[μmnc]m|[mk]?[vw]|[kmg]?hz)(?![a-z0-9])|[\p{L}\p{N}](?:(?!\d+(?:\.\d+)?°)[\p{L}\p{N}.×*+-])*(?:(?<=[a-z]) [a-z][a-z0-9-]*)*/gu;

/** An unknown phrase and where it begins. */
interface Phrase {
  readonly word: string;
  readonly start: number;
  /** Whether it is known to say who asks, or where the thing is. */
  readonly isField?: boolean;
}

/** A text with its conditions blanked, the concepts in it, and English names of fields of use. */
interface UnknownWordsOf {
  readonly text: string;
  readonly hits: readonly ConceptHit[];
  readonly fields: EnglishFields;
}

/** The pieces of a text that the vocabulary does not know, beside those that it knows. */
export function unknownPieces({ text, hits, fields }: UnknownWordsOf, known: readonly Piece[]): Piece[] {
  const rest = hits.reduce(blank, blankPlainPhrases(text, hits));
  const pieces = [...known];
  for (const match of rest.matchAll(LEFTOVER)) {
    const phrases: Phrase[] = phrasesIn(match[0], match.index, fields)
      .flatMap(fieldAndThing)
      .flatMap((phrase) => (isChatter(phrase.word) ? [phrase] : whoAndWhat(phrase)));
    for (const phrase of phrases) {
      const { word, start } = askedIn(phrase, hits);
      const unknown = unknownPiece(word.replace(/[.×*+-]+$/u, ''), start, pieces);
      if (!unknown) continue;
      const conceptId = fields.find(word);
      const isField =
        conceptId !== null ||
        phrase.isField === true ||
        [unknown.end, phrase.start + phrase.word.length].some((end) => usedFor(text, start, end));
      pieces.push(isField ? { ...unknown, kind: 'APPLICATION', conceptId } : unknown);
    }
  }
  return pieces.slice(known.length);
}

/** The place where a thing is, in unknown words: 精华里加 of 精华里加的原粉. */
const LOCATED = /(?<=..)(?<![以之国省市室场境])[上里内中][用装配跑走加放]?$/u;

/** What is left of the place where a known thing is: 上用 of 电路板上用的. */
const PLACE = /^[上里内中]面?[用装配跑走加放]?$/u;

/** An unknown phrase without the words around it that ask or tell; empty where it only tells. */
function askedIn(phrase: Phrase, hits: readonly ConceptHit[]): Phrase {
  const behindKnown = hits.some(({ end }) => end === phrase.start);
  const { word, start } = withoutAsking(
    { ...phrase, word: withoutStory(phrase.word, behindKnown) },
    behindKnown,
  );
  const isPlace = behindKnown && PLACE.test(word);
  return { word: isPlace || isChatter(word) ? '' : word.replace(LOCATED, ''), start };
}

/** An English phrase that the vocabulary does not know, as one, save for words that name a field of use. */
function phrasesIn(phrase: string, start: number, fields: EnglishFields): Phrase[] {
  if (fields.find(phrase)) return [{ word: phrase, start }];
  const phrases: { word: string; start: number }[] = [];
  let at = start;
  let open: { word: string; start: number } | undefined;
  for (const word of phrase.split(' ')) {
    if (fields.find(word)) {
      phrases.push({ word, start: at });
      open = undefined;
    } else if (open) open.word += ` ${word}`;
    else phrases.push((open = { word, start: at }));
    at += word.length + 1;
  }
  return phrases;
}

/**
 * Words that the vocabulary does not know. A single character behind a known word belongs to it (防腐 and 泵 are
 * 防腐泵); a lone one, a bare number or a word of nothing but particles names nothing.
 */
function unknownPiece(word: string, start: number, known: readonly Piece[]): Piece | null {
  const end = start + word.length;
  const piece = { kind: 'KEYWORD' as const, conceptId: null, text: word, start, end };
  if ([...word].length === 1) {
    const before = known.find((other) => other.end === start);
    return before && /\p{Script=Han}/u.test(word) && !NO_NAME_ENDS.has(word)
      ? { ...piece, text: before.text + word }
      : null;
  }
  if (/^[\d.,+-]+$/.test(word)) return null;
  return cutWords(word).some((w) => [...w].length >= 2) ? piece : null;
}
