import { Command } from 'nest-commander';
import { withBenchMarket } from '../bench-market.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from '../measured.command.js';
import { measureSearch } from './measure-search.js';

/** `bench:search`: how long the search box takes over the network, beside the engine called directly. */
@Command({
  name: 'bench:search',
  description:
    'Measures GraphQL search with text, region, facets and 20 hits, beside the engine called directly.',
})
export class BenchSearchCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: MeasuredOptions): Promise<void> {
    printOutcome(await withBenchMarket(options, measureSearch), options);
  }
}
