import { dataFile, foldText } from '@app/kernel';
import { z } from 'zod';
import { readYamlFile } from '../files/yaml-file.js';

/** Words of offers, needs and business scopes that say nothing about what is traded, folded. */
export function readStopWords(
  file = dataFile(import.meta.url, 'libs/taxonomy/data/stop-words.yaml'),
): ReadonlySet<string> {
  const lines = z.array(z.array(z.string())).parse(readYamlFile(file));
  return new Set(lines.flat().map(foldText));
}
