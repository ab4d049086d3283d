import { foldText } from '@app/kernel';
import { ConceptVocabulary, ParameterType } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { NUMBER_PATTERN, parseChineseNumber } from './chinese-number.js';
import type { AskedParameter } from './need-description.js';
import type { Found } from './quantity-conditions.js';

interface NamedValue {
  readonly parameterId: string;
  readonly value: string;
}

/** A pattern that matches one of the texts, longer ones first. */
function alternatives(texts: readonly string[]): string {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '(?!)';
}

/** A unit as it is written behind a figure: kg, m3/h, n·m, 公斤, 吨. */
const UNIT =
  '(?:公斤|千克|毫克|毫米|厘米|微米|纳米|毫升|千瓦|兆瓦|兆帕|千帕|千伏|毫安|马力|吨|米|克|升|巴|瓦|伏|安|[a-zμ°%ω][a-zμ°%ω·/]{0,5}(?:[23](?!\\d))?(?:/[a-z]{1,3})?)';

const LATIN_OR_DIGIT = /[a-z0-9]/;

/** A figure, or a range of two: 2.5, 58–62, 10~20, 30至50. */
const AMOUNTS = `(?<amount>${NUMBER_PATTERN})(?:\\s*[-–—~至到]\\s*(?<upper>${NUMBER_PATTERN}))?`;
/** What may stand between a name and its figure. */
const RELATION = '[约为:\\s≤≥<>不超过小大于]*';

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
    for (const parameter of vocabulary.allParameters()) {
      if (parameter.type === ParameterType.RANGE) {
        const [name, unit] = [foldText(parameter.zh), foldText(parameter.unit)];
        this.ranges.set(name, { id: parameter.id, unit: parameter.unit });
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
      `(?<name>${alternatives([...this.ranges.keys()])})${RELATION}${AMOUNTS}\\s*(?<unit>${UNIT}?)`,
      'gu',
    );
    const scale = alternatives([...scales.keys()]);
    this.scaled = [
      new RegExp(`(?<![a-z0-9])(?<name>${scale})${RELATION}${AMOUNTS}(?![a-z0-9.])`, 'gu'),
      new RegExp(`(?<![a-z0-9.])${AMOUNTS}\\s*(?<name>${scale})(?![a-z0-9])`, 'gu'),
    ];
    for (const [name, parameter] of scales) this.ranges.set(name, parameter);
  }

  /** The figures that a folded text names by their parameter: 单件重量80kg, 壁厚2–3mm, 58–62HRC. */
  findFigures(folded: string): Found<AskedParameter>[] {
    const found: RegExpExecArray[] = [];
    for (const pattern of [this.figures, ...this.scaled])
      for (const match of folded.matchAll(pattern))
        if (!found.some((other) => other.index < endOf(match) && match.index < endOf(other)))
          found.push(match);
    return found.flatMap((match) => {
      const { name = '', amount = '', upper = '', unit } = match.groups ?? {};
      const parameter = this.ranges.get(name);
      const min = parseChineseNumber(amount);
      if (!parameter || min === null) return [];
      const max = parseChineseNumber(upper) ?? min;
      const value = { parameterId: parameter.id, min, max, unit: unit || parameter.unit };
      return [{ start: match.index, end: endOf(match), value }];
    });
  }

  /** The grades in a folded text, one wish per parameter. */
  findGrades(folded: string): Found<AskedParameter>[] {
    const wishes = new Map<string, Found<AskedParameter>>();
    for (const match of folded.matchAll(this.pattern)) {
      const end = match.index + match[0].length;
      const cutOff =
        LATIN_OR_DIGIT.test(folded[match.index - 1] ?? '') || LATIN_OR_DIGIT.test(folded[end] ?? '');
      const named = this.values.get(match[0]);
      if (cutOff || !named) continue;
      const before = wishes.get(named.parameterId)?.value.values ?? [];
      wishes.set(named.parameterId, {
        start: match.index,
        end,
        value: { parameterId: named.parameterId, values: [...before, named.value] },
      });
    }
    return [...wishes.values()];
  }
}
