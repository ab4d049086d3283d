import { dataFile, foldText, keywords } from '@app/kernel';
import { z } from 'zod';
import type { Certificates } from '../classification/certificates.js';
import { readYamlFile } from '../phrases/yaml-file.js';
import { bestCover } from '../phrases/phrase-trie.js';
import type { Regions } from '../classification/regions.js';
import type { ConceptVocabulary } from './concept-vocabulary.js';
import { ConceptKind } from './trade-concept.js';

/** A concept found in a text; positions are those of the folded text. */
export interface ConceptHit {
  readonly conceptId: string;
  readonly kind: ConceptKind;
  /** The words of the folded text that name the concept. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** What a text is about: a concept, or a word that the vocabulary does not know. */
export interface ExtractedTerm {
  readonly conceptId: string | null;
  readonly kind: ConceptKind | 'KEYWORD';
  readonly text: string;
  /** More than 0, at most 1; the heaviest term of a text has 1. */
  readonly weight: number;
}

/** Words of offers, needs and business scopes that say nothing about what is traded, folded. */
export function readStopWords(
  file = dataFile(import.meta.url, 'libs/taxonomy/data/stop-words.yaml'),
): ReadonlySet<string> {
  const lines = z.array(z.array(z.string())).parse(readYamlFile(file));
  return new Set(lines.flat().map(foldText));
}

/**
 * How much a kind of concept says about what is traded: a material goes into many things, and a field of use (医用)
 * is a side condition.
 */
const KIND_WEIGHT: Readonly<Record<ConceptKind, number>> = {
  [ConceptKind.PRODUCT]: 1,
  [ConceptKind.PROCESS]: 1,
  [ConceptKind.EQUIPMENT]: 1,
  [ConceptKind.SERVICE]: 0.9,
  [ConceptKind.MATERIAL]: 0.8,
  [ConceptKind.APPLICATION]: 0.5,
};

/** A concept whose narrower concept stands in the same text adds little. */
const BROADER_WEIGHT = 0.5;
/** A word that the vocabulary does not know, against a concept of equal standing. */
const KEYWORD_WEIGHT = 0.5;
/** After so many characters a mention weighs half of one at the beginning: titles and first lines say most. */
const HALVING_LENGTH = 200;

/** Weighs the concepts found in a text; `ancestors` gives the broader concepts of one. */
function weighConcepts(
  hits: readonly ConceptHit[],
  ancestors: (id: string) => readonly string[],
): ExtractedTerm[] {
  const claims = countBy(hits, ({ start, end }) => `${start}-${end}`);
  const broader = new Set(hits.flatMap(({ conceptId }) => ancestors(conceptId)));
  const terms = new Map<string, { hit: ConceptHit; weight: number; mentions: number }>();
  for (const hit of hits) {
    const shared = claims.get(`${hit.start}-${hit.end}`) ?? 1;
    const weight = (hitWeight(hit) * (broader.has(hit.conceptId) ? BROADER_WEIGHT : 1)) / shared;
    const known = terms.get(hit.conceptId);
    if (!known) terms.set(hit.conceptId, { hit, weight, mentions: 1 });
    else
      terms.set(hit.conceptId, {
        ...known,
        weight: Math.max(known.weight, weight),
        mentions: known.mentions + 1,
      });
  }
  return [...terms.values()].map(({ hit, weight, mentions }) => ({
    conceptId: hit.conceptId,
    kind: hit.kind,
    text: hit.surface,
    weight: weight * (1 + Math.log2(mentions) / 4),
  }));
}

/** Turns tf-idf words into terms: the heaviest word stands for half a concept, the others in proportion. */
function weighKeywords(words: readonly { word: string; weight: number }[]): ExtractedTerm[] {
  const heaviest = Math.max(...words.map(({ weight }) => weight));
  return words.map(({ word, weight }) => ({
    conceptId: null,
    kind: 'KEYWORD',
    text: word,
    weight: (KEYWORD_WEIGHT * weight) / heaviest,
  }));
}

/** The heaviest terms, scaled so that the first has weight 1. */
function heaviestTerms(terms: readonly ExtractedTerm[], max: number): ExtractedTerm[] {
  const sorted = [...terms].sort((a, b) => b.weight - a.weight).slice(0, max);
  const top = sorted[0]?.weight ?? 1;
  return sorted.map((term) => ({ ...term, weight: Math.round((term.weight / top) * 1000) / 1000 || 0.001 }));
}

function hitWeight({ kind, surface, start }: ConceptHit): number {
  return (KIND_WEIGHT[kind] * specificity(surface)) / (1 + start / HALVING_LENGTH);
}

/** Long names are narrow: 0.7 for two characters, 0.85 for three, 1 from four on; a Latin word counts as two. */
function specificity(surface: string): number {
  const han = surface.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = surface.match(/[a-z0-9]+/g)?.length ?? 0;
  return Math.min(1, 0.4 + 0.15 * (han + 2 * words));
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Knowledge of the extractor besides the vocabulary: conditions of a need that are not its subject. */
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
