import { unrelatedCosine } from './embedding-models.service.js';

const direction = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));

describe('how near unrelated texts are to a model', () => {
  it('is the mean cosine of some texts', () => {
    const narrow = Array.from({ length: 60 }, (_, i) => direction(i % 2));
    const pairs = (60 * 59) / 2;
    const equal = 2 * ((30 * 29) / 2);
    expect(unrelatedCosine(narrow)).toBeCloseTo((equal + (pairs - equal) * Math.cos(1)) / pairs, 5);
  });

  it('is taken for a half while there are too few', () => {
    expect(unrelatedCosine([direction(0), direction(3)])).toBe(0.5);
  });

  it('leaves room above and is never below nothing', () => {
    expect(unrelatedCosine(Array.from({ length: 60 }, () => direction(0)))).toBe(0.95);
    expect(unrelatedCosine(Array.from({ length: 60 }, (_, i) => direction(i * Math.PI)))).toBe(0);
  });
});
