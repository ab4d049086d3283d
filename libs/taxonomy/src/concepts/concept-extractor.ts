import { foldText, keywords } from '@app/kernel';
import type { Certificates } from '../certificates/certificates.js';
import { bestCover } from '../phrases/best-cover.js';
import type { Regions } from '../regions/regions.js';
import type { ConceptVocabulary } from './concept-vocabulary.js';
import type { ConceptHit, ExtractedTerm } from './extracted-term.js';
import { heaviestTerms, weighConcepts, weighKeywords } from './term-weights.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What extraction knows beside the vocabulary: conditions of a need that are not what it is about. */
export interface ExtractorKnowledge {
  readonly certificates: Pick<Certificates, 'findAll'>;
  readonly regions: Pick<Regions, 'findAll'>;
  readonly stopWords: ReadonlySet<string>;
}

const MOST_TERMS = 8;
/** Keywords asked for beyond the wanted number, since some turn out to be stop words. */
const SPARE_KEYWORDS = 8;
/** Numbers with or without a unit, and single letters: conditions, not things. */
const QUANTITY = /^(?:[\d.,%~±]+[a-zμ°℃]*|[a-z])$/;
/** Before a name it names something else: 非金属 is no metal. Names that hold it themselves are found whole. */
const NOT = '非';
const LETTERS = /\p{L}{2}/u;

/**
 * Reads what a need, a capability or a query is about: the trade concepts that the text names, then the words that
 * tell most of what the vocabulary does not know. Certificates and places are conditions and never terms.
 */
export class ConceptExtractor {
  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly knowledge: ExtractorKnowledge,
  ) {}

  /** Every concept that the text names, by position; a homonym gives a hit for each concept that bears the name. */
  hits(text: string): ConceptHit[] {
    return this.hitsIn(foldText(text));
  }

  /** The terms of a text, the heaviest first. */
  extract(text: string, max = MOST_TERMS): ExtractedTerm[] {
    const folded = foldText(text);
    const certificates = this.knowledge.certificates.findAll(text);
    const hits = this.hitsIn(folded).filter((hit) => !certificates.some((span) => overlaps(span, hit)));
    const concepts = weighConcepts(hits, (id) => this.vocabulary.ancestors(id));
    return heaviestTerms(
      [...concepts, ...this.unknownWords(text, folded, [...certificates, ...hits], max)],
      max,
    );
  }

  private hitsIn(folded: string): ConceptHit[] {
    const found = this.vocabulary
      .phrases()
      .findAll(folded)
      .filter(({ start }) => folded[start - 1] !== NOT);
    return bestCover(found).flatMap(({ value, start, end }) =>
      value.map(({ id, kind }) => ({ conceptId: id, kind, surface: folded.slice(start, end), start, end })),
    );
  }

  private unknownWords(text: string, folded: string, known: readonly Span[], max: number): ExtractedTerm[] {
    if (!LETTERS.test(without(folded, known))) return [];
    const rest = without(folded, [...known, ...this.knowledge.regions.findAll(text)]);
    const words = keywords(rest, max + SPARE_KEYWORDS).filter(({ word }) => this.says(word));
    return weighKeywords(words.slice(0, max));
  }

  private says(word: string): boolean {
    return !QUANTITY.test(word) && !this.knowledge.stopWords.has(word);
  }
}

/** The text with blanks in place of some spans. */
function without(folded: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let rest = '';
  let from = 0;
  for (const { start, end } of ordered) {
    if (start > from) rest += `${folded.slice(from, start)} `;
    from = Math.max(from, end);
  }
  return rest + folded.slice(from);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
