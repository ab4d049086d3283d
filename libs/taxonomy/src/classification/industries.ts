import { dataFile, type Locale } from '@app/kernel';
import { readFileSync } from 'node:fs';
import { NameSearch } from '../phrases/name-search.js';

/** How fine an industry is: 门类, 大类, 中类, 小类. */
export enum IndustryLevel {
  SECTION = 'SECTION',
  DIVISION = 'DIVISION',
  GROUP = 'GROUP',
  CLASS = 'CLASS',
}

/** A line of the national classification of industries, GB/T 4754-2017; the code is section letter and digits. */
export interface Industry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: IndustryLevel;
  readonly parent: string | null;
}

const LEVEL_BY_LENGTH: Readonly<Record<number, IndustryLevel>> = {
  1: IndustryLevel.SECTION,
  3: IndustryLevel.DIVISION,
  4: IndustryLevel.GROUP,
  5: IndustryLevel.CLASS,
};

/** The classification GB/T 4754-2017: names in both languages and the tree that the codes spell. */
export class Industries {
  private readonly byCode: ReadonlyMap<string, Industry>;
  private readonly byParent = new Map<string | null, Industry[]>();
  private readonly names: NameSearch<Industry>;

  constructor(industries: readonly Industry[]) {
    this.byCode = new Map(industries.map((industry) => [industry.code, industry]));
    for (const industry of industries) {
      const siblings = this.byParent.get(industry.parent);
      if (siblings) siblings.push(industry);
      else this.byParent.set(industry.parent, [industry]);
    }
    this.names = new NameSearch(industries, ({ code, zh, en }) => [zh, en, code]);
  }

  /** The classification as the data file has it. */
  static load(file = dataFile(import.meta.url, 'libs/taxonomy/data/industries.tsv')): Industries {
    const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    return new Industries(lines.map(readIndustry));
  }

  /** An industry by its code (C3392); undefined when there is none. */
  get(code: string): Industry | undefined {
    return this.byCode.get(code);
  }

  /** All industries, in the order of the standard. */
  all(): readonly Industry[] {
    return [...this.byCode.values()];
  }

  /** The name of an industry in a language; the code itself when it is not in the standard. */
  name(code: string, locale: Locale): string {
    return this.byCode.get(code)?.[locale] ?? code;
  }

  /** The industries directly below one, or the sections for null. */
  children(code: string | null): readonly Industry[] {
    return this.byParent.get(code) ?? [];
  }

  /** The codes above an industry, the nearest first; C3392 gives C339, C33, C. */
  ancestors(code: string): string[] {
    const above: string[] = [];
    for (let parent = this.byCode.get(code)?.parent; parent; parent = this.byCode.get(parent)?.parent)
      above.push(parent);
    return above;
  }

  /** The section letter of a code (C3392 gives C); undefined for a code that is not in the standard. */
  section(code: string): string | undefined {
    return this.byCode.has(code) ? code.charAt(0) : undefined;
  }

  /** Whether an industry is the other one or stands above it. */
  contains(outer: string, inner: string): boolean {
    return this.byCode.has(outer) && this.byCode.has(inner) && inner.startsWith(outer);
  }

  /** Industries by a part of their Chinese or English name, or by code. */
  search(text: string, limit: number): Industry[] {
    return this.names.find(text, limit);
  }
}

function readIndustry(line: string): Industry {
  const [code = '', zh = '', en = ''] = line.split('\t');
  const level = LEVEL_BY_LENGTH[code.length];
  if (!level || !zh || !en) throw new Error(`industries.tsv: not an industry: ${line}`);
  return { code, zh, en, level, parent: parentCode(code) };
}

function parentCode(code: string): string | null {
  if (code.length === 1) return null;
  return code.length === 3 ? code.charAt(0) : code.slice(0, -1);
}
