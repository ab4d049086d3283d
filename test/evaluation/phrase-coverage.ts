import { foldText } from '@app/kernel';
import { ConceptExtractor, type ConceptHit, ConceptVocabulary, TaxonomyModule } from '@app/taxonomy';
import { NestFactory } from '@nestjs/core';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { table } from '../../apps/cli/src/output.js';
import { random } from '../benchmarks/bench-documents.js';
import { judgedSetFolder, readTable } from './judged-set.js';

/** What somebody who read a phrase said of a concept that was found in it. */
interface JudgedExtraction {
  readonly phrase: string;
  readonly concept: string;
  readonly right: boolean;
  readonly reason: string;
}

/** How many extractions are right; those that nobody judged are of neither kind. */
interface ExtractionPrecision {
  readonly right: number;
  readonly wrong: number;
  readonly unjudged: readonly { readonly phrase: string; readonly concept: string }[];
}

/** Reads judged extractions; throws with the line that is neither right nor wrong, or judged twice. */
function readJudgedExtractions(folder: string): JudgedExtraction[] {
  const seen = new Set<string>();
  return readTable(join(folder, 'extractions.tsv'), ['phrase', 'concept', 'judgement', 'reason']).map(
    ({ place, values: { phrase = '', concept = '', judgement, reason = '' } }) => {
      if (judgement !== 'right' && judgement !== 'wrong')
        throw new Error(`${place}: a judgement is right or wrong.`);
      if (judgement === 'wrong' && reason === '') throw new Error(`${place}: what is wrong has a reason.`);
      const key = `${phrase}\t${concept}`;
      if (seen.has(key)) throw new Error(`${place}: judged twice.`);
      seen.add(key);
      return { phrase, concept, right: judgement === 'right', reason };
    },
  );
}

/** Extracts from every judged phrase anew and looks each concept up among the judgements. */
export function precisionOf(
  judged: readonly JudgedExtraction[],
  hitsOf: (phrase: string) => readonly Pick<ConceptHit, 'conceptId'>[],
): ExtractionPrecision {
  const known = new Map(judged.map(({ phrase, concept, right }) => [`${phrase}\t${concept}`, right]));
  const unjudged: { phrase: string; concept: string }[] = [];
  const count = { right: 0, wrong: 0 };
  for (const phrase of new Set(judged.map((of) => of.phrase))) {
    for (const concept of new Set(hitsOf(phrase).map((hit) => hit.conceptId))) {
      const right = known.get(`${phrase}\t${concept}`);
      if (right === undefined) unjudged.push({ phrase, concept });
      else count[right ? 'right' : 'wrong']++;
    }
  }
  return { ...count, unjudged };
}

/** Words of a trade with how often they occur. */
interface CountedPhrase {
  readonly phrase: string;
  readonly count: number;
}

/** Shares of all weight, between 0 and 1. */
interface PhraseCoverage {
  readonly phrases: number;
  readonly weight: number;
  /** In which a concept is found at all. */
  readonly found: number;
  /** Whose last word, the head of a Chinese compound, belongs to a concept. */
  readonly headFound: number;
  /** That concepts cover wholly, but for marks and blanks. */
  readonly covered: number;
}

const MARK = /[^\p{L}\p{N}]/u;

/** How much of weighted phrases the vocabulary knows. */
export function coverageOf(
  phrases: readonly CountedPhrase[],
  hitsOf: (phrase: string) => readonly Pick<ConceptHit, 'start' | 'end'>[],
): PhraseCoverage {
  const sums = { found: 0, headFound: 0, covered: 0 };
  let weight = 0;
  for (const { phrase, count } of phrases) {
    weight += count;
    const hits = hitsOf(phrase);
    if (hits.length === 0) continue;
    const folded = foldText(phrase).trimEnd();
    const inside = (at: number) => hits.some(({ start, end }) => start <= at && at < end);
    sums.found += count;
    if (inside(folded.length - 1)) sums.headFound += count;
    const letters = Array.from({ length: folded.length }, (_, at) => at);
    if (letters.every((at) => MARK.test(folded[at] ?? '') || inside(at))) sums.covered += count;
  }
  const share = (sum: number) => (weight === 0 ? 0 : sum / weight);
  return {
    phrases: phrases.length,
    weight,
    found: share(sums.found),
    headFound: share(sums.headFound),
    covered: share(sums.covered),
  };
}

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

