import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CountedPhrase } from './phrase-coverage.js';

/** Phrases with counts from a tab-separated file, whose head line is passed over; throws with the bad line. */
export async function readPhrases(file: string): Promise<CountedPhrase[]> {
  const phrases: CountedPhrase[] = [];
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const content of lines) {
    line++;
    const [phrase = '', count = ''] = content.split('\t');
    if (content.trim() === '' || (line === 1 && !/^\d+$/.test(count))) continue;
    if (phrase === '' || !/^\d+$/.test(count))
      throw new Error(`${file}:${line}: each line has to be a phrase and a whole number, tab-separated.`);
    phrases.push({ phrase, count: Number(count) });
  }
  if (phrases.length === 0) throw new Error(`${file} has no phrases.`);
  return phrases;
}
