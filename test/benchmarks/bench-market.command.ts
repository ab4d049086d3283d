import { Command } from 'nest-commander';
import { withBenchMarket } from './bench-market.js';
import { measureMatching } from './bench-match.command.js';
import { measureSearch } from './bench-search.command.js';
import { measureIndexing } from './bench-index.command.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from './measured.command.js';

/** `bench:market`: what bench:search, bench:match and bench:index measure, on one market that is filled once. */
@Command({
  name: 'bench:market',
  description:
    'Measures search, matching and indexing one after the other on one market, as for a million listings.',
})
export class BenchMarketCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: MeasuredOptions): Promise<void> {
    const outcome = await withBenchMarket(options, async (market) => {
      const search = await measureSearch(market);
      printOutcome(search, {});
      const match = await measureMatching(market);
      printOutcome(match, {});
      const index = await measureIndexing(market);
      printOutcome(index, {});
      return { search, match, index };
    });
    if (options.json) console.log(JSON.stringify(outcome));
  }
}
