import { foldText } from '@app/kernel';
import { PhraseTrie } from '../phrases/phrase-trie.js';
import { inDelta, type Region, RegionLevel } from './region.js';
import type { RegionTables } from './region-tables.js';

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

/** Districts far away have names like 东区 and 城北区: beside an address of the Delta they count only after their city. */
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
