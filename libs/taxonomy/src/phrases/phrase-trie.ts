/** Numbers per entry: the node from which a step leads, the character, the node to which it leads. */
const STRIDE = 3;
/** A place in the table is empty where its first number is this; nodes are stored plus one. */
const EMPTY = 0;
const FIRST_SIZE = 1024;
/** Odd constants that spread nodes and characters over the table (Fibonacci hashing, Knuth vol. 3, 6.4). */
const SPREAD_NODES = 0x9e3779b1;
const SPREAD_CODES = 0x85ebca6b;

/**
 * The steps of a trie, from a node by a character to the next node, in one array of numbers: a step costs one look at
 * memory that lies together, where an object per node would cost several. At most two thirds are full.
 */
class StepTable {
  private entries = new Int32Array(FIRST_SIZE * STRIDE);
  private size = FIRST_SIZE;
  private used = 0;

  /** The node to which a step leads; 0 where there is none. */
  next(node: number, code: number): number {
    const { entries } = this;
    const at = this.placeOf(node, code);
    return entries[at] === EMPTY ? 0 : entries[at + 2]!;
  }

  /** Adds a step that is not in the table. */
  add(node: number, code: number, to: number): void {
    if ((this.used + 1) * 3 > this.size * 2) this.grow();
    this.used++;
    this.write(node, code, to);
  }

  /** The same steps, to which more can be added without adding them here. */
  copy(): StepTable {
    const copy = new StepTable();
    copy.entries = this.entries.slice();
    copy.size = this.size;
    copy.used = this.used;
    return copy;
  }

  private placeOf(node: number, code: number): number {
    const { entries, size } = this;
    let place = (Math.imul(node, SPREAD_NODES) ^ Math.imul(code, SPREAD_CODES)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    for (; ; place = (place + 1) & (size - 1)) {
      const at = place * STRIDE;
      const from = entries[at];
      if (from === EMPTY || (from === node + 1 && entries[at + 1] === code)) return at;
    }
  }

  private write(node: number, code: number, to: number): void {
    const at = this.placeOf(node, code);
    this.entries[at] = node + 1;
    this.entries[at + 1] = code;
    this.entries[at + 2] = to;
  }

  private grow(): void {
    const old = this.entries;
    this.size *= 2;
    this.entries = new Int32Array(this.size * STRIDE);
    for (let at = 0; at < old.length; at += STRIDE)
      if (old[at] !== EMPTY) this.write(old[at]! - 1, old[at + 1]!, old[at + 2]!);
  }
}

/** A phrase found in a text: which, and where (positions in UTF-16 units, end exclusive). */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const [SMALL_A, SMALL_Z, ZERO, NINE] = [0x61, 0x7a, 0x30, 0x39];
const PLURALS = ['', 's', 'es'] as const;
const SHORTEST_PLURAL_STEM = 4;

/**
 * Finds many phrases at once in folded text. Chinese is written without blanks, so a Chinese phrase may stand
 * anywhere; where a phrase begins or ends in a Latin letter or digit, it must begin or end a word there. Hyphen and
 * blank count as the same (die-casting = die casting), an English phrase is found in its plural too, and a single
 * character only where it stands alone.
 */
export class PhraseTrie<T> {
  constructor(
    private readonly steps = new StepTable(),
    /** Per node the phrase that ends there; node 0 is the beginning. */
    private readonly values: (T | undefined)[] = [undefined],
    /** Per node whether its phrase is written in Latin letters at the end, so that an English plural may follow. */
    private readonly plurals: boolean[] = [false],
  ) {}

  /** The same phrases, in which others can be put and taken out without changing these. */
  copy(): PhraseTrie<T> {
    return new PhraseTrie(this.steps.copy(), [...this.values], [...this.plurals]);
  }

  /** Puts a folded phrase in; the last value put for a phrase stays. */
  put(phrase: string, value: T): void {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const code = comparable(phrase.charCodeAt(i));
      let next = this.steps.next(node, code);
      if (next === 0) {
        this.steps.add(node, code, (next = this.values.length));
        this.values.push(undefined);
        this.plurals.push(false);
      }
      node = next;
    }
    this.values[node] = value;
    this.plurals[node] = phrase.length >= SHORTEST_PLURAL_STEM && /[a-z]$/.test(phrase);
  }

