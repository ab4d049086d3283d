import type { NeedReading } from '@app/need-reading';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { CandidateWords } from './candidate-words.js';
import { OtherNames } from './other-names.js';
import { type Rarity, termsOf, type WeightedWord } from './word-set.js';

/** Words that only stand beside the question tell the exact offer from the near one, but not what is offered. */
const BESIDE_WEIGHT = 0.5;
/** What only the supplier's name or registered scope says counts so much of what the listing says. */
const ORGANIZATION_WORTH = 0.5;
/** A word that only the standard name of what is offered says, in Chinese or English: rod end for 鱼眼接头. */
const STANDARD_NAME_WORTH = 0.5;

/** Okapi BM25: how soon a repeated word stops adding, and how much a long text is discounted. */
const K1 = 0.8;
const B = 0.5;
/** Characters of a usual listing, between a line of a form and a registered scope; it need not be exact. */
const USUAL_LENGTH = 100;
/** How soon more of the same words stops adding to the whole. */
const SPREAD = 1.6;
/** What a short listing in the very words of the need comes to; from there on the wording is met in full. */
const EXACT = 1 - Math.exp((-SPREAD * (K1 + 1)) / (1 + K1 * (1 - B + (B * 20) / USUAL_LENGTH)));

/** How near a supplier's words come to a need's. */
export interface Closeness {
  /** 0 to 1: repeated and rare words count more, long texts less. */
  readonly score: number;
  /**
   * The share of what is asked for, its words weighted by rarity, that the supplier's words say; 0 to 1. Places,
   * certificates, dates and figures are not part of it: they are facts with criteria of their own.
   */
  readonly share: number;
}

/** The terms of a need's whole wording, each with the weight of the most telling place that it stands in. */
export function wordingTerms({ question, wording }: NeedReading): WeightedWord[] {
  const terms = new Map(
    termsOf(wording).map((term) => [term.word, { ...term, weight: term.weight * BESIDE_WEIGHT }]),
  );
  for (const term of termsOf(question)) {
    const weight = Math.max(term.weight, terms.get(term.word)?.weight ?? 0);
    terms.set(term.word, { ...term, weight });
  }
  return [...terms.values()];
}

const DIGIT = /\d/;
const LETTER = /[a-z]/;
/** Words that begin with a letter or digit of ASCII stand before it. */
const LATIN_END = '\u0080';

/** Whether a word goes on beyond its end there: 25 in 1250, pet in carpet; endings of English words do not matter. */
function goesOn(text: string, word: string, at: number): boolean {
  const [first, last] = [word[0]!, word.at(-1)!];
  const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
  if (LETTER.test(first) && LETTER.test(before)) return true;
  return (DIGIT.test(first) && DIGIT.test(before)) || (DIGIT.test(last) && DIGIT.test(after));
}

function occurrences(text: string, { word, inModel }: WeightedWord): number {
  let count = 0;
  const anywhere = inModel === true || word > LATIN_END;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (anywhere || !goesOn(text, word, at)) count++;
  return count;
}

/**
 * A need's wording, to be compared with many suppliers: Okapi BM25 (Robertson and Zaragoza 2009) over words, pairs and
 * characters, as a share of what a text that carries everything once would reach.
 */
export class NeedWording {
  private readonly terms: readonly WeightedWord[];
  private readonly total: number;
  /** The words of the thing itself, conditions aside, and what they weigh together. */
  private readonly subject: ReadonlySet<string>;
  private readonly subjectTotal: number;

  private readonly otherNames: OtherNames;

  constructor(
    need: NeedReading,
    rarity: Rarity,
    private readonly vocabulary: ConceptVocabulary,
  ) {
    this.terms = wordingTerms(need).map((term) => ({ ...term, weight: term.weight * rarity(term.word) }));
    this.total = massOf(this.terms);
    const subject = new Set(termsOf(need.subject).map(({ word }) => word));
    const ofSubject = this.terms.filter(({ word }) => subject.has(word));
    const asked = ofSubject.length > 0 ? ofSubject : this.terms;
    this.subject = new Set(asked.map(({ word }) => word));
    this.subjectTotal = massOf(asked);
    this.otherNames = new OtherNames(need.parts, this.terms, vocabulary);
  }

  /** Compares with a supplier's words: those of the listing, and those of its organization. */
  closeness({
    capability,
    organization,
    proseLength,
  }: Pick<CandidateWords, 'capability' | 'organization' | 'proseLength'>): Closeness {
    if (this.total === 0) return { score: 0, share: 0 };
    const length = proseLength + ORGANIZATION_WORTH * organization.text.length;
    const discount = K1 * (1 - B + (B * length) / USUAL_LENGTH);
    let carried = 0;
    const names = capability.standardNames(this.vocabulary);
    const gains = this.terms.map((term) => {
      const count =
        occurrences(capability.text, term) +
        STANDARD_NAME_WORTH * occurrences(names, term) +
        ORGANIZATION_WORTH * occurrences(organization.text, term);
      if (count > 0 && this.subject.has(term.word)) carried += term.weight;
      return (term.weight * count * (K1 + 1)) / (count + discount);
    });
    const once = (K1 + 1) / (1 + discount);
    const gained =
      gains.reduce((sum, gain) => sum + gain, 0) + this.otherNames.added(gains, capability.concepts, once);
    const score = Math.min(1, (1 - Math.exp((-SPREAD * gained) / this.total)) / EXACT);
    return { score, share: carried / this.subjectTotal };
  }
}

function massOf(terms: readonly WeightedWord[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
