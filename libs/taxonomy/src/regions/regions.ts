import { foldText, type Locale } from '@app/kernel';
import { NameSearch } from '../phrases/name-search.js';
import type { PhraseTrie } from '../phrases/phrase-trie.js';
import { findRegions, type RegionMention } from './region-finder.js';
import { indexRegionNames, type NamedRegion, readRegionTables, type RegionTables } from './region-names.js';
import { pathOf, type Region, shortCode } from './region.js';

/**
 * The administrative regions of GB/T 2260, the Delta's four provinces first. A code may be given padded (320500) or
 * short (3205); the short form is ours.
 */
export class Regions {
  private readonly byCode: ReadonlyMap<string, Region>;
  private readonly byParent = new Map<string | null, Region[]>();
  private readonly names: PhraseTrie<readonly NamedRegion[]>;
  private readonly nameSearch: NameSearch<Region>;

  constructor(tables: RegionTables) {
    this.byCode = new Map(tables.regions.map((region) => [region.code, region]));
    for (const region of tables.regions) {
      const siblings = this.byParent.get(region.parent);
      if (siblings) siblings.push(region);
      else this.byParent.set(region.parent, [region]);
    }
    this.names = indexRegionNames(tables);
    this.nameSearch = new NameSearch(tables.regions, ({ code, zh, en }) => [zh, en, code]);
  }

  /** The regions as the code table and the data file have them. */
  static load(): Regions {
    return new Regions(readRegionTables());
  }

  /** A region by its code; undefined when there is none. */
  get(code: string): Region | undefined {
    return this.byCode.get(shortCode(code));
  }

  /** The name of a region in a language; the code itself when it is unknown. */
  name(code: string, locale: Locale): string {
    return this.get(code)?.[locale] ?? code;
  }

  /** The regions directly inside one, or the provinces for null. */
  children(code: string | null): readonly Region[] {
    return this.byParent.get(code === null ? null : shortCode(code)) ?? [];
  }

  /** The codes of province, city and county, down to the region itself; empty for an unknown code. */
  path(code: string): string[] {
    const region = this.get(code);
    return region ? pathOf(region.code) : [];
  }

  /** Whether a region is the other one or lies around it. */
  contains(outer: string, inner: string): boolean {
    const [around, inside] = [this.get(outer), this.get(inner)];
    return around !== undefined && inside !== undefined && inside.code.startsWith(around.code);
  }

  /** Every region that a text names (省、市、县 in a row are one); positions are those of the folded text. */
  findAll(text: string): RegionMention[] {
    return findRegions(this.names, foldText(text));
  }

  /**
   * The code of the region that a text or an address names: the first one, as narrowly as the text says it (上海 …
   * 闵行 is 闵行; a 义乌商城 in 合肥 is in 合肥); null when none is named.
   */
  find(text: string): string | null {
    const [first, ...others] = this.findAll(text).map(({ code }) => code);
    return others.reduce((found, code) => (found && code.startsWith(found) ? code : found), first ?? null);
  }

  /** Regions by a part of their Chinese or English name, or by code. */
  search(text: string, limit: number): Region[] {
    return this.nameSearch.find(text, limit);
  }
}
