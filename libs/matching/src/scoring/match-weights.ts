import { readFileSync } from 'node:fs';
import { dataFile } from '@app/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import { CriterionKey } from '../criterion-key.js';

/** The weights of the criteria, as versioned data: a match says which version made it. */
export interface MatchWeights {
  readonly version: string;
  /** The day from which it holds. */
  readonly date: string;
  readonly weights: Readonly<Record<CriterionKey, number>>;
}

const history = z
  .array(
    z.strictObject({
      version: z.string().regex(/^\d{4}-\d{2}-\d+$/),
      date: z.iso.date(),
      reason: z.string().min(10),
      weights: z.partialRecord(z.enum(CriterionKey), z.number().min(0).max(100)),
    }),
  )
  .min(1);

/**
 * Every version of the weights, oldest first. A criterion that a version does not name did not exist then and weighs
 * nothing; the last version names all. Throws when versions repeat or their days go backwards.
 */
export function loadMatchWeights(
  file = dataFile(import.meta.url, 'libs/matching/data/match-weights.yaml'),
): MatchWeights[] {
  const versions = history.parse(parse(readFileSync(file, 'utf8')));
  if (new Set(versions.map(({ version }) => version)).size < versions.length)
    throw new Error(`${file}: a version of the weights stands twice`);
  if (versions.some(({ date }, i) => i > 0 && date < versions[i - 1]!.date))
    throw new Error(`${file}: a version of the weights is older than the one before it`);
  const missing = Object.values(CriterionKey).filter((key) => !(key in versions.at(-1)!.weights));
  if (missing.length > 0) throw new Error(`${file}: no weight for ${missing.join(', ')}`);
  return versions.map(({ version, date, weights }) => ({ version, date, weights: complete(weights) }));
}

function complete(weights: Partial<Record<CriterionKey, number>>): Record<CriterionKey, number> {
  const entries = Object.values(CriterionKey).map((key) => [key, weights[key] ?? 0] as const);
  return Object.fromEntries(entries) as Record<CriterionKey, number>;
}

/** The weights by which matches are made now. */
export const MATCH_WEIGHTS: MatchWeights = loadMatchWeights().at(-1)!;
