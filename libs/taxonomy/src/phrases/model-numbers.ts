import { dataFile } from '@app/kernel';
import { join } from 'node:path';
import { z } from 'zod';
import { readYamlFile } from './yaml-file.js';

/** A grade or model number in a text, and the concept of the material or thing that it belongs to. */
export interface ModelNumber {
  /** As it stands in the folded text. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly conceptId: string;
}

/** Which numbers belong to a concept. */
export interface ModelNumberRule {
  readonly concept: string;
  readonly examples: readonly string[];
  readonly patterns: readonly string[];
}

const RULES = z.array(
  z.strictObject({
    concept: z.string(),
    examples: z.array(z.string()).min(1),
    patterns: z.array(z.string()).min(1),
  }),
);

/** A stretch of letters and digits with what stands between them in numbers, and the Chinese ending of a steel grade. */
const CANDIDATE = /[a-z0-9](?:[a-z0-9.×*/()-]*[a-z0-9)])?(?:#钢?|号钢?(?!\p{Script=Han}))?/gu;

/** What makes a number before it an amount or a year. */
const AMOUNT = /^\s?[年月件个只台套吨米支片根人元平万条张]/;

/**
 * Grades of materials (6061, 45#, QT500-7) and model numbers of standard parts (6205-2RS, M8×30), by how they are written: what
 * kind of thing a number is, where nobody names the number itself.
 */
export class ModelNumbers {
  private readonly rules: readonly { readonly concept: string; readonly pattern: RegExp }[];

  constructor(rules: readonly ModelNumberRule[]) {
    this.rules = rules.map(({ concept, patterns }) => ({
      concept,
      pattern: new RegExp(`^(?:${patterns.join('|')})$`, 'u'),
    }));
  }

  /** The rules of the data file. */
  static load(folder = dataFile(import.meta.url, 'libs/taxonomy/data')): ModelNumbers {
    return new ModelNumbers(ModelNumbers.rulesIn(folder));
  }

  /** The rules as they stand in the data file; throws where it is not in their form. */
  static rulesIn(folder: string): ModelNumberRule[] {
    return RULES.parse(readYamlFile(join(folder, 'model-numbers.yaml')));
  }

  /** The numbers of a folded text that belong to a known concept, in order. */
  findAll(folded: string): ModelNumber[] {
    return [...folded.matchAll(CANDIDATE)].flatMap(({ 0: words, index: start }) => {
      if (!/\d/.test(words) || AMOUNT.test(folded.slice(start + words.length))) return [];
      const rule = this.rules.find(({ pattern }) => pattern.test(words));
      return rule ? [{ words, start, end: start + words.length, conceptId: rule.concept }] : [];
    });
  }
}
