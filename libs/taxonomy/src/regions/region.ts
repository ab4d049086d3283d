/** How fine a region is: 省, 市, 县. */
export enum RegionLevel {
  PROVINCE = 'PROVINCE',
  CITY = 'CITY',
  COUNTY = 'COUNTY',
}

/** A region of GB/T 2260; the code has two digits for a province, four for a city, six for a county. */
export interface Region {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
}

/** The provinces of the Yangtze River Delta. */
export const DELTA_PROVINCES: readonly string[] = ['31', '32', '33', '34'];

/** Whether a region lies in the Yangtze River Delta. */
export function inDelta(code: string): boolean {
  return DELTA_PROVINCES.includes(code.slice(0, 2));
}

/** The code without the padding zeros of its six-digit form: 320000 is 32, 320500 is 3205. */
export function shortCode(code: string): string {
  const digits = code.trim();
  if (!/^\d{6}$/.test(digits)) return digits;
  if (digits.endsWith('0000')) return digits.slice(0, 2);
  return digits.endsWith('00') ? digits.slice(0, 4) : digits;
}

/** The codes from the province down to the region itself. */
export function pathOf(code: string): string[] {
  return [2, 4, 6].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

const LEVELS: Readonly<Record<number, RegionLevel>> = {
  2: RegionLevel.PROVINCE,
  4: RegionLevel.CITY,
  6: RegionLevel.COUNTY,
};

/** A region from its code and names. */
export function makeRegion(code: string, zh: string, english: () => string): Region {
  const level = LEVELS[code.length];
  if (!level) throw new Error(`not a region code: ${code}`);
  return new RegionRow(code, zh, level, code.length > 2 ? code.slice(0, -2) : null, english);
}

/** Spelling out a name costs time, and few of three thousand are ever asked for in English. */
class RegionRow implements Region {
  private spelled: string | undefined;

  constructor(
    readonly code: string,
    readonly zh: string,
    readonly level: RegionLevel,
    readonly parent: string | null,
    private readonly english: () => string,
  ) {}

  get en(): string {
    return (this.spelled ??= this.english());
  }
}