  /** The value of exactly this phrase. */
  get(phrase: string): T | undefined {
    return this.values[this.nodeOf(phrase)];
  }

  /** Takes a folded phrase out; longer ones that begin with it stay. */
  remove(phrase: string): void {
    this.values[this.nodeOf(phrase)] = undefined;
  }

  /** Every phrase in the text, those inside longer ones too, by start and then by length. */
  findAll(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      let node = this.step(0, text, start);
      if (node === 0 || !opensWord(text, start)) continue;
      for (let at = start + 1; node !== 0; node = this.step(node, text, at++)) {
        const value = this.values[node];
        if (value === undefined) continue;
        const end = wordEnd(text, at, this.plurals[node]!);
        if (end > start + 1 || (end > 0 && standsAlone(text, start))) found.push({ value, start, end });
      }
    }
    return found;
  }

  /** Every phrase in the text, also in the middle of Latin words: for callers that know the words' bounds themselves. */
  findInside(text: string): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      let node = this.step(0, text, start);
      for (let end = start + 1; node !== 0; node = this.step(node, text, end++)) {
        const value = this.values[node];
        if (value !== undefined) found.push({ value, start, end });
      }
    }
    return found;
  }

  /** The node after one more character; 0 at the end of the text and where no phrase goes on. */
  private step(node: number, text: string, at: number): number {
    return at < text.length ? this.steps.next(node, comparable(text.charCodeAt(at))) : 0;
  }

  /** The node of a phrase; 0, which has no value, where nothing begins with it. */
  private nodeOf(phrase: string): number {
    let node = 0;
    for (let at = 0; at < phrase.length; at++) {
      node = this.step(node, phrase, at);
      if (node === 0) break;
    }
    return node;
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
  // Outside the text there is no code.
  const code = text.charCodeAt(at);
  return (code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE);
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

/**
 * Chooses matches that do not overlap: those that cover most of the text, with as few pieces as possible, and with
 * the longest last piece where that leaves a choice, since the head of a Chinese compound stands at its end
 * (铝合金压铸模具 is 铝合金 + 压铸模具, not 铝合金压铸 + 模具). A shorter match inside a chosen one is left out; the
 * same phrase elsewhere in the text stays.
 */
export function bestCover<T>(matches: readonly PhraseMatch<T>[]): PhraseMatch<T>[] {
  const byEnd = [...matches].sort((a, b) => a.end - b.end || a.start - b.start);
  const states: State<T>[] = [{ end: 0, score: 0, last: null, before: null }];
  for (const match of byEnd) {
    const top = states[states.length - 1] as State<T>;
    const before = stateAt(states, match.start);
    const score = before.score + (match.end - match.start) * PER_CHARACTER - 1;
    if (score > top.score) push(states, { end: match.end, score, last: match, before });
  }
  const chosen: PhraseMatch<T>[] = [];
  for (let state: State<T> | null = states[states.length - 1] ?? null; state; state = state.before) {
    if (state.last) chosen.push(state.last);
  }
  return chosen.reverse();
}

/** The best choice of matches up to a position; scores rise from state to state. */
interface State<T> {
  readonly end: number;
  readonly score: number;
  readonly last: PhraseMatch<T> | null;
  readonly before: State<T> | null;
}

/** One more covered character is worth more than any number of pieces. */
const PER_CHARACTER = 1000;

function push<T>(states: State<T>[], state: State<T>): void {
  if (states[states.length - 1]?.end === state.end && states.length > 1) states.pop();
  states.push(state);
}

/** The best state that ends at or before a position. */
function stateAt<T>(states: readonly State<T>[], position: number): State<T> {
  let low = 0;
  let high = states.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((states[middle] as State<T>).end <= position) low = middle;
    else high = middle - 1;
  }
  return states[low] as State<T>;
}
