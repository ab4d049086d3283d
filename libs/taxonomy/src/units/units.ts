import type { Decimal } from '@app/kernel';
import Big from 'big.js';
import { UNIT_FACTORS, type UnitFactor, unitName } from './unit-table.js';

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
