import { readFileSync } from 'node:fs';
import { dataFile, foldText } from '@app/kernel';
import { parse } from 'yaml';
import { z } from 'zod';

/** Words of offers, needs and business scopes that say nothing about what is traded, folded. */
export function readStopWords(
  file = dataFile(import.meta.url, 'libs/taxonomy/data/stop-words.yaml'),
): ReadonlySet<string> {
  const lines = z.array(z.array(z.string())).parse(parse(readFileSync(file, 'utf8')));
  return new Set(lines.flat().map(foldText));
}
