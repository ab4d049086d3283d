/** A phrase found in a text: which, and where (positions in UTF-16 units, end exclusive). */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

interface Node<T> {
  next: Map<number, Node<T>> | null;
  value: T | undefined;
  /** Written in Latin letters at its end, so that an English plural may follow. */
  plural: boolean;
}

const LATIN = /[a-z0-9]/;
const LETTER = /[\p{L}\p{N}]/u;
const PLURALS = ['', 's', 'es'] as const;
const SHORTEST_PLURAL_STEM = 4;

/**
 * Finds many phrases at once in folded text. Chinese is written without blanks, so a Chinese phrase may stand
 * anywhere; where a phrase begins or ends in a Latin letter or digit, it must begin or end a word there. Hyphen and
 * blank count as the same (die-casting = die casting), an English phrase is found in its plural too, and a single
 * character only where it stands alone.
 */
export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: null, value: undefined, plural: false };

  /** Puts a folded phrase in; the last value put for a phrase stays. */
  put(phrase: string, value: T): void {
    let node = this.root;
    for (let i = 0; i < phrase.length; i++) {
      node.next ??= new Map();
      const code = comparable(phrase.charCodeAt(i));
      let child = node.next.get(code);
      if (!child) node.next.set(code, (child = { next: null, value: undefined, plural: false }));
      node = child;
    }
    node.value = value;
    node.plural = phrase.length >= SHORTEST_PLURAL_STEM && /[a-z]$/.test(phrase);
  }

  /** The value of exactly this phrase. */
  get(phrase: string): T | undefined {
    return this.nodeOf(phrase)?.value;
  }

  /** Takes a folded phrase out; longer ones that begin with it stay. */
  remove(phrase: string): void {
    const node = this.nodeOf(phrase);
    if (node) node.value = undefined;
  }

  /** Every phrase in the text, those inside longer ones too, by start and then by length. */
  findAll(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!opensWord(text, start)) continue;
      this.walk(text, start, (value, at, plural) => {
        const end = wordEnd(text, at, plural);
        if (end > start + 1 || (end > 0 && standsAlone(text, start))) found.push({ value, start, end });
      });
    }
    return found;
  }

  /** Every phrase in the text, also in the middle of Latin words: for callers that know the words' bounds themselves. */
  findInside(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      this.walk(text, start, (value, end) => found.push({ value, start, end }));
    }
    return found;
  }

  private nodeOf(phrase: string): Node<T> | undefined {
    let node: Node<T> | undefined = this.root;
    for (let i = 0; i < phrase.length && node; i++) node = node.next?.get(comparable(phrase.charCodeAt(i)));
    return node;
  }

  /** Follows the text from a position and tells of each phrase passed, with the position after it. */
  private walk(text: string, start: number, tell: (value: T, end: number, plural: boolean) => void): void {
    let node = this.root.next?.get(comparable(text.charCodeAt(start)));
    for (let at = start + 1; node; at++) {
      if (node.value !== undefined) tell(node.value, at, node.plural);
      node = at < text.length ? node.next?.get(comparable(text.charCodeAt(at))) : undefined;
    }
  }
}

function comparable(code: number): number {
  return code === 0x2d ? 0x20 : code;
}

/** A single character is part of everything (纸 in 图纸): it counts only between punctuation, as in a list 酒、糖、茶. */
function standsAlone(text: string, at: number): boolean {
  return !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + 1));
}

function isLatin(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LATIN.test(text.charAt(at));
}

function opensWord(text: string, at: number): boolean {
  return !isLatin(text, at) || !isLatin(text, at - 1);
}

/** Where a phrase that reaches `at` ends as a word, or -1 when the word goes on. */
function wordEnd(text: string, at: number, plural: boolean): number {
  if (!isLatin(text, at - 1)) return at;
  for (const ending of plural ? PLURALS : PLURALS.slice(0, 1)) {
    if (text.startsWith(ending, at) && !isLatin(text, at + ending.length)) return at + ending.length;
  }
  return -1;
}
