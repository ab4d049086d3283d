import { foldText } from '@app/kernel';
import { isMakingToOrder } from '@app/need-reading';
import type { IndexName, SearchAnswer, SearchRequest } from '@app/search';
import {
  ConceptExtractor,
  type ConceptHit,
  ConceptKind,
  ConceptVocabulary,
  ModelNumbers,
} from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { JoinedSearch } from './joined-search.js';
import { isSentence, QueryReader } from './query-reader.js';

/** Words of a question that can be asked for more broadly, or left out. */
interface RelaxableWords {
  /** As they stand in the folded question. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Concepts that can stand for them, the nearest first: 不锈钢, then 特殊钢, for SUS304. */
  readonly broader: readonly string[];
  /** How much they decide of what is asked: the field of use least, the thing most. */
  readonly deciding: number;
  /** Whether they are a grade or a model number, which few listings name. */
  readonly isNumber: boolean;
  /** Whether a search engine would ask for something else than they say. */
  readonly unaskable: boolean;
}

/** A grade of which a search engine keeps two digits, that stand in many texts for something else: 45#. */
const UNASKABLE = /^\d{1,2}#$/;

/** Behind what the thing is for: 睡衣用的真丝面料. */
const FOR = /^用的?/;

/** How much a kind of word decides: grades and materials narrow a thing, work makes it, the thing itself is what is asked. */
const DECIDING: Readonly<Record<ConceptHit['kind'], number>> = {
  APPLICATION: 0,
  MATERIAL: 1,
  PROCESS: 2,
  SERVICE: 3,
  EQUIPMENT: 3,
  PRODUCT: 3,
};

/** Reads which words of a question can be relaxed, the least deciding first; of equals the earlier, since Chinese puts the head last. */
@Injectable()
export class RelaxableWordsReader {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
    private readonly numbers: ModelNumbers,
  ) {}

  /** The words of a question that name a known thing, or are a number of one. */
  readWords(text: string): RelaxableWords[] {
    const folded = foldText(text);
    const named = new Map<number, RelaxableWords>();
    for (const { surface, start, end, conceptId, kind } of this.extractor.hits(folded)) {
      if (named.has(start)) continue;
      const above = this.vocabulary.ancestors(conceptId);
      const broader = UNASKABLE.test(surface) ? [conceptId, ...above] : above;
      const [use = ''] = FOR.exec(folded.slice(end)) ?? [];
      const span = { words: surface + use, start, end: end + use.length };
      const isBeside = use !== '' || isMakingToOrder(conceptId);
      named.set(start, this.relaxable(span, broader, isBeside ? ConceptKind.APPLICATION : kind));
    }
    for (const { words, start, end, conceptId } of this.numbers.findAll(folded)) {
      if ([...named.values()].some((other) => other.start < end && start < other.end)) continue;
      const kind = this.vocabulary.get(conceptId)?.kind;
      const broader = [conceptId, ...this.vocabulary.ancestors(conceptId)];
      if (kind) named.set(start, this.relaxable({ words, start, end }, broader, kind));
    }
    return [...named.values()].sort((a, b) => a.deciding - b.deciding || a.start - b.start);
  }

  private relaxable(
    span: { words: string; start: number; end: number },
    broader: readonly string[],
    kind: ConceptHit['kind'],
  ): RelaxableWords {
    const { words } = span;
    const [isNumber, unaskable] = [/\d/.test(words), UNASKABLE.test(words)];
    return { ...span, broader, deciding: DECIDING[kind], isNumber, unaskable };
  }
}

/** Words of a question that nobody says, and the broader concept that was asked for in their place. */
interface Broadening {
  readonly words: string;
  readonly conceptId: string;
}

/** An answer, and what of the question was asked for more broadly. */
export interface RelaxedAnswer extends SearchAnswer {
  readonly broadened: readonly Broadening[];
}

/** How far up a word is broadened, and how many words of a question. */
const MOST_STEPS = 3;
const MOST_WORDS = 2;
/** How many words are left out to keep the thing asked for. */
const MOST_LEFT_OUT = 3;

/** Where one asks for things; names of organizations and events are not broadened. */
const ASK_FOR_THINGS: ReadonlySet<IndexName> = new Set(['capabilities', 'needs']);

/** A question on its way to an answer. */
interface Attempt {
  readonly text: string;
  readonly answer: RelaxedAnswer;
}

/**
 * Asks; where nothing is found, or nothing that carries the question, or a number in it is said by nobody, it asks more broadly
 * and says so: first for the material
 * or kind of thing of a grade or model number (SUS304 → 不锈钢, 6205-2RS → 深沟球轴承), of any known word where nothing is found
 * at all; then, where the thing asked for was left out, without the words that decide least. It stands before the port, so every
 * engine is relaxed alike.
 */
