import { foldText } from '@app/kernel';
import { CONCEPT_FIELD } from '../../port/index-schemas.js';
import { FULL_IMPACT, impactOf } from '../../ranking/impact.js';
import { latinWords } from '../../text/latin-words.js';
import { withoutMarks } from '../../text/search-tokens.js';
import { CHARACTER_SIGN, GRAM_SIGN, VALUE_SIGN } from '../../text/token-signs.js';
import type { ServerDocument } from '../server/server-document.js';
import type { WorthyToken } from './weighed-query.js';

/** The attributes of a document that speak for or against it. */
export const EVIDENCE_ATTRIBUTES = ['id', 'title', 'text', 'keywords', 'length', CONCEPT_FIELD];

/** Occurrences in title and text, in halves as DocumentAnalyzer counts them; a keyword counts one. */
const HALVES = [4, 2];
const MAX_HALVES = 254;
const MAX_FOLDED = 50_000;
const LATIN_WORD = /^[^\p{Script=Han}~.=]/u;

/** A text in the form in which it is searched. */
interface FoldedText {
  readonly text: string;
  /** Occurrences of tokens that are not Chinese; read from the text when first needed. */
  latin?: ReadonlyMap<string, number>;
}

/** How much a document carries of a query. */
interface Carried {
  /** Σ worth of the tokens it carries. */
  readonly mass: number;
  /** The same, each token by how strongly it is carried: from 0 to the mass. */
  readonly score: number;
}

/**
 * Adds up what speaks for a document, by the same formula as the embedded engine. The server keeps a document's best
 * query and never adds; therefore it only brings candidates, and their evidence is weighed here.
 */
export class DocumentEvidence {
  private readonly folded = new Map<string, FoldedText>();

  /** What a document carries of tokens; `typicalLength` is the words of a usual document. */
  carried(document: ServerDocument, tokens: readonly WorthyToken[], typicalLength: number): Carried {
    let mass = 0;
    let score = 0;
    for (const { token, worth } of tokens) {
      const impact = this.impact(document, token, typicalLength);
      if (impact === 0) continue;
      mass += worth;
      score += (worth * impact) / FULL_IMPACT;
    }
    return { mass, score };
  }

  /** How strongly a document carries a token, from 0 to 1. */
  share(document: ServerDocument, token: string, typicalLength: number): number {
    return this.impact(document, token, typicalLength) / FULL_IMPACT;
  }

  /** Whether a document carries a token at all. */
  carries(document: ServerDocument, token: string): boolean {
    return this.impact(document, token, 1) > 0;
  }

  private impact(document: ServerDocument, token: string, typicalLength: number): number {
    if (token.startsWith(VALUE_SIGN)) return isConceptOf(document, token) ? FULL_IMPACT : 0;
    const parts = [document.title, document.text, ...document.keywords];
    const halves = parts.reduce((sum, part, i) => sum + this.occurrences(part, token) * (HALVES[i] ?? 1), 0);
    return halves === 0 ? 0 : impactOf(Math.min(MAX_HALVES, halves), document.length, typicalLength);
  }

  private occurrences(part: string, token: string): number {
    if (part === '') return 0;
    const folded = this.fold(part);
    if (token.startsWith(GRAM_SIGN) || token.startsWith(CHARACTER_SIGN))
      return count(folded.text, token.slice(1));
    if (!LATIN_WORD.test(token)) return count(folded.text, token);
    return (folded.latin ??= latinCounts(folded.text)).get(token) ?? 0;
  }

  private fold(part: string): FoldedText {
    let folded = this.folded.get(part);
    if (!folded) {
      folded = { text: foldText(withoutMarks(part)) };
      if (this.folded.size >= MAX_FOLDED) this.folded.clear();
      this.folded.set(part, folded);
    }
    return folded;
  }
}

function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found++;
  return found;
}

function latinCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of latinWords(text))
    for (const { token } of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function isConceptOf(document: ServerDocument, token: string): boolean {
  const concepts = document[CONCEPT_FIELD];
  return Array.isArray(concepts) && concepts.includes(token.slice(token.indexOf('\t') + 1));
}
