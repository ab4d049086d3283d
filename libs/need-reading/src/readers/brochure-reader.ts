import {
  compareDecimals,
  type FoldedText,
  foldText,
  foldWithOrigins,
  Period,
  type QuantityValue,
} from '@app/kernel';
import {
  Certificates,
  type ConceptParameter,
  ConceptVocabulary,
  convertAmount,
  type ParameterTerm,
  ParameterType,
} from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { findMinimumOrders, findQuantities } from '../conditions/amounts.js';
import { findCleanrooms } from '../conditions/cleanrooms.js';
import { findHeldCertificates } from '../conditions/held-certificates.js';
import { findLeadTimes } from '../conditions/lead-times.js';
import { offeredOf, ParameterFinder } from '../conditions/parameter-finder.js';
import { NeedReader } from './need-reader.js';
import { type NeedReading, plainWords } from '../need-reading.js';
import { withoutDenied } from '../words/denied-words.js';
import { erase, type Found, type Span } from '../words/spans.js';

/** A fact that a brochure states, with the words that state it. */
export interface Stated<T> {
  readonly value: T;
  /** The passage as it stands in the text. */
  readonly passage: string;
}

/** What a brochure says of a capability. Each list is in the order of the text; nothing in it is inferred. */
interface BrochureFacts {
  /** How the text reads as a need would: the trade concepts that it names. */
  readonly reading: NeedReading;
  readonly capacities: readonly Stated<QuantityValue>[];
  readonly minimumOrders: readonly Stated<QuantityValue>[];
  /** Calendar days; those of samples are left out. */
  readonly leadTimes: readonly Stated<number>[];
  /** Kinds of certificates that are held: not those denied, planned or applied for. */
  readonly certificates: readonly Stated<string>[];
  readonly parameters: readonly Stated<ParameterTerm>[];
  /** Names of materials and processes as the text writes them. */
  readonly materials: readonly string[];
  readonly processes: readonly string[];
  /** The clause that first names a product or a process, without its verb; null where none does. */
  readonly title: string | null;
}

/**
 * Words in the clause before a figure that make it no present fact: 计划扩产至年产200万件, 尚未达到±0.01mm, 原月产能5万件, expected
 * capacity.
 */
const NOT_YET =
  /(?:(?<!生产)计划|规划|预计|预期|(?<![模虚])拟|目标|力争|争取|打算|准备|将(?:达|扩|增|提|形成|实现|可)|未来|明年|后年|(?:建成|投产|达产|扩产|扩建|技改)[后至到]|在建|筹建|尚未|未能|未达|还?没有|无法|不足|达不到|做不到|暂不|不能|不可|不接|曾经?|以前|过去|(?<!采)原(?:来|先|有|$)|去年|\b(?:plan(?:s|ned|ning)?|expect(?:s|ed)?|target(?:s|ed)?|will|projected|upcoming|previously|formerly|cannot|not|no|under construction)\b)[^,.;，。；、\n]{0,24}$/;
/** Words behind a figure that do the same: 8万件/月（规划中）, 80,000 pcs per month by 2028. */
const NOT_YET_BEHIND =
  /^[^,;，。；、\n]{0,6}(?:规划|计划|在建|筹建|筹备|建设中|待投产|未投产|未达|planned|projected|under construction|expected)/;
const AROUND = 40;

/** What is made once to look at it has its own time, which is no lead time. */
const OF_SAMPLES = /(?:打样|样品|样件|试样|手板|sampl\w*|prototyp\w*)[^,.;，。；、\n]{0,8}$/;
/** The time of a tool counts only where the text names no other. */
const OF_TOOLS = /(?:开模|模具|tooling|mou?lds?)[^,.;，。；、\n]{0,8}$/;
/** The longest lead time of a delivery, as the capability takes it. */
const MAX_LEAD_TIME_DAYS = 730;

/** Telephone numbers, which are no amounts and begin no product: 手机139…, 电话0571-…. */
const TELEPHONE =
  /(?:手机|电话|热线|微信|传真|tel|phone|mobile|fax|wechat)?[号码:：.\s]*(?:\+?86[\s-]?)?(?:1[3-9]\d(?:[\s-]?\d{4}){2}|0\d{2,3}[\s-]\d{7,8}|400[\s-]?\d{3}[\s-]?\d{4})(?!\d)/gi;