@Injectable()
export class RelaxedSearch {
  constructor(
    private readonly joined: JoinedSearch,
    private readonly reader: QueryReader,
    private readonly relaxable: RelaxableWordsReader,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** A page of ids with counts, relaxed where it has to be; every page of one question is relaxed alike. */
  async answerRequest(request: SearchRequest): Promise<RelaxedAnswer> {
    const answer: RelaxedAnswer = { ...(await this.joined.answerRequest(request)), broadened: [] };
    if (!request.text || !ASK_FOR_THINGS.has(request.index) || answer.degraded) return answer;
    // No listing carries all of a sentence, and its numbers are conditions of what is asked.
    if (answer.total > 0 && isSentence(request.text)) return answer;
    const words = this.relaxable.readWords(request.text);
    const first: Attempt = { text: foldText(request.text), answer };
    const unsaid = await this.unsaid(request.index, first, words);
    if (!isWeak(answer) && unsaid.size === 0) return answer;
    const broadened = await this.broadened(request, first, words, unsaid);
    return (await this.withHead(request, broadened, words)).answer;
  }

  /** The grades and model numbers of a question that nothing carries under any name, asked by themselves. */
  private async unsaid(
    index: IndexName,
    { text, answer }: Attempt,
    words: readonly RelaxableWords[],
  ): Promise<ReadonlySet<RelaxableWords>> {
    const unsaid = new Set<RelaxableWords>();
    const numbers = words.filter(({ isNumber, broader }) => isNumber && broader.length > 0);
    for (const each of numbers.slice(0, MOST_WORDS)) {
      const alone: SearchRequest = { index, filter: [], facets: [], sort: [], page: 1, hitsPerPage: 0 };
      const total = async () => (each.words === text ? answer : await this.ask(alone, each.words)).total;
      if (each.unaskable || (await total()) === 0) unsaid.add(each);
    }
    return unsaid;
  }

  private async broadened(
    request: SearchRequest,
    first: Attempt,
    words: readonly RelaxableWords[],
    unsaid: ReadonlySet<RelaxableWords>,
  ): Promise<Attempt> {
    const { answer } = first;
    const asked = words.filter(
      (each) =>
        each.broader.length > 0 &&
        (answer.total === 0 ||
          unsaid.has(each) ||
          ((each.isNumber || each.words === first.text) && lacks(answer, each.words))),
    );
    let best = first;
    for (const each of asked.slice(0, MOST_WORDS)) {
      if (!isWeak(best.answer) && !unsaid.has(each)) continue;
      best = (await this.climb(request, best, each, words)) ?? best;
    }
    return best;
  }

  /** The question with one of its words broadened as little as brings an answer; undefined where nothing does. */
  private async climb(
    request: SearchRequest,
    before: Attempt,
    { words, broader }: RelaxableWords,
    all: readonly RelaxableWords[],
  ): Promise<Attempt | undefined> {
    for (const conceptId of broader.slice(0, MOST_STEPS)) {
      // A thing of that kind is named beside it: M8×30 adds nothing to 螺栓.
      if (all.some((other) => other.words !== words && other.broader.includes(conceptId)))
        return this.without(request, before, words);
      const name = foldText(this.vocabulary.name(conceptId, 'zh'));
      const text = put(before.text, words, name);
      const answer = await this.ask(request, text);
      if (answer.total === 0 || lacks(answer, name)) continue;
      const broadened = [...before.answer.broadened, { words, conceptId }];
      return { text, answer: { ...answer, broadened } };
    }
    return undefined;
  }

  private async without(
    request: SearchRequest,
    before: Attempt,
    words: string,
  ): Promise<Attempt | undefined> {
    const text = put(before.text, words, '');
    const answer = await this.ask(request, text);
    if (answer.total === 0) return undefined;
    const relaxed = [words, ...(answer.relaxed ? [answer.relaxed] : [])].join(' ');
    return { text, answer: { ...answer, relaxed, broadened: before.answer.broadened } };
  }

  /** Where the thing asked for was left out itself: the question without what decides less, until the thing is found. */
  private async withHead(
    request: SearchRequest,
    before: Attempt,
    words: readonly RelaxableWords[],
  ): Promise<Attempt> {
    const head = words.at(-1);
    if (!head || !before.text.includes(head.words) || !lacks(before.answer, head.words)) return before;
    const leftOut: string[] = [];
    let { text } = before;
    for (const { words: other } of words.slice(0, -1).slice(0, MOST_LEFT_OUT)) {
      if (!text.includes(other)) continue;
      text = put(text, other, '');
      leftOut.push(other);
      const answer = await this.ask(request, text);
      if (answer.total === 0 || lacks(answer, head.words)) continue;
      const relaxed = [...leftOut, ...(answer.relaxed ? [answer.relaxed] : [])].join(' ');
      const kept = before.answer.broadened.filter((each) => !leftOut.includes(each.words));
      return { text, answer: { ...answer, relaxed, broadened: kept } };
    }
    return before;
  }

  private async ask(request: SearchRequest, text: string): Promise<SearchAnswer> {
    return this.joined.answerRequest({ ...request, text, reading: this.reader.readQuery(text) });
  }
}

/** Whether nothing was found, or nothing that carries all words. */
function isWeak({ total, relaxed }: SearchAnswer): boolean {
  return total === 0 || relaxed !== undefined;
}

/** Whether an answer left out these words, or some of them. */
function lacks({ relaxed }: SearchAnswer, words: string): boolean {
  const leftOut = (relaxed ?? '').split(' ').filter(Boolean);
  return leftOut.some((word) => words.includes(word) || word.includes(words));
}

/** A text with a name in the place of words; words that the name repeats there already are said once. */
function put(text: string, words: string, name: string): string {
  const rest = text.replace(words, ' ');
  const asked = name === '' || rest.includes(name) ? rest : text.replace(words, () => ` ${name} `);
  return asked.replace(/\s+/g, ' ').trim();
}
