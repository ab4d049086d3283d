import { ConceptExtractor, type ConceptHit, ConceptVocabulary, TaxonomyModule } from '@app/taxonomy';
import { NestFactory } from '@nestjs/core';
import { random } from '../../benchmarks/random.js';
import { table } from '../../../apps/cli/src/output/table.js';
import { judgedSetFolder } from '../judged/judged-set.js';
import { type ExtractionPrecision, precisionOf, readJudgedExtractions } from './judged-extractions.js';
import { type CountedPhrase, coverageOf, type PhraseCoverage } from './phrase-coverage.js';
import { readPhrases } from './read-phrases.js';

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
