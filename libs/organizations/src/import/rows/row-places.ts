import type { Industries, Regions } from '@app/taxonomy';
import { foldText } from '@app/kernel';

const MAX_SEEN = 20_000;
/** Says of a place only that it is a district or a county of the city before it. */
const FILLER = /^(?:市辖区|县|城区|省直辖县级行政区划|自治区直辖县级行政区划|-+|\/|无)$/;
/** An address that begins with what looks like a province or a city. */
const BEGINS_WITH_PLACE = /^[\p{Script=Han}]{2,6}?[省市]/u;
/** The end of a place that a list of codes would have; zones and parks are none. */
const PLACE =
  /[\p{Script=Han}]+(?:省|市|自治州|地区|县|(?<!开发|高新|园|新|保税|管理|示范|集聚|风景名胜|自贸|商务)区)/u;

/** A place as stated cells name it, and the first cell (by its number) that names none or another one. */
export interface StatedPlace {
  readonly code: string | null;
  readonly unknown: number | null;
}

/** Finds the regions that cells of a list name, and remembers them: lists repeat the same few places. */
export class PlaceReader {
  private readonly places = new Map<string, StatedPlace>();
  private readonly found = new Map<string, string | null>();

  constructor(private readonly regions: Regions) {}

  /** The most specific region that cells name together, each within what those before it name. */
  findStatedPlace(cells: readonly string[]): StatedPlace {
    const key = cells.join('\u0000');
    let place = this.places.get(key);
    if (!place) {
      if (this.places.size > MAX_SEEN) this.places.clear();
      this.places.set(key, (place = this.narrow(cells)));
    }
    return place;
  }

  /** The region that a text names; null when it names none. */
  findPlace(text: string): string | null {
    if (text === '') return null;
    let code = this.found.get(text);
    if (code === undefined) {
      if (this.found.size > MAX_SEEN) this.found.clear();
      this.found.set(text, (code = this.regions.find(text)));
    }
    return code;
  }

  /** The province or city at the beginning of an address that is none; null when there is no such thing. */
  findUnknownPlace(address: string): string | null {
    const [place] = BEGINS_WITH_PLACE.exec(address) ?? [];
    return place !== undefined && this.findPlace(place) === null && this.findPlace(address) === null
      ? place
      : null;
  }

  private narrow(cells: readonly string[]): StatedPlace {
    let code: string | null = null;
    let text = '';
    let unknown: number | null = null;
    for (const [at, cell] of cells.entries()) {
      if (cell === '' || FILLER.test(cell)) continue;
      const own = this.regions.get(cell)?.code ?? this.regions.find(cell);
      const joined = this.regions.find(text + cell);
      const next: string | null =
        joined !== null && (code === null || joined.startsWith(code)) ? joined : code;
      const inside: boolean = own !== null && (code === null || own.startsWith(code) || code.startsWith(own));
      const narrowed: string | null =
        inside && own !== null && (next === null || own.startsWith(next)) ? own : next;
      if ((narrowed === code && !inside) || this.leavesPlace(text, cell)) unknown ??= at;
      if (narrowed !== code) text += cell;
      code = narrowed;
    }
    return { code, unknown };
  }

  /** Whether a cell also names an unknown place: 浙江省火星市. */
  private leavesPlace(before: string, cell: string): boolean {
    const whole = foldText(before + cell);
    let rest = '';
    let end = 0;
    for (const mention of this.regions.findAll(whole)) {
      rest += `${whole.slice(end, mention.start)} `;
      end = mention.end;
    }
    return (rest + whole.slice(end))
      .split(/[\s,，·/\-—()]+/)
      .some((piece) => piece !== '市辖区' && PLACE.test(piece));
  }
}

/** Finds industries by the names and codes of GB/T 4754 as lists write them. */
export class IndustryReader {
  private readonly codes = new Map<string, string>();
  private readonly stems = new Map<string, string | null>();
  private readonly found = new Map<string, string | null>();

  constructor(private readonly industries: Industries) {
    for (const { code, zh, en } of industries.all()) {
      for (const name of [zh, en, code, code.slice(1)].map(foldText))
        if (name !== '' && !this.codes.has(name)) this.codes.set(name, code);
      const stem = stemOf(foldText(zh));
      if (NO_INDUSTRY.test(stem)) continue;
      const known = this.stems.get(stem);
      this.stems.set(
        stem,
        known === undefined || (known !== null && code.startsWith(known)) ? (known ?? code) : null,
      );
    }
  }

  /** The code of an industry by code, name, or both (C3392, 汽车制造业, 制造业-通用设备制造业); null when there is none. */
  findIndustry(text: string): string | null {
    let code = this.found.get(text);
    if (code === undefined) {
      if (this.found.size > MAX_SEEN) this.found.clear();
      this.found.set(text, (code = this.read(text)));
    }
    return code;
  }

  private read(text: string): string | null {
    const folded = foldText(text);
    const whole = this.named(folded);
    if (whole) return whole;
    let found: string | null = null;
    for (const piece of folded.split(/[>\-—–/|·:：\s]+/).filter(Boolean)) {
      const code = this.named(piece);
      if (code === null || (found !== null && !this.industries.contains(found, code))) return null;
      found = code;
    }
    return found;
  }

  private named(text: string): string | null {
    const [, code, name = ''] = /^([a-t]?\d{2,4}|[a-t](?=[^a-z]))\s*(.+)$/.exec(text) ?? [];
    if (code !== undefined && /^[^\d]/.test(name)) return this.codes.get(code) ?? null;
    return this.codes.get(text) ?? this.stems.get(stemOf(text)) ?? null;
  }
}

/** Too little to say which industry it is. */
const NO_INDUSTRY = /^(?:其他|其它)?$/;

function stemOf(name: string): string {
  return name.replace(/(?:制造业|制造|行业|业)$/, '');
}
