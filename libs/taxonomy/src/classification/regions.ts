import { foldText, type Locale } from '@app/kernel';
import { NameSearch } from '../phrases/name-search.js';
import { bestCover, type PhraseMatch, type PhraseTrie } from '../phrases/phrase-trie.js';
import {
  inDelta,
  indexRegionNames,
  type NamedRegion,
  pathOf,
  readRegionTables,
  type Region,
  type RegionTables,
  shortCode,
} from './region-names.js';

/** A region that a text names; positions are those of the folded text. */
export interface RegionMention {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

type Candidate = PhraseMatch<readonly NamedRegion[]>;

/** What may stand between a region and one inside it: 江苏省 苏州市, 浙江·宁波, Ningbo, Zhejiang. */
const JOINT = /^[\s,，·/\-—()]{0,3}$/;
/** A region's name that goes on like this is a street, a village or a company's doing: 北京东路, 上海路, 南京长江大桥. */
const STREET = /^[东南西北中]?[一二三四五六七八九十]?(?:铁?路|街|大道|弄|巷|村|镇|乡|桥|湾|小区|农场)/;

const COUNTY_DIGITS = 6;
/** A name that says itself that it is a region's. */
const FULL_NAME = /[省市区县]$/;
/** Before a county's short name, or one that begins like the end of another (南桥镇|江海路), a new word must begin. */
const NEW_WORD = /(?:^|[^\p{Script=Han}]|[在于到及和或与从是限仅含如以])$/u;

/** Finds the regions that a folded text names; 江苏省苏州市昆山市 is one mention, of the county. */
export function findRegions(names: PhraseTrie<readonly NamedRegion[]>, folded: string): RegionMention[] {
  const candidates = likelyNames(bestCover(names.findAll(folded)), folded);
  const certain = new Set(
    candidates.flatMap(({ value }) => (value.length === 1 && value[0]?.alone ? [value[0].code] : [])),
  );
  const mentions: RegionMention[] = [];
  for (const candidate of candidates) {
    const before = mentions[mentions.length - 1];
    const joined = before && JOINT.test(folded.slice(before.end, candidate.start)) ? before : undefined;
    const code = meant(candidate, joined?.code, certain);
    if (code === null) continue;
    const inside = joined && (code.startsWith(joined.code) || joined.code.startsWith(code));
    if (!inside) mentions.push({ code, start: candidate.start, end: candidate.end });
    else mentions[mentions.length - 1] = { ...joined, code: longer(code, joined.code), end: candidate.end };
  }
  return mentions;
}

/** The candidates that are not parts of other words: 上海路, 龙固镇, 南桥镇江海路. */
function likelyNames(candidates: readonly Candidate[], folded: string): Candidate[] {
  return candidates.filter(({ value, start, end }, i) => {
    const name = folded.slice(start, end);
    if (FULL_NAME.test(name)) return true;
    if (STREET.test(folded.slice(end, end + 4))) return false;
    const fragile = name.startsWith('镇') || value.every(({ code }) => code.length === COUNTY_DIGITS);
    return !fragile || candidates[i - 1]?.end === start || NEW_WORD.test(folded.slice(0, start));
  });
}

/**
 * Which region a name means: one inside, or around, the region just before it; else one inside a region that the
 * text names for certain; else the only one, the one that bears exactly this name, or the only one in the Delta.
 */
function meant(
  { value }: Candidate,
  before: string | undefined,
  certain: ReadonlySet<string>,
): string | null {
  const codes = value.map(({ code }) => code);
  const near =
    before === undefined ? [] : codes.filter((code) => code.startsWith(before) || before.startsWith(code));
  const within = codes.filter((code) =>
    [...certain].some((other) => other !== code && code.startsWith(other)),
  );
  const alone = value.filter((region) => region.alone);
  const exact = alone.filter((region) => region.exact).map(({ code }) => code);
  const delta = alone.map(({ code }) => code).filter(inDelta);
  return only(near) ?? only(within) ?? only(alone.map(({ code }) => code)) ?? only(exact) ?? only(delta);
}

function only(codes: readonly string[]): string | null {
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}

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
