import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CriterionKey } from '../criterion-key.js';
import { loadMatchWeights, MATCH_WEIGHTS } from './match-weights.js';

const ALL = Object.values(CriterionKey)
  .map((key) => `${key}: 1`)
  .join(', ');
const version = (name: string, date: string, weights = ALL) =>
  `- { version: '${name}', date: '${date}', reason: for this test, weights: { ${weights} } }\n`;

describe('the weights of the criteria', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weights-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    const file = join(folder, 'weights.yaml');
    writeFileSync(file, text);
    return loadMatchWeights(file);
  };

  it('are versioned data with a day each, of which the last version counts', () => {
    const versions = loadMatchWeights();
    expect(versions.length).toBeGreaterThan(1);
    expect(versions.at(-1)).toEqual(MATCH_WEIGHTS);
    expect(Object.keys(MATCH_WEIGHTS.weights).sort()).toEqual(Object.values(CriterionKey).sort());
  });

  it('weigh nothing for a criterion that a version did not know', () => {
    const [first] = load(version('2026-01-1', '2026-01-01', 'PRICE: 6') + version('2026-02-1', '2026-02-01'));
    expect(first?.weights).toMatchObject({ PRICE: 6, APPLICATION: 0 });
  });

  it.each([
    ['a repeated version', version('2026-01-1', '2026-01-01') + version('2026-01-1', '2026-01-02')],
    ['days that go backwards', version('2026-02-1', '2026-02-01') + version('2026-01-1', '2026-01-01')],
    ['a last version without a criterion', version('2026-01-1', '2026-01-01', 'PRICE: 6')],
    ['an unknown criterion', version('2026-01-1', '2026-01-01', `${ALL}, COLOUR: 3`)],
    ['a negative weight', version('2026-01-1', '2026-01-01', ALL.replace('PRICE: 1', 'PRICE: -1'))],
  ])('are refused with %s', (_what, text) => {
    expect(() => load(text)).toThrow();
  });
});
