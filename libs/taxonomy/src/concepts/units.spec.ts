import { ConceptVocabulary } from './concept-vocabulary.js';
import { ParameterType } from './trade-concept.js';
import { compareAmounts, UNIT_FACTORS, unitRatio } from './units.js';

const amount = (text: string) => {
  const [, value = '', unit = ''] = /^([\d.]+)\s*(.*)$/.exec(text) ?? [];
  return { amount: value, unit };
};
const compare = (a: string, b: string) => compareAmounts(amount(a), amount(b));

describe('units', () => {
  it.each([
    ['1000kg', '1吨'],
    ['1000公斤', '1t'],
    ['80 kg', '80000 g'],
    ['2500mm', '2.5m'],
    ['3cm', '30毫米'],
    ['1.6MPa', '16bar'],
    ['1.6mpa', '16bar'],
    ['7500W', '7.5kW'],
    ['7.5kw', '7500w'],
    ['380V', '0.38kV'],
    ['1 in', '25.4 mm'],
    ['2㎡', '2m²'],
    ['500L', '0.5m³'],
    ['0.1吨/小时', '100kg/h'],
    ['1kWh', '3.6MJ'],
    ['1200rpm', '1200r/min'],
    ['1200 mAh', '1.2 Ah'],
    ['0.9 g/cm³', '900 kg/m³'],
  ])('%s is %s', (a, b) => {
    expect(compare(a, b)).toBe(0);
    expect(compare(b, a)).toBe(0);
  });

  it('tells which is more, exactly', () => {
    expect(compare('0.3m', '300.0000000000000000001mm')).toBe(-1);
    expect(compare('1.1 t', '1099kg')).toBe(1);
    // A third of an hour is no decimal number of hours.
    expect(compare('20min', '0.3333333333333333333333h')).toBe(1);
    expect(compare('6894.75729316836 Pa', '1psi')).toBe(-1);
  });

  it.each([
    ['1套', '1件'],
    ['1kg', '1m'],
    ['1kW', '1kWh'],
    ['5mw', '5W'],
    ['1箱', '1件'],
    ['1MPa', '1mPa·s'],
  ])('%s and %s cannot be compared', (a, b) => {
    expect(compare(a, b)).toBeNull();
  });

  it('compares what it does not know with itself', () => {
    expect(compare('3箱', '2箱')).toBe(1);
    expect(unitRatio('箱', '箱')).toBe(1);
  });

  it('gives ratios for scores', () => {
    expect(unitRatio('吨', 'kg')).toBe(1000);
    expect(unitRatio('万件', '件')).toBe(10000);
    expect(unitRatio('件', '套')).toBeNull();
  });

  it('has positive factors, and each name once in small letters save for what they leave open', () => {
    for (const [name, { numerator, denominator }] of UNIT_FACTORS) {
      expect(Number(numerator)).toBeGreaterThan(0);
      expect(Number(denominator)).toBeGreaterThan(0);
      expect(unitRatio(name, name)).toBe(1);
    }
    expect(unitRatio('mw', 'W')).toBeNull();
  });

  it('knows the usual units of the vocabulary’s parameters', () => {
    const units = new Set(
      ConceptVocabulary.load(() => true)
        .allParameters()
        .flatMap((parameter) => (parameter.type === ParameterType.RANGE ? [parameter.unit] : [])),
    );
    const known = [...units].filter(
      (unit) => unitRatio(unit, unit) === 1 && UNIT_FACTORS.has(unit.normalize('NFKC')),
    );
    expect(known.length).toBeGreaterThan(30);
  });
});
