import { Command } from 'nest-commander';
import { withBenchMarket } from '../bench-market.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from '../measured.command.js';
import { measureMatching } from './measure-matching.js';

/** `bench:match`: how long a need in plain words takes to become twenty explained matches. */
@Command({
  name: 'bench:match',
  description: 'Measures how long a need in plain words takes to become 20 explained matches over GraphQL.',
})
export class BenchMatchCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: MeasuredOptions): Promise<void> {
    printOutcome(await withBenchMarket(options, measureMatching), options);
  }
}
