import { Command, Option } from 'nest-commander';
import { withBenchMarket } from '../bench-market.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from '../measured.command.js';
import { measureIndexing } from './measure-indexing.js';

const USUAL_DOCUMENTS = 20_000;

/** How a measurement of indexing is asked for. */
export interface IndexingOptions extends MeasuredOptions {
  /** How long changes are made; 60 seconds unless said otherwise. */
  readonly seconds?: number;
}

/** `bench:index`: how long a committed change takes until search finds it, while a hundred a second are made. */
@Command({
  name: 'bench:index',
  description: 'Measures how long committed changes take until they are searchable, at 100 changes a second.',
})
export class BenchIndexCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: IndexingOptions): Promise<void> {
    const documents = options.documentsFile ? options.documents : (options.documents ?? USUAL_DOCUMENTS);
    const outcome = await withBenchMarket(
      { ...options, ...(documents === undefined ? {} : { documents }) },
      (market) => measureIndexing(market, options.seconds),
    );
    printOutcome(outcome, options);
  }

  @Option({ flags: '--seconds <number>', description: 'How long changes are made (60).' })
  parseSeconds(value: string): number {
    const seconds = Number(value);
    if (!Number.isInteger(seconds) || seconds < 1) throw new Error('--seconds takes a whole number from 1.');
    return seconds;
  }
}
