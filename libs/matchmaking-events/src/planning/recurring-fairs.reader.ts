import { BadInputError, dataFile } from '@app/kernel';
import { Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { FairFrequency } from './series.enums.js';

const fair = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  zh: z.string(),
  en: z.string(),
  region: z.string(),
  venue: z.string(),
  months: z.array(z.number().int().min(1).max(12)).min(1),
  every: z.enum(FairFrequency),
  years: z.enum(['ODD', 'EVEN']).optional(),
  industries: z.array(z.string()).min(1),
});

/** A well-known fair that comes again: its name, place and usual months, never an invented date. */
export type RecurringFair = z.output<typeof fair>;

/** What the list of recurring fairs is narrowed to. */
interface FairFilter {
  readonly month?: number | null;
  /** GB/T 2260; everything inside belongs to it. */
  readonly regionCode?: string | null;
  /** GB/T 4754; narrower and broader industries fit alike. */
  readonly industryCode?: string | null;
}

const FILE = 'libs/matchmaking-events/data/recurring-fairs.yaml';

/** The recurring fairs of the Delta, reviewed data that comes with the program. */
@Injectable()
export class RecurringFairsReader {
  /** By their first usual month, then by id. */
  readonly all: readonly RecurringFair[];

  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
  ) {
    const text = readFileSync(dataFile(import.meta.url, FILE), 'utf8');
    const { fairs } = z.strictObject({ fairs: z.array(fair) }).parse(parse(text));
    this.all = fairs.map((one) => this.checked(one)).sort(byMonth);
    if (new Set(fairs.map(({ id }) => id)).size < fairs.length) throw new Error('two fairs have one id');
  }

  /** Those that fit; throws UNKNOWN_REGION and UNKNOWN_INDUSTRY. */
  findFairs({ month, regionCode, industryCode }: FairFilter): RecurringFair[] {
    const region = regionCode ? this.regions.get(regionCode)?.code : null;
    if (region === undefined)
      throw new BadInputError('UNKNOWN_REGION', { code: regionCode!.slice(0, 20) }, ['regionCode']);
    if (industryCode && !this.industries.get(industryCode))
      throw new BadInputError('UNKNOWN_INDUSTRY', { code: industryCode.slice(0, 20) }, ['industryCode']);
    return this.all.filter(
      (one) =>
        (!month || one.months.includes(month)) &&
        (!region || this.regions.get(one.region)!.code.startsWith(region)) &&
        (!industryCode || one.industries.some((code) => related(code, industryCode))),
    );
  }

  private checked(one: RecurringFair): RecurringFair {
    const unknown = one.industries.find((code) => !this.industries.get(code));
    if (unknown || !this.regions.get(one.region)) throw new Error(`${FILE}: ${one.id} names an unknown code`);
    return one;
  }
}

function related(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function byMonth(a: RecurringFair, b: RecurringFair): number {
  return Math.min(...a.months) - Math.min(...b.months) || (a.id < b.id ? -1 : 1);
}