/** Reads what a supplier's brochure states: the concepts, and the facts that the form of a capability asks for. */
@Injectable()
export class BrochureReader {
  constructor(
    private readonly reader: NeedReader,
    private readonly certificates: Certificates,
    private readonly finder: ParameterFinder,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The facts that a text states, each with its passage. Takes time in proportion to the length of the text. */
  readBrochure(text: string): BrochureFacts {
    // A new line ends a clause; one character stands for another, so that places in the text stay.
    const clauses = text.replace(TELEPHONE, (number) => ' '.repeat(number.length)).replace(/[\r\n]/g, '。');
    const { folded, passage } = foldWithOrigins(clauses);
    const isPresent = ({ start, end }: Span) =>
      !NOT_YET.test(folded.slice(Math.max(0, start - AROUND), start)) &&
      !NOT_YET_BEHIND.test(folded.slice(end, end + AROUND));
    const state = <T>(found: readonly Found<T>[]): Stated<T>[] =>
      found.map(({ start, end, value }) => ({ value, passage: passage(start, end) }));

    const orders = findMinimumOrders(folded).filter(isPresent);
    const quantities = findQuantities(orders.reduce(erase, folded)).filter(
      (found) => found.value.period !== Period.ONCE && isPresent(found),
    );
    const reading = this.reader.readNeed(plainWords(clauses));
    const wordsOf = (kind: string) => wordsIn(reading, kind, { folded, passage });
    return {
      reading,
      capacities: distinct(state(quantities)),
      minimumOrders: distinct(state(orders)),
      leadTimes: distinct(state(leadTimesIn(folded).filter(isPresent))),
      certificates: distinct(
        findHeldCertificates(this.certificates, clauses).map(({ id, start, end }) => ({
          value: id,
          passage: passage(start, end),
        })),
      ),
      parameters: this.parametersIn(folded, isPresent, passage),
      materials: wordsOf('MATERIAL'),
      processes: wordsOf('PROCESS'),
      title: titleIn(text, reading),
    };
  }

  /** The parameters in their own units, one entry for each: grades of one parameter are put together. */
  private parametersIn(
    folded: string,
    isPresent: (found: Span) => boolean,
    passage: (start: number, end: number) => string,
  ): Stated<ParameterTerm>[] {
    const said = withoutDenied(folded);
    const found = [
      ...findCleanrooms(said),
      ...this.finder.findFigures(said),
      ...this.finder.findEachGrade(said),
    ].filter(isPresent);
    const stated = new Map<string, Stated<ParameterTerm>>();
    for (const { start, end, value } of found.sort((one, other) => one.start - other.start)) {
      const parameter = this.vocabulary.parameter(value.parameterId);
      const term = parameter && inOwnUnit(parameter, offeredOf(parameter, value));
      if (!term) continue;
      const words = passage(start, end);
      const before = stated.get(term.parameterId);
      if (!before) stated.set(term.parameterId, { value: term, passage: words });
      else if (term.values.some((grade) => !before.value.values.includes(grade)))
        stated.set(term.parameterId, {
          value: { ...before.value, values: [...before.value.values, ...term.values] },
          passage: `${before.passage} … ${words}`,
        });
    }
    return [...stated.values()];
  }
}

/** The names of one kind that stand in the text themselves, in its spelling; each once. */
function wordsIn({ parts }: NeedReading, kind: string, { folded, passage }: FoldedText): string[] {
  const words = parts
    .filter((part) => part.kind === kind && part.conceptId !== null)
    .flatMap(({ text: name }) => {
      const start = folded.indexOf(name);
      return start < 0 ? [] : [passage(start, start + name.length)];
    });
  return [...new Set(words)];
}

/** What stands before the thing in the sentences of brochures: 我司专业从事, 主营, specialised in. */
const LEADS_IN =
  /^.*?(?:(?:从事|生产|制造|加工|提供|经营|主营|研发|供应|产销|致力于|专注于?|specialis\w+ in|specializ\w+ in|manufacturers? of|makes?|produces?|offers?)(?:和|与|及|、|\s)*)+(?:各[类种])?/i;
const CLOSES = /(?:等(?:产品|业务|服务)?|的(?:生产|制造|研发|加工)(?:与?销售)?(?:企业|厂家)?|业务)$/;
const OFFERED: ReadonlySet<string> = new Set(['PRODUCT', 'PROCESS', 'EQUIPMENT', 'SERVICE']);
const TITLE_LENGTH = { min: 2, max: 40 };

function titleIn(text: string, { parts }: NeedReading): string | null {
  const names = parts
    .filter(({ kind, role, conceptId }) => OFFERED.has(kind) && role !== 'APPLICATION' && conceptId !== null)
    .map((part) => part.text);
  const isNamed = (words: string) => names.some((name) => foldText(words).includes(name));
  for (const clause of text.split(/[,，。;；!！\n]|\.\s/)) {
    if (!isNamed(clause) || findQuantities(foldText(clause)).length > 0) continue;
    const after = clause.replace(LEADS_IN, '');
    const title = (isNamed(after) ? after : clause).trim().replace(CLOSES, '').trim();
    if (title.length >= TITLE_LENGTH.min && title.length <= TITLE_LENGTH.max && isNamed(title)) return title;
  }
  return null;
}

/** The lead times of deliveries, those of tools last. */
function leadTimesIn(folded: string): Found<number>[] {
  const before = ({ start }: Found<number>) => folded.slice(Math.max(0, start - AROUND), start);
  const found = findLeadTimes(folded).filter(
    (each) => each.value > 0 && each.value <= MAX_LEAD_TIME_DAYS && !OF_SAMPLES.test(before(each)),
  );
  const others = found.filter((each) => !OF_TOOLS.test(before(each)));
  return others.length > 0 ? others : found;
}

/** A term in the unit of its parameter; null when it cannot be brought there, or nobody would believe it. */
function inOwnUnit(parameter: ConceptParameter, term: ParameterTerm): ParameterTerm | null {
  if (parameter.type !== ParameterType.RANGE) return term.values.length > 0 ? term : null;
  const own = (end: string | null) =>
    end === null ? null : convertAmount(end, term.unit ?? parameter.unit, parameter.unit);
  const [min, max] = [own(term.min), own(term.max)];
  const isBelievable = (end: string) =>
    compareDecimals(end, String(parameter.min)) >= 0 && compareDecimals(end, String(parameter.max)) <= 0;
  const ends = [min, max].filter((end) => end !== null);
  if (ends.length === 0 || !ends.every(isBelievable)) return null;
  if (min !== null && max !== null && compareDecimals(min, max) > 0) return null;
  return { ...term, min, max, unit: parameter.unit };
}

/** Each value once, with the first passage that states it. */
function distinct<T>(stated: readonly Stated<T>[]): Stated<T>[] {
  const first = new Map<string, Stated<T>>();
  for (const each of stated) {
    const key = JSON.stringify(each.value);
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}
