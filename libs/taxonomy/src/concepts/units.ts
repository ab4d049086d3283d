import type { Decimal } from '@app/kernel';
import Big from 'big.js';

/** How many of a base unit one unit is: an exact quotient of decimals. */
export interface UnitFactor {
  readonly base: string;
  readonly numerator: string;
  readonly denominator: string;
}

type Row = readonly [names: string, numerator: string, denominator?: string];

/**
 * Units by base unit, with their names as they are written in China and in data sheets, apart by blanks. Names are NFKC
 * (m² is m2). SI units and prefixes: GB 3100-1993 (ISO 1000); units beside the SI and their exact factors: GB 3100-1993
 * table 3 and the international yard and pound (1 in = 25.4 mm, 1 lb = 0.45359237 kg); kgf by standard gravity
 * 9.80665 m/s² (GB 3102.3-1993). Pieces, sets and machines are each counted as themselves: a set is not a piece.
 */
const TABLE: Readonly<Record<string, readonly Row[]>> = {
  piece: [
    ['件 个 只 支 根 片 颗 粒 块 pcs pieces piece', '1'],
    ['万件 万只 万个 万支 万片', '10000'],
  ],
  set: [
    ['套 副 sets set', '1'],
    ['万套', '10000'],
  ],
  machine: [['台 辆', '1']],
  kg: [
    ['kg 公斤 千克', '1'],
    ['t 吨 公吨', '1000'],
    ['万吨', '10000000'],
    ['g 克', '1', '1000'],
    ['mg 毫克', '1', '1000000'],
    ['斤', '1', '2'],
    ['lb', '0.45359237'],
  ],
  m: [
    ['m 米', '1'],
    ['km 公里 千米', '1000'],
    ['万米', '10000'],
    ['dm 分米', '1', '10'],
    ['cm 厘米', '1', '100'],
    ['mm 毫米', '1', '1000'],
    ['μm um 微米', '1', '1000000'],
    ['nm 纳米', '1', '1000000000'],
    ['in inch 英寸', '0.0254'],
  ],
  m2: [
    ['m2 平方米', '1'],
    ['万平方米', '10000'],
    ['cm2 平方厘米', '1', '10000'],
    ['mm2 平方毫米', '1', '1000000'],
  ],
  m3: [
    ['m3 立方米 方', '1'],
    ['l 升', '1', '1000'],
    ['ml 毫升', '1', '1000000'],
    ['cm3', '1', '1000000'],
  ],
  Pa: [
    ['Pa 帕', '1'],
    ['kPa 千帕', '1000'],
    ['MPa mpa 兆帕 N/mm2', '1000000'],
    ['GPa', '1000000000'],
    ['bar 巴', '100000'],
    ['mbar hPa', '100'],
    ['kgf/cm2 公斤/cm2', '98066.5'],
    ['psi', '4.4482216152605', '0.00064516'],
    ['atm', '101325'],
  ],
  W: [
    ['W 瓦', '1'],
    ['kW 千瓦', '1000'],
    ['MW 兆瓦', '1000000'],
    ['GW', '1000000000'],
    ['mW 毫瓦', '1', '1000'],
    ['hp', '745.69987158227022'],
    ['马力', '735.49875'],
  ],
  VA: [
    ['VA', '1'],
    ['kVA', '1000'],
    ['MVA', '1000000'],
  ],
  J: [
    ['J 焦', '1'],
    ['kJ 千焦', '1000'],
    ['MJ', '1000000'],
    ['Wh', '3600'],
    ['kWh 度 千瓦时', '3600000'],
    ['MWh', '3600000000'],
  ],
  N: [
    ['N 牛', '1'],
    ['kN 千牛', '1000'],
    ['kgf', '9.80665'],
    ['tf', '9806.65'],
  ],
  'N·m': [
    ['N·m Nm N.m 牛米', '1'],
    ['kN·m', '1000'],
    ['mN·m', '1', '1000'],
  ],
  V: [
    ['V 伏', '1'],
    ['kV 千伏', '1000'],
    ['mV 毫伏', '1', '1000'],
  ],
  A: [
    ['A 安', '1'],
    ['kA 千安', '1000'],
    ['mA 毫安', '1', '1000'],
  ],
  Ah: [
    ['Ah 安时', '1'],
    ['mAh 毫安时', '1', '1000'],
  ],
  Hz: [
    ['Hz 赫兹', '1'],
    ['kHz 千赫', '1000'],
    ['MHz 兆赫', '1000000'],
    ['GHz', '1000000000'],
  ],
  s: [
    ['s 秒', '1'],
    ['min 分钟', '60'],
    ['h 小时', '3600'],
    ['d 天', '86400'],
  ],
  'r/min': [
    ['r/min rpm 转 转/分 转/min', '1'],
    ['r/s', '60'],
  ],
  'kg/s': [
    ['kg/s', '1'],
    ['kg/h', '1', '3600'],
    ['t/h 吨/小时', '1000', '3600'],
    ['t/d 吨/天 吨/日', '1000', '86400'],
  ],
  'm3/s': [
    ['m3/s', '1'],
    ['m3/h 立方米/小时 方/小时', '1', '3600'],
    ['m3/min', '1', '60'],
    ['m3/d 立方米/天', '1', '86400'],
    ['l/min', '1', '60000'],
  ],
  'kg/m3': [
    ['kg/m3 g/l', '1'],
    ['g/cm3', '1000'],
  ],
  'kg/m2': [
    ['kg/m2', '1'],
    ['g/m2 克/平方米', '1', '1000'],
  ],
  'Pa·s': [
    ['Pa·s', '1'],
    ['mPa·s cP', '1', '1000'],
  ],
  Ω: [
    ['Ω', '1'],
    ['kΩ', '1000'],
    ['MΩ', '1000000'],
    ['mΩ', '1', '1000'],
  ],
};

