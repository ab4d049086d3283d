import { type Filter, MAX_RECALL_QUERIES, type RecallQuery, type RecallTerm } from '@app/search';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';

/** The most needs that all queries together bring in. */
const RECALLED = 300;
/** However many capabilities there are, each group of them brings in so many. */
const LEAST_PER_QUERY = 40;
/** Narrower concepts of an offered one: who offers castings may be asked for die castings. */
const NARROWER = 40;
/** What the words of a capability count in gathering needs. */
const TITLE_WEIGHT = 1;
const PROCESS_WEIGHT = 0.8;
const MATERIAL_WEIGHT = 0.4;

/** The concepts of needs that an offered concept may meet: itself, the broader and the narrower ones. */
function askedBy(conceptId: string, vocabulary: ConceptVocabulary): string[] {
  return [
    conceptId,
    ...vocabulary.ancestors(conceptId),
    ...vocabulary.descendants(conceptId).slice(0, NARROWER),
  ];
}

/** A capability as needs are gathered for it: its words, and the concepts of needs that it may meet. */
export interface Offer {
  readonly candidate: CandidateFacts;
  readonly asked: readonly string[];
}

/** What a capability that names some concepts may be asked for. */
export function offerOf(
  candidate: CandidateFacts,
  named: readonly string[],
  vocabulary: ConceptVocabulary,
): Offer {
  return { candidate, asked: [...new Set(named.flatMap((id) => askedBy(id, vocabulary)))] };
}

function termsOf({ candidate: { title, processes, materials } }: Offer): RecallTerm[] {
  const weighed = (texts: readonly string[], weight: number) => texts.map((text) => ({ text, weight }));
  return [
    { text: title, weight: TITLE_WEIGHT },
    ...weighed(processes, PROCESS_WEIGHT),
    ...weighed(materials, MATERIAL_WEIGHT),
  ];
}

/** Capabilities dealt out to as many groups as one recall has queries. */
function grouped(offers: readonly Offer[]): Offer[][] {
  const groups = Array.from({ length: Math.min(offers.length, MAX_RECALL_QUERIES) }, (): Offer[] => []);
  offers.forEach((each, i) => groups[i % groups.length]!.push(each));
  return groups;
}

/** The queries that gather open needs for capabilities: by their words, and by the concepts that they may meet. */
export function needQueries(offers: readonly Offer[], now: Date): RecallQuery[] {
  const groups = grouped(offers);
  const limit = Math.max(LEAST_PER_QUERY, Math.ceil(RECALLED / Math.max(1, groups.length)));
  const filter: Filter[] = [{ field: 'replyDeadline', min: now.getTime() }];
  return groups.map((group) => ({
    terms: group.flatMap(termsOf),
    concepts: [...new Set(group.flatMap(({ asked }) => asked))],
    filter,
    limit,
  }));
}
