import { foldText } from '@app/kernel';
import { NeedReader, subjectOf } from '@app/need-reading';
import type { Alternative, IndexName, QueryReading } from '@app/search';
import { Certificates, ConceptExtractor, ConceptVocabulary, RegionalWords, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';

const FEW_WORDS = 3;
const FEW_CHARACTERS = 16;

/** Whether somebody typed a sentence that describes a need, rather than a few words for a thing: 17 characters or 4 words. */
export function isSentence(text: string): boolean {
  const words = text.trim();
  return [...words].length > FEW_CHARACTERS || words.split(/\s+/).length > FEW_WORDS;
}

/** What a listing is worth that has the concept of the words, and one that has a narrower concept. */
const SAME_CONCEPT = 0.8;
const NARROWER_CONCEPT = 0.65;
/** What one is worth that has a concept near it. */
const NEAR_CONCEPT = 0.5;

/** What one is worth that has only the concept above it, or the one above that: it fills up a page where few have the thing. */
const BROADER_CONCEPTS = [0.3, 0.26] as const;

/** So many names of a concept are marked in what was found. */
const MOST_MARKS = 24;

/** Of a broad concept with more narrower ones than this, only those directly below are asked for. */
const MOST_NARROWER = 24;

/**
 * Reads what somebody typed into the search box: which concepts the words name, how they are called elsewhere, and what
 * of them is the subject, of a sentence also which thing is asked for. The words themselves are searched all the same.
 */
@Injectable()
export class QueryReader {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
    private readonly certificates: Certificates,
    private readonly regional: RegionalWords,
    private readonly needs: NeedReader,
  ) {}

  /** What is known about the words. */
  readQuery(text: string): QueryReading {
    const folded = foldText(text);
    return {
      alternatives: joined([...this.byConcept(folded), ...this.byRegion(folded)]),
      subject: subjectOf(folded, this.extractor.hits(folded)),
      ...(isSentence(text) ? { thing: this.needs.findAskedThing(text) } : {}),
    };
  }

  /** The concepts that the words name, also where they name them in the words of another region. */
  private byConcept(folded: string): Alternative[] {
    const certificates = this.certificates.findAll(folded);
    const { text, starts, ends } = this.regional.inMainlandWords(folded);
    const named = new Map<string, Set<string>>();
    for (const hit of this.extractor.hits(text)) {
      const [start, end] = [starts[hit.start]!, ends[hit.end - 1]!];
      if (certificates.some((other) => other.start < end && start < other.end)) continue;
      const words = folded.slice(start, end);
      named.set(words, (named.get(words) ?? new Set()).add(hit.conceptId));
    }
    return Array.from(named, ([words, ids]) => this.alternative(words, [...ids]));
  }

  private byRegion(folded: string): Alternative[] {
    return this.regional.findAll(folded).map(({ words, other }) => ({ words, concepts: [], names: [other] }));
  }

  /** A homonym is any of its concepts, and each of them a little less surely. */
  private alternative(words: string, ids: readonly string[]): Alternative {
    const share = 1 / Math.sqrt(ids.length);
    const concepts = ids.flatMap((id) => [
      { id, worth: SAME_CONCEPT * share },
      ...this.broader(id).map((broader, i) => ({ id: broader, worth: BROADER_CONCEPTS[i]! * share })),
      ...this.narrower(id).map((narrower) => ({ id: narrower, worth: NARROWER_CONCEPT * share })),
      ...[...this.vocabulary.near(id)].map((near) => ({ id: near, worth: NEAR_CONCEPT * share })),
    ]);
    return {
      words,
      concepts,
      names: [],
      marks: ids.flatMap((id) => this.vocabulary.expand(id)).slice(0, MOST_MARKS),
    };
  }

  private broader(id: string): readonly string[] {
    return this.vocabulary.ancestors(id).slice(0, BROADER_CONCEPTS.length);
  }

  private narrower(id: string): readonly string[] {
    const all = this.vocabulary.descendants(id);
    return all.length <= MOST_NARROWER ? all : this.vocabulary.narrower(id).slice(0, MOST_NARROWER);
  }
}

/** The alternatives of the same words as one. */
function joined(alternatives: readonly Alternative[]): Alternative[] {
  const byWords = new Map<string, Alternative>();
  for (const { words, concepts, names, marks = [] } of alternatives) {
    const known = byWords.get(words);
    byWords.set(words, {
      words,
      concepts: [...(known?.concepts ?? []), ...concepts],
      names: [...(known?.names ?? []), ...names],
      marks: [...(known?.marks ?? []), ...marks],
    });
  }
  return [...byWords.values()];
}

/** What somebody typed, with the places taken out of the words. */
interface PlacedWords {
  /** The words without the places; never empty. */
  readonly words: string;
  /** Codes of GB/T 2260, all of one level. */
  readonly regions: readonly string[];
}

const SEPARATOR = /[\s,，、;；/|]/;
/** Words behind a place that only say how near: 昆山附近 钣金. */
const NEARNESS = /^(?:附近|周边|一带|地区|本地|市内|境内)/;
/** Digits of a code up to which a place may stand in one piece with the words behind it: provinces and cities. */
const WELL_KNOWN = 4;

/**
 * Finds the places in what somebody typed into the search box: 苏州 模具 asks for moulds in Suzhou, not for the word. A
 * place stands apart from the other words, or, a province or city, right before the thing (苏州模具); names of
 * organizations begin with places, so that there only what stands apart counts.
 */
@Injectable()
export class PlaceReader {
  constructor(private readonly regions: Regions) {}

  /** The places and the other words; null where no place is named, or nothing else. */
  readPlaces(index: IndexName, text: string): PlacedWords | null {
    const folded = foldText(text);
    let words = folded;
    const codes: string[] = [];
    for (const { code, start, end } of this.regions.findAll(folded)) {
      const near = NEARNESS.exec(folded.slice(end))?.[0].length ?? 0;
      const begins = start === 0 || SEPARATOR.test(folded[start - 1]!);
      const ends = end + near === folded.length || SEPARATOR.test(folded[end + near]!);
      const attached = index !== 'organizations' && start === 0 && code.length <= WELL_KNOWN;
      if (!begins || !(ends || attached)) continue;
      codes.push(code);
      words = words.slice(0, start) + ' '.repeat(end + near - start) + words.slice(end + near);
    }
    const rest = words.replace(/[\s、,，/]+/g, ' ').trim();
    if (codes.length === 0 || !/[\p{L}\p{N}]/u.test(rest)) return null;
    // In a sentence a place is a wish among others, and no limit.
    if (isSentence(rest)) return null;
    const level = Math.min(...codes.map((code) => code.length));
    return { words: rest, regions: [...new Set(codes.map((code) => code.slice(0, level)))] };
  }
}
