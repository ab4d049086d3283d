import { CONCEPT_FIELD, indexSchema } from '../../port/index-schemas.js';
import type { SearchRequest } from '../../port/search-request.js';
import {
  evidenceOf,
  fillShare,
  fillUpTo,
  FOUND_SHARE,
  massOf,
  massOfEvidence,
  RELAXED_SHARE,
  type ShareOf,
} from '../../ranking/evidence.js';
import { GRAM_SIGN, VALUE_SIGN } from '../../text/token-signs.js';
import type { ServerDocument } from '../server/server-document.js';
import { type DocumentEvidence, EVIDENCE_ATTRIBUTES } from './document-evidence.js';
import type { WeighedQuery, WorthyToken } from './weighed-query.js';
import type { ServerAnswer, ServerQuery } from '../server/meilisearch-server.js';
import { filterExpressions, type LiveIndexes, termsOf } from './server-query.js';

/** So many words of a query are asked for side by side; documents that have none of the first carry little of it. */
const ANCHORS_AT_ONCE = 6;

/**
 * The tokens by which candidates are asked for, the most telling first: known words that are no part of another, and
 * pairs of characters where no known word covers them.
 */
function anchorsOf({ tokens, words }: WeighedQuery): readonly WorthyToken[] {
  const longest = [...words].sort((a, b) => b.token.length - a.token.length);
  const chosen: WorthyToken[] = [];
  for (const word of longest) if (!chosen.some(({ token }) => token.includes(word.token))) chosen.push(word);
  const covered = new Set(chosen.flatMap(({ token }) => [...token]));
  for (const gram of tokens) {
    const characters = [...gram.token.slice(GRAM_SIGN.length)];
    if (gram.token.startsWith(GRAM_SIGN) && characters.some((c) => !covered.has(c))) chosen.push(gram);
  }
  return chosen.sort((a, b) => b.worth - a.worth);
}

/** Each anchor in front of the others. */
function rotations(anchors: readonly WorthyToken[]): (readonly WorthyToken[])[] {
  return anchors.map((first) => [first, ...anchors.filter((anchor) => anchor !== first)]);
}

const HAN = /\p{Script=Han}/u;
/** All, but for rounding. */
const EVERY = 0.999;
/** Of fewer characters it is chance that a document has them all: 电机 in 机电安装. */
const LEAST_CHARACTERS = 3;

/** A document that some query brought, with what it carries. */
interface WeighedCandidate {
  readonly document: ServerDocument;
  readonly mass: number;
  readonly score: number;
  /** Whether it has every single character and pair of letters of the query somewhere. */
  readonly hasAllCharacters: boolean;
}

/** What a document carries of a query. */
function weighCandidate(
  document: ServerDocument,
  { groups, fine, text }: WeighedQuery,
  shareOf: ShareOf<WorthyToken>,
): WeighedCandidate {
  const asked = text.characters.length + text.grams.filter((gram) => !HAN.test(gram)).length;
  const carried = fine.filter((token) => shareOf(token) > 0);
  return {
    document,
    mass: massOfEvidence(groups, shareOf),
    score: evidenceOf(groups, fine, shareOf),
    hasAllCharacters:
      asked >= LEAST_CHARACTERS && fine.length >= asked && massOf(carried) >= EVERY * massOf(fine),
  };
}

/** It is relaxed when nothing carries enough of the query; then words that no document knows do not count. */
function chooseFound(
  { knownMass, unknownMass, text }: WeighedQuery,
  candidates: readonly WeighedCandidate[],
): { found: readonly WeighedCandidate[]; relaxed: boolean } {
  const carrying = (least: number) => candidates.filter(({ mass }) => mass > 0 && mass >= least);
  let strong = carrying(FOUND_SHARE * (knownMass + unknownMass));
  const relaxed = strong.length === 0;
  if (relaxed) strong = carrying(FOUND_SHARE * knownMass);
  const wanted = fillUpTo(text.shown.length);
  if (strong.length >= wanted) return { found: strong, relaxed };
  const weak = [
    ...carrying(fillShare(text.shown.length) * (knownMass + (relaxed ? 0 : unknownMass))),
    ...candidates.filter(({ mass, hasAllCharacters }) => mass > 0 && hasAllCharacters),
  ];
  const fill = [...new Set(weak)].filter((candidate) => !strong.includes(candidate));
  fill.sort((a, b) => b.score - a.score);
  const found = [...strong, ...fill.slice(0, wanted - strong.length)];
  if (found.length > 0) return { found, relaxed };
  const best = Math.max(0, ...candidates.map(({ mass }) => mass));
  return { found: carrying(RELAXED_SHARE * best), relaxed };
}

