/** Units that mean the same, and how many of the base unit one is. */
const UNITS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  件: ['piece', 1],
  个: ['piece', 1],
  只: ['piece', 1],
  支: ['piece', 1],
  根: ['piece', 1],
  片: ['piece', 1],
  颗: ['piece', 1],
  粒: ['piece', 1],
  块: ['piece', 1],
  pcs: ['piece', 1],
  pieces: ['piece', 1],
  piece: ['piece', 1],
  万件: ['piece', 10_000],
  万只: ['piece', 10_000],
  万个: ['piece', 10_000],
  万支: ['piece', 10_000],
  万片: ['piece', 10_000],
  套: ['set', 1],
  副: ['set', 1],
  sets: ['set', 1],
  set: ['set', 1],
  万套: ['set', 10_000],
  台: ['machine', 1],
  辆: ['machine', 1],
  kg: ['kg', 1],
  公斤: ['kg', 1],
  千克: ['kg', 1],
  吨: ['kg', 1000],
  t: ['kg', 1000],
  万吨: ['kg', 10_000_000],
  g: ['kg', 0.001],
  克: ['kg', 0.001],
  米: ['m', 1],
  m: ['m', 1],
  km: ['m', 1000],
  公里: ['m', 1000],
  千米: ['m', 1000],
  万米: ['m', 10_000],
  平方米: ['m2', 1],
  '㎡': ['m2', 1],
  m2: ['m2', 1],
  'm²': ['m2', 1],
  万平方米: ['m2', 10_000],
  立方米: ['m3', 1],
  'm³': ['m3', 1],
  m3: ['m3', 1],
  升: ['m3', 0.001],
  l: ['m3', 0.001],
};

/**
 * How many of the asked unit one of the offered unit is; null when they cannot be compared. Pieces, sets and machines
 * are each counted as themselves: a set is not a piece.
 */
export function sameUnit(offered: string, asked: string): number | null {
  if (offered === asked) return 1;
  const from = UNITS[offered.toLowerCase()];
  const to = UNITS[asked.toLowerCase()];
  return from && to && from[0] === to[0] ? from[1] / to[1] : null;
}
