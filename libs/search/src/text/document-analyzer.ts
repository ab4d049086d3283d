import { CONCEPT_FIELD, type IndexName, indexSchema } from '../port/index-schemas.js';
import type { SearchDocument } from '../port/search-document.js';
import { pieces, tokenizePiece } from './search-tokens.js';
import { PRESENT, valueToken } from './token-signs.js';

/** Occurrences are counted in halves, so that a keyword can count half of a word in the text. */
const TITLE_HALVES = 4;
const TEXT_HALVES = 2;
const KEYWORD_HALVES = 1;
/** The most halves that are told apart; by then the impact is saturated. */
const MAX_HALVES = 254;

const CACHED_PIECES = 100_000;
const CACHED_PIECE_LENGTH = 40;

/** What a document is found by. */
export interface AnalyzedDocument {
  /** Distinct tokens, as ids of the analyzer's dictionary. */
  readonly tokens: Uint32Array;
  /** Per token: occurrences in halves, titles counted double, or PRESENT. */
  readonly counts: Uint8Array;
  /** Words of title and text, titles counted double, without keywords. */
  readonly length: number;
}

interface CachedPiece {
  readonly tokens: Uint32Array;
  readonly words: number;
}

/**
 * Turns documents into tokens with numbers from a growing dictionary. Business scopes repeat the same phrases
 * (57,000 make up most of 100,000 companies), hence the cache.
 */
export class DocumentAnalyzer {
  /** Token by id. */
  readonly dictionary: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly cache = new Map<string, CachedPiece>();
  private counts = new Uint8Array(1024);
  private seen: number[] = [];

  constructor(private readonly index: IndexName) {}

  /** Analyzes one document. */
  analyze(document: SearchDocument): AnalyzedDocument {
    const titleWords = this.addText(document.title, TITLE_HALVES);
    const textWords = this.addText(document.text, TEXT_HALVES);
    for (const keyword of document.keywords ?? []) this.addText(keyword, KEYWORD_HALVES);
    for (const concept of document.concepts ?? []) this.mark(valueToken(CONCEPT_FIELD, concept));
    this.markIdentifiers(document);
    return { ...this.collect(), length: 2 * titleWords + textWords };
  }

  private markIdentifiers(document: SearchDocument): void {
    for (const { name, kind } of indexSchema(this.index).fields) {
      if (kind !== 'IDENTIFIER' || name === CONCEPT_FIELD) continue;
      const value = document.facets[name];
      if (typeof value === 'string') this.mark(valueToken(name, value));
      else if (Array.isArray(value))
        for (const one of value as readonly string[]) this.mark(valueToken(name, one));
    }
  }

  private addText(text: string, halves: number): number {
    let words = 0;
    for (const piece of pieces(text)) {
      const known = this.cache.get(piece) ?? this.tokenize(piece);
      words += known.words;
      for (const id of known.tokens) {
        const count = this.counts[id]!;
        if (count === 0) this.seen.push(id);
        this.counts[id] = Math.min(MAX_HALVES, count + halves);
      }
    }
    return words;
  }

  private tokenize(piece: string): CachedPiece {
    const { words, grams, characters } = tokenizePiece(piece);
    const tokens = Uint32Array.from([...words, ...grams, ...characters], (token) => this.idOf(token));
    const cached = { tokens, words: words.length };
    if (piece.length <= CACHED_PIECE_LENGTH) {
      if (this.cache.size >= CACHED_PIECES) this.cache.clear();
      this.cache.set(piece, cached);
    }
    return cached;
  }

  private mark(token: string): void {
    const id = this.idOf(token);
    if (this.counts[id] === 0) this.seen.push(id);
    this.counts[id] = PRESENT;
  }

  private idOf(token: string): number {
    let id = this.ids.get(token);
    if (id === undefined) {
      id = this.dictionary.length;
      this.ids.set(token, id);
      this.dictionary.push(token);
      if (id >= this.counts.length) {
        const grown = new Uint8Array(this.counts.length * 2);
        grown.set(this.counts);
        this.counts = grown;
      }
    }
    return id;
  }

  private collect(): { tokens: Uint32Array; counts: Uint8Array } {
    const tokens = Uint32Array.from(this.seen);
    const counts = Uint8Array.from(this.seen, (id) => this.counts[id]!);
    for (const id of this.seen) this.counts[id] = 0;
    this.seen = [];
    return { tokens, counts };
  }
}
