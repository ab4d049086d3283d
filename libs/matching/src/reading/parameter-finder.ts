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

/** Finds grades of typed parameters in words: CT5, ADC12, IT7, G2.5. Only values with a letter and a digit are sure enough. */
@Injectable()
export class ParameterFinder {
  private readonly values = new Map<string, NamedValue>();
  private readonly pattern: RegExp;
  private readonly ranges = new Map<string, { id: string; unit: string }>();
  private readonly figures: RegExp;

  constructor(vocabulary: ConceptVocabulary) {
    for (const parameter of vocabulary.allParameters()) {
      if (parameter.type === ParameterType.RANGE) {
        this.ranges.set(foldText(parameter.zh), { id: parameter.id, unit: parameter.unit });
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
      `(?<name>${alternatives([...this.ranges.keys()])})[约为:\\s≤≥<>不超过小大于]*(?<amount>${NUMBER_PATTERN})\\s*(?<unit>${UNIT}?)`,
      'gu',
    );
  }

  /** The figures that a folded text names by their parameter: 单件重量80kg, 壁厚 2.5mm. */
  findFigures(folded: string): Found<AskedParameter>[] {
    return [...folded.matchAll(this.figures)].flatMap((match) => {
      const parameter = this.ranges.get(match.groups?.['name'] ?? '');
      const value = parseChineseNumber(match.groups?.['amount'] ?? '');
      if (!parameter || value === null) return [];
      const unit = match.groups?.['unit'] || parameter.unit;
      return [
        {
          start: match.index,
          end: match.index + match[0].length,
          value: { parameterId: parameter.id, min: value, max: value, unit },
        },
      ];
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