const SAMPLE = 200;
const UNKNOWN_SHOWN = 40;

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What is known of the phrases and of the project's own judged extractions. */
interface Measured {
  readonly coverage: PhraseCoverage;
  readonly precision: ExtractionPrecision;
}

/**
 * Prints how much of weighted phrases the vocabulary knows, the heaviest that it does not know, a sample of what it
 * found in the file for somebody to read, and the precision on the project's own judged extractions.
 */
export async function measurePhrases(file: string, json: boolean): Promise<void> {
  const phrases = await readPhrases(file);
  const app = await NestFactory.createApplicationContext(TaxonomyModule, { logger: ['error'] });
  try {
    const extractor = app.get(ConceptExtractor, { strict: false });
    const hitsOf = (phrase: string) => extractor.hits(phrase);
    const measured = {
      coverage: coverageOf(phrases, hitsOf),
      precision: precisionOf(readJudgedExtractions(judgedSetFolder()), hitsOf),
    };
    printShares(measured);
    printPhrases(phrases, hitsOf, app.get(ConceptVocabulary, { strict: false }));
    if (json) console.log(JSON.stringify(jsonOf(measured)));
  } finally {
    await app.close();
  }
}

function jsonOf({ coverage, precision }: Measured): object {
  const judged = precision.right + precision.wrong;
  return {
    ...coverage,
    precision: judged === 0 ? 0 : precision.right / judged,
    precisionJudged: judged,
    precisionUnjudged: precision.unjudged.length,
  };
}

function printShares({ coverage, precision }: Measured): void {
  const judged = precision.right + precision.wrong;
  console.log(
    table([
      ['phrases', coverage.phrases],
      ['weight with a concept', percent(coverage.found)],
      ['weight whose head is a concept', percent(coverage.headFound)],
      ['weight covered wholly', percent(coverage.covered)],
      [
        'precision on our own judged phrases',
        `${percent(precision.right / Math.max(1, judged))} of ${judged}`,
      ],
      ['extractions from them that nobody judged', precision.unjudged.length],
    ]),
  );
  precision.unjudged.forEach(({ phrase, concept }) => console.log(`  unjudged: ${phrase} → ${concept}`));
}

function printPhrases(
  phrases: readonly CountedPhrase[],
  hitsOf: (phrase: string) => readonly ConceptHit[],
  vocabulary: ConceptVocabulary,
): void {
  const unknown = phrases.filter(({ phrase }) => hitsOf(phrase).length === 0);
  console.log(`\nheaviest without a concept: ${heaviest(unknown).join(', ')}`);
  const found = (phrase: string) =>
    hitsOf(phrase)
      .map((hit) => `${hit.surface} = ${vocabulary.get(hit.conceptId)?.zh ?? hit.conceptId}`)
      .join('; ');
  console.log(`\n${SAMPLE} phrases of the file with what was found, to be read (drawn by weight):`);
  console.log(table(sampleOf(phrases, hitsOf).map((phrase) => ['  ', phrase, found(phrase)])));
}

function heaviest(phrases: readonly CountedPhrase[]): string[] {
  return [...phrases]
    .sort((a, b) => b.count - a.count)
    .slice(0, UNKNOWN_SHOWN)
    .map(({ phrase, count }) => `${phrase} ${count}`);
}

/** Different phrases with a concept, drawn by their weight and always the same. */
function sampleOf(
  phrases: readonly CountedPhrase[],
  hitsOf: (phrase: string) => readonly unknown[],
): string[] {
  const known = phrases.filter(({ phrase }) => hitsOf(phrase).length > 0);
  const next = random(7);
  // Exponential keys make the first of the order a draw without replacement by weight (Efraimidis and Spirakis 2006).
  const keyed = known.map(({ phrase, count }) => ({
    phrase,
    key: -Math.log(1 - next()) / Math.max(1, count),
  }));
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, SAMPLE)
    .map(({ phrase }) => phrase);
}