/** A unit's name in the form in which it is looked up. */
export function unitName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function factors(): Map<string, UnitFactor> {
  const known = new Map<string, UnitFactor>();
  for (const [base, rows] of Object.entries(TABLE))
    for (const [names, numerator, denominator = '1'] of rows)
      for (const name of names.split(' ')) known.set(unitName(name), { base, numerator, denominator });
  return known;
}

/** Every unit by its name. */
export const UNIT_FACTORS: ReadonlyMap<string, UnitFactor> = factors();

/**
 * Names in small letters, as folded texts have them (kw, mpa). What small letters leave open is not among them: mw is a
 * milliwatt or a megawatt.
 */
const IN_SMALL_LETTERS = smallLetters();

function smallLetters(): Map<string, UnitFactor | null> {
  const known = new Map<string, UnitFactor | null>();
  for (const [name, factor] of UNIT_FACTORS) {
    const small = name.toLowerCase();
    const other = known.get(small);
    const same = other === undefined || (other?.base === factor.base && ratio(other, factor).eq(1));
    known.set(small, same ? factor : null);
  }
  // In the trade's texts a pressure in "mpa" is never a thousandth of a pascal.
  known.set('mpa', UNIT_FACTORS.get('MPa')!);
  return known;
}

function factorOf(unit: string): UnitFactor | null {
  const name = unitName(unit);
  return UNIT_FACTORS.get(name) ?? IN_SMALL_LETTERS.get(name.toLowerCase()) ?? null;
}

/** How many of the second unit one of the first is; both have one base. */
function ratio(from: UnitFactor, to: UnitFactor): Big {
  return new Big(from.numerator).times(to.denominator).div(new Big(from.denominator).times(to.numerator));
}

/** How many of the asked unit one of the offered unit is, as a floating-point ratio; null when they cannot be compared. */
export function unitRatio(offered: string, asked: string): number | null {
  if (offered === asked) return 1;
  const [from, to] = [factorOf(offered), factorOf(asked)];
  return from && to && from.base === to.base ? ratio(from, to).toNumber() : null;
}

/**
 * Compares two amounts exactly, whatever their units: -1, 0 or 1, and null when the units cannot be compared. 1000 kg and
 * 1 t are equal, so are 16 bar and 1.6 MPa.
 */
export function compareAmounts(
  a: { readonly amount: Decimal; readonly unit: string },
  b: { readonly amount: Decimal; readonly unit: string },
): number | null {
  if (a.unit === b.unit) return new Big(a.amount).cmp(b.amount);
  const [of, than] = [factorOf(a.unit), factorOf(b.unit)];
  if (!of || !than || of.base !== than.base) return null;
  // Multiplied out, so that no quotient is rounded.
  const left = new Big(a.amount).times(of.numerator).times(than.denominator);
  const right = new Big(b.amount).times(than.numerator).times(of.denominator);
  return left.cmp(right);
}

/** The amount in another unit, to 20 decimal places at most; null when the units cannot be compared. */
export function convertAmount(amount: Decimal, from: string, to: string): Decimal | null {
  if (from === to) return new Big(amount).toFixed();
  const [of, than] = [factorOf(from), factorOf(to)];
  return of && than && of.base === than.base ? new Big(amount).times(ratio(of, than)).toFixed() : null;
}
