import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Module {
  quantityIn(words: string): { amount: string; unit?: string; period?: string } | undefined;
}

describe('the quantity that a need in plain words begins with', () => {
  let quantityIn: Module['quantityIn'];

  beforeAll(async () => {
    const file = resolve('apps/web/src/texts/quantity.ts');
    ({ quantityIn } = (await import(pathToFileURL(file).href)) as Module);
  });

  it.each([
    ['铝合金压铸电机壳体，每月5000件，IATF 16949', '5000', '件', 'MONTH'],
    ['医用外壳，PC，每月2万件，需ISO 13485', '20000', '件', 'MONTH'],
    ['钣金机柜，首批200台，30天内交货', '200', '台', 'ONCE'],
    ['轴承 1,200 套/年', '1200', '套', 'YEAR'],
    ['铜带 3.5吨', '3.5', '吨', 'ONCE'],
    ['Motor housing, 5,000 a month, IATF 16949', '5000', undefined, 'MONTH'],
    ['20,000 pieces per year', '20000', undefined, 'YEAR'],
    ['电机壳体，年产6万件，送到杭州', '60000', '件', 'YEAR'],
    ['月需求量约3000套', '3000', '套', 'MONTH'],
    ['12月5000件', '5000', '件', 'ONCE'],
    ['first batch 200 pcs', '200', undefined, 'ONCE'],
  ])('%s', (words, amount, unit, period) => {
    expect(quantityIn(words)).toEqual({ amount, unit, period });
  });

  it.each(['IATF 16949，杭州', 'M8 螺栓', '0件', ''])('is none in “%s”', (words) => {
    expect(quantityIn(words)).toBeUndefined();
  });
});