/** Candidates that each query may bring. */
const PER_QUERY = 100;
/** So many groups are asked for by their other names; each is a query of its own. */
const MOST_NAMED = 4;

type Question = Omit<ServerQuery, 'indexUid'>;

/** What was found without demanding every word. */
interface LooseOutcome {
  readonly found: readonly WeighedCandidate[];
  /** Whether a query had more to give that might have been found as well. */
  readonly more: boolean;
  readonly relaxed: boolean;
}

/**
 * Documents that carry enough of a query. The server drops terms from the end and insists on the first; therefore each
 * token is asked for with itself in front, the queries side by side, and the evidence is added up here. Less telling tokens
 * are asked for where the others do not fill a page.
 */
export class LooseSearch {
  constructor(
    private readonly indexes: LiveIndexes,
    private readonly evidence: DocumentEvidence,
  ) {}

  /** What carries enough, not yet in order. */
  async find(request: SearchRequest, weighed: WeighedQuery): Promise<LooseOutcome> {
    const ask = asking(request);
    const anchors = anchorsOf(weighed);
    const answers = await this.indexes.ask(request.index, [
      ...rotations(anchors.slice(0, ANCHORS_AT_ONCE)).map((tokens) => ask(tokens, 'last')),
      ...(weighed.fine.length > 0 ? [ask(weighed.fine, 'all')] : []),
      ...byOtherNames(request, weighed, (tokens) => ask(tokens, 'last')),
    ]);
    const outcome = this.choose(request, weighed, answers);
    const rest = rotations(anchors.slice(ANCHORS_AT_ONCE, 2 * ANCHORS_AT_ONCE));
    if (outcome.found.length >= fillUpTo(weighed.text.shown.length) || rest.length === 0) return outcome;
    const more = await this.indexes.ask(
      request.index,
      rest.map((tokens) => ask(tokens, 'last')),
    );
    return this.choose(request, weighed, [...answers, ...more]);
  }

  private choose(
    { index }: SearchRequest,
    weighed: WeighedQuery,
    answers: readonly ServerAnswer[],
  ): LooseOutcome {
    const documents = new Map<string, ServerDocument>();
    for (const { hits } of answers)
      for (const hit of hits) documents.set(hit['id'] as string, hit as unknown as ServerDocument);
    const { typicalLength } = indexSchema(index);
    const candidates = Array.from(documents.values(), (document) =>
      weighCandidate(document, weighed, ({ token }) => this.evidence.share(document, token, typicalLength)),
    );
    const { found, relaxed } = chooseFound(weighed, candidates);
    const more = answers.some(
      ({ hits, totalHits }) =>
        totalHits > hits.length && found.some(({ document }) => document.id === hits.at(-1)?.['id']),
    );
    return { found, more, relaxed };
  }
}

/** How tokens are asked for under the filters of a request, with what its page shows. */
function asking({ index, filter = [], facets = [], sort = [] }: SearchRequest) {
  const usual = {
    filter: [...filterExpressions(index, filter)],
    page: 1,
    hitsPerPage: PER_QUERY,
    attributesToRetrieve: [...EVIDENCE_ATTRIBUTES, ...facets, ...sort.map(({ field }) => field)],
  };
  return (tokens: readonly WorthyToken[], matchingStrategy: 'all' | 'last'): Question => ({
    ...usual,
    q: termsOf(tokens.map(({ token }) => token)),
    matchingStrategy,
  });
}

/** Asks for what groups are also called: concepts as a filter, other words as themselves. */
function byOtherNames(
  { index }: SearchRequest,
  weighed: WeighedQuery,
  ask: (tokens: readonly WorthyToken[]) => Question,
): Question[] {
  const named = weighed.groups.filter(({ alternatives }) => alternatives.length > 0).slice(0, MOST_NAMED);
  return named.flatMap((group) => {
    const rest = weighed.tokens.filter(({ token }) => !group.asked.has(token));
    const concepts = group.alternatives.filter(({ token }) => token.startsWith(VALUE_SIGN));
    const words = group.alternatives.filter(({ token }) => !token.startsWith(VALUE_SIGN));
    const anyOf = concepts.map(({ token }) => token.slice(token.indexOf('\t') + 1));
    const byConcept = (tokens: readonly WorthyToken[]): Question => {
      const question = ask(tokens);
      const concept = filterExpressions(index, [{ field: CONCEPT_FIELD, anyOf }]);
      return { ...question, filter: [...(question.filter as readonly string[]), ...concept] };
    };
    return [
      ...(anyOf.length > 0 ? [byConcept([])] : []),
      ...(anyOf.length > 0 && rest.length > 0 ? [byConcept(rest)] : []),
      ...words.map((word) => ask([word, ...rest])),
    ];
  });
}
