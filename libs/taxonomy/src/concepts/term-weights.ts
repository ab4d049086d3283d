import { ConceptKind } from './trade-concept.js';
import type { ConceptHit, ExtractedTerm } from './extracted-term.js';

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
export function weighConcepts(
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
export function weighKeywords(words: readonly { word: string; weight: number }[]): ExtractedTerm[] {
  const heaviest = Math.max(...words.map(({ weight }) => weight));
  return words.map(({ word, weight }) => ({
    conceptId: null,
    kind: 'KEYWORD',
    text: word,
    weight: (KEYWORD_WEIGHT * weight) / heaviest,
  }));
}

/** The heaviest terms, scaled so that the first has weight 1. */
export function heaviestTerms(terms: readonly ExtractedTerm[], max: number): ExtractedTerm[] {
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
