import type { NeedPart, NeedReading } from '@app/need-reading';
import {
  type Filter,
  MAX_RECALL_QUERIES,
  type RecalledDocument,
  type RecallQuery,
  type RecallTerm,
} from '@app/search';
import type { ConceptVocabulary } from '@app/taxonomy';

/** Candidates that each query may bring in. */
const LIMIT = 300;
/** Candidates that words near in meaning may bring in beside. */
const NEAR_LIMIT = 100;
/** Synonyms of a part that are searched beside its own words, and what they count. */
const SYNONYMS = 6;
const SYNONYM_WEIGHT = 0.7;
/** Narrower concepts of a part, and concepts named after it, that are looked for as well. */
const NARROWER = 40;
const COMPOUNDS = 40;
/** So many concepts near a part are looked for as well. */
const NEAR = 24;
const CLAUSE_END = /[\s,，、;；]+/;

/** The field of use counts more in gathering than in the parts, where it stands apart: else none of its makers come in. */
const APPLICATION_WEIGHT = 0.4;

function terms(part: NeedPart, vocabulary: ConceptVocabulary): RecallTerm[] {
  const weight = part.role === 'APPLICATION' ? APPLICATION_WEIGHT : part.weight;
  const names = part.conceptId ? vocabulary.expand(part.conceptId).filter((name) => name !== part.text) : [];
  return [
    { text: part.text, weight },
    ...names.slice(0, SYNONYMS).map((text) => ({ text, weight: weight * SYNONYM_WEIGHT, byWords: true })),
  ];
}

/** The concepts under which makers of a part stand: itself, narrower ones, things named after it (铝压铸件 for 压铸), and near ones. */
function offeredAs({ conceptId }: NeedPart, vocabulary: ConceptVocabulary): string[] {
  if (!conceptId) return [];
  const narrower = vocabulary.descendants(conceptId).slice(0, NARROWER);
  const compounds = vocabulary.compounds(conceptId).slice(0, COMPOUNDS);
  const near = [...vocabulary.near(conceptId)].slice(0, NEAR);
  return [...new Set([conceptId, ...narrower, ...compounds, ...near])];
}

/** The words of the conditions bring in whoever says them too, and count half. */
const CONDITION_WEIGHT = 0.5;

/** The whole wording of a need, clause by clause: what it comes down to where its parts were misread. */
function wordingQuery({ subject, wording }: NeedReading): RecallQuery {
  const weights = new Map<string, number>();
  for (const clause of wording.split(CLAUSE_END)) weights.set(clause, CONDITION_WEIGHT);
  for (const clause of subject.split(CLAUSE_END)) weights.set(clause, 1);
  weights.delete('');
  return { terms: Array.from(weights, ([text, weight]) => ({ text, weight })), limit: LIMIT };
}

/** A query that gathers candidates, and the part of the need that it alone speaks of, where it does. */
export interface GatheringQuery extends RecallQuery {
  readonly part?: NeedPart;
}

/**
 * The queries that gather candidates: one over all parts, the same within the wanted provinces, one over the wording,
 * one over words that are near in meaning, and one for each part that is asked for or defines it, with the concepts
 * under which its makers stand.
 */
export function recallQueries(
  need: NeedReading,
  vocabulary: ConceptVocabulary,
  near: readonly RecallTerm[] = [],
): GatheringQuery[] {
  const whole = need.parts.flatMap((part) => terms(part, vocabulary));
  if (whole.length === 0) return need.wording ? [wordingQuery(need)] : [];
  const concepts = need.parts.flatMap((part) => (part.conceptId ? [part.conceptId] : []));
  const queries: GatheringQuery[] = [{ terms: whole, concepts, limit: LIMIT }];
  const provinces = [...new Set(need.conditions.regions.map((code) => code.slice(0, 2)))];
  if (provinces.length > 0) {
    const filter: Filter[] = [{ field: 'province', anyOf: provinces }];
    queries.push({ terms: whole, concepts, filter, limit: LIMIT });
  }
  if (need.wording) queries.push(wordingQuery(need));
  if (near.length > 0) queries.push({ terms: near, limit: NEAR_LIMIT });
  for (const part of need.parts) {
    if (part.role !== 'HEAD' && part.role !== 'DEFINING') continue;
    const offered = offeredAs(part, vocabulary);
    queries.push({ terms: terms(part, vocabulary), concepts: offered, limit: LIMIT, part });
  }
  return queries.slice(0, MAX_RECALL_QUERIES);
}

/** What a part that a candidate says nothing of leaves of its promise. */
const NOTHING_SAID = 0.05;
/** What the parts together, and the words as a whole, count in the promise. */
const PARTS = 1;
const WORDS = 0.25;

/**
 * The candidates with the most promise first: what is worth comparing before their facts are read. Like the comparison, it
 * is a geometric mean over the parts of the need beside the wording as a whole, so that whoever offers several parts
 * partly comes before whoever repeats one of them (铝压铸件 before 铝合金 for 铝合金压铸电机壳体). Each score of recall counts as
 * a share of the best candidate's for the same query, since no listing carries all names of a thing.
 */
export function mostPromising(
  queries: readonly GatheringQuery[],
  recalled: readonly RecalledDocument[],
): RecalledDocument[] {
  const best = queries.map((_, i) =>
    recalled.reduce((most, { scores }) => Math.max(most, scores[i] ?? 0), 0),
  );
  const share = ({ scores }: RecalledDocument, i: number) => (best[i] ? (scores[i] ?? 0) / best[i] : 0);
  const ofParts = queries.flatMap(({ part }, i) => (part ? [{ i, weight: part.weight }] : []));
  const ofWords = queries.flatMap(({ part, filter }, i) => (part || filter ? [] : [i]));
  const weights = ofParts.reduce((sum, { weight }) => sum + weight, 0);
  const promise = (document: RecalledDocument) => {
    const logarithm = ofParts.reduce(
      (sum, { i, weight }) => sum + weight * Math.log(Math.max(NOTHING_SAID, share(document, i))),
      0,
    );
    const words = ofWords.reduce((sum, i) => sum + share(document, i), 0) / Math.max(1, ofWords.length);
    return PARTS * (weights > 0 ? Math.exp(logarithm / weights) : 0) + WORDS * words;
  };
  return recalled
    .map((document) => ({ document, promise: promise(document) }))
    .sort((a, b) => b.promise - a.promise || (a.document.id < b.document.id ? -1 : 1))
    .map(({ document }) => document);
}
