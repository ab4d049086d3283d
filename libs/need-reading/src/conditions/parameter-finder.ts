import { foldText } from '@app/kernel';
import {
  type ConceptParameter,
  ConceptVocabulary,
  type ParameterTerm,
  ParameterType,
  unitRatio,
} from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { AskedParameter } from '../need-reading.js';
import { NUMBER_PATTERN, parseChineseNumber } from '../words/chinese-number.js';
import type { Found } from '../words/spans.js';

interface NamedValue {
  readonly parameterId: string;
  readonly value: string;
}

/** A pattern that matches one of the texts, longer ones first. */
function alternatives(texts: readonly string[], pattern: (text: string) => string = escape): string {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return longestFirst.map(pattern).join('|') || '(?!)';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A name where it begins a word: Ra is none in 5.2era. */
function wholeName(name: string): string {
  return (/^[a-z]/.test(name) ? '(?<![a-z0-9])' : '') + escape(name);
}

/** A further name. One of two characters is a part of another name behind a third one: 公差 in 形位公差 is not that of a size. */
function furtherName(name: string): string {
  return (/^\p{Script=Han}{1,2}$/u.test(name) ? '(?<!(?!的)\\p{Script=Han})' : '') + wholeName(name);
}

/** A unit as it is written behind a figure: kg, m3/h, n·m, 公斤, 吨. */
const UNIT =
  '(?:公斤|千克|毫克|毫米|厘米|微米|纳米|毫升|千瓦|兆瓦|兆帕|千帕|千伏|毫安|马力|吨|米|克|升|巴|瓦|伏|安|[a-zμ°%ω][a-zμ°%ω·/]{0,5}(?:[23](?!\\d))?(?:/[a-z]{1,3})?)';

const LATIN_OR_DIGIT = /[a-z0-9]/;

/** A figure, or a range of two: 2.5, 58–62, 10~20, 30至50. */
const AMOUNTS = `(?<amount>${NUMBER_PATTERN})(?:\\s*[-–—~至到]\\s*(?<upper>${NUMBER_PATTERN}))?`;
/** What may stand between a name and its figure. */
const RELATION =
  '(?<relation>(?:[约为:：\\s≤≥<>±在]|\\+/-|不[超大小低]?[过于]|[小大高低]于|最[大小高]|可?达到?|可?控制|保证|within|up to|of){0,6})';
/** What may stand behind a figure and its unit and bound it. */
const BOUND = '(?<bound>\\s*(?:及?以[下内上]|or (?:less|more)))?';
/** A figure before these is a count or the side of an area, and no figure of the parameter named before it. */
const OTHER_THING = /^\s*[级轴个件只套台次层道种×x*]/;
/** A tolerance that no word names: what stands before it is no other figure or name. */
const BARE_TOLERANCE = new RegExp(
  `(?<=^|[,。;、:(\\s]|尺寸|[达为在])(?<relation>±|\\+/-)\\s*(?<amount>${NUMBER_PATTERN})\\s*(?<unit>${UNIT})`,
  'gu',
);
const TOLERANCE = 'tolerance';

const AT_MOST = /[≤<]|不超过|不[大高]于|小于|低于|最大|up to|within|以[下内]|less/;
const AT_LEAST = /[≥>]|不[小低]于|大于|高于|最小|以上|more/;

/** The ends that a figure has by the words around it: 不超过80kg has an upper end only. */
function endsOf(min: string, max: string, words: string): Pick<AskedParameter, 'min' | 'max'> {
  if (min !== max) return { min, max };
  if (AT_MOST.test(words.replace(/不[小低]于/g, ''))) return { max };
  return AT_LEAST.test(words.replace(/不[大高]于/g, '')) ? { min } : { min, max };
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** Finds grades of typed parameters in words: CT5, ADC12, IT7, G2.5. Only values with a letter and a digit are sure enough. */
@Injectable()
export class ParameterFinder {
  private readonly values = new Map<string, NamedValue>();
  private readonly pattern: RegExp;
  private readonly ranges = new Map<string, { id: string; unit: string }>();
  private readonly figures: RegExp;
  /** Figures of a scale that names its parameter, as those of hardness do: 58-62hrc, hrc58-62. */
  private readonly scaled: readonly RegExp[];

  constructor(vocabulary: ConceptVocabulary) {
    const scales = new Map<string, { id: string; unit: string }>();
    const further = new Set<string>();
    for (const parameter of vocabulary.allParameters()) {
      if (parameter.type === ParameterType.RANGE) {
        const [name, unit] = [foldText(parameter.zh), foldText(parameter.unit)];
        this.ranges.set(name, { id: parameter.id, unit: parameter.unit });
        for (const other of (parameter.also ?? []).map(foldText)) {
          this.ranges.set(other, { id: parameter.id, unit: parameter.unit });
          further.add(other);
        }
        if (unit && name.endsWith(` ${unit}`)) scales.set(unit, { id: parameter.id, unit: parameter.unit });
        continue;
      }
      for (const value of parameter.values) {
        const folded = foldText(value);
        if (/[a-z]/.test(folded) && /\d/.test(folded) && folded.length >= 3)
          this.values.set(folded, { parameterId: parameter.id, value });
      }
    }
    this.pattern = new RegExp(alternatives([...this.values.keys()]), 'g');
    this.figures = new RegExp(
      `(?<!重复)(?<name>${alternatives([...this.ranges.keys()], (name) => (further.has(name) ? furtherName(name) : wholeName(name)))})${RELATION}${AMOUNTS}\\s*(?<unit>${UNIT}?)${BOUND}`,
      'gu',
    );
    const scale = alternatives([...scales.keys()]);
    this.scaled = [
      new RegExp(`(?<![a-z0-9])(?<name>${scale})${RELATION}${AMOUNTS}(?![a-z0-9.])`, 'gu'),
      new RegExp(`(?<![a-z0-9.])${AMOUNTS}\\s*(?<name>${scale})(?![a-z0-9])`, 'gu'),
    ];
    for (const [name, parameter] of scales) this.ranges.set(name, parameter);
  }

  /**
   * The figures that a folded text names by their parameter: 单件重量80kg, 壁厚2–3mm, 58–62HRC, 公差±0.02mm, Ra≤1.6. A bare
   * ±0.02mm is a tolerance where nothing before it says of what else.
   */
  findFigures(folded: string): Found<AskedParameter>[] {
    const found: RegExpExecArray[] = [];
    for (const pattern of [this.figures, ...this.scaled, BARE_TOLERANCE])
      for (const match of folded.matchAll(pattern))
        if (
          this.isFigure(match, folded) &&
          !found.some((other) => other.index < endOf(match) && match.index < endOf(other))
        )
          found.push(match);
    return found.flatMap((match) => this.figureIn(match));
  }

  /** Whether a figure belongs to the name before it: 精度6级 is a grade, 外形尺寸200×100 the sides of an area. */
  private isFigure(match: RegExpExecArray, folded: string): boolean {
    const { unit, name = '' } = match.groups ?? {};
    if (unit) return true;
    const [behind] = OTHER_THING.exec(folded.slice(endOf(match))) ?? [];
    return behind === undefined || behind.trim() === this.ranges.get(name)?.unit;
  }

  private figureIn(match: RegExpExecArray): Found<AskedParameter>[] {
    const { name, amount = '', upper = '', unit: written, relation = '', bound = '' } = match.groups ?? {};
    const parameter = name === undefined ? { id: TOLERANCE, unit: 'mm' } : this.ranges.get(name);
    const min = parseChineseNumber(amount);
    if (!parameter || min === null) return [];
    // ±2 % and ±1 ℃ are no tolerances of a size.
    if (parameter.id === TOLERANCE && written && unitRatio(written, parameter.unit) === null) return [];
    const ends = endsOf(min, parseChineseNumber(upper) ?? min, `${relation} ${bound}`);
    const value = { parameterId: parameter.id, ...ends, unit: unitOf(written, parameter.unit) };
    return [{ start: match.index, end: endOf(match), value }];
  }

  /** The grades in a folded text, one wish per parameter. */
  findGrades(folded: string): Found<AskedParameter>[] {
    const wishes = new Map<string, Found<AskedParameter>>();
    for (const { start, end, value } of this.findEachGrade(folded)) {
      const before = wishes.get(value.parameterId)?.value.values ?? [];
      const values = [...before, ...(value.values ?? [])];
      wishes.set(value.parameterId, { start, end, value: { parameterId: value.parameterId, values } });
    }
    return [...wishes.values()];
  }

  /** Every grade that a folded text names, each where it stands. */
  findEachGrade(folded: string): Found<AskedParameter>[] {
    return [...folded.matchAll(this.pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const cutOff =
        LATIN_OR_DIGIT.test(folded[match.index - 1] ?? '') || LATIN_OR_DIGIT.test(folded[end] ?? '');
      const named = this.values.get(match[0]);
      if (cutOff || !named) return [];
      const value = { parameterId: named.parameterId, values: [named.value] };
      return [{ start: match.index, end, value }];
    });
  }
}

/** The unit as it is written; the parameter's own where none is, or where it is written in other letters. */
function unitOf(written: string | undefined, own: string): string {
  return !written || written === foldText(own) ? own : written;
}

/** What a supplier offers who names a figure or grade: where one figure is the end of what it can do, all up to there. */
export function offeredOf(parameter: ConceptParameter | undefined, named: AskedParameter): ParameterTerm {
  const { parameterId, min = null, max = null, unit = null, values = [] } = named;
  const single = min ?? max;
  const reach = parameter?.type === ParameterType.RANGE ? parameter.reach : undefined;
  if (reach === undefined || (min !== null && max !== null && min !== max))
    return { parameterId, min, max, unit, values };
  return reach === 'LOWER'
    ? { parameterId, min: single, max: null, unit, values }
    : { parameterId, min: null, max: single, unit, values };
}
