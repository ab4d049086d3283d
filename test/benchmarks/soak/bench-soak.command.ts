import { resolve } from 'node:path';
import { Command, Option } from 'nest-commander';
import { MeasuredCommand } from '../measured.command.js';
import { measureSoak, type SoakOptions } from './measure-soak.js';

/** `bench:soak`: whether memory and latency stay where they are under a load that stays the same. */
@Command({
  name: 'bench:soak',
  description: 'Holds half of the highest rate for an hour and watches memory and latency of API and worker.',
})
export class BenchSoakCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: SoakOptions): Promise<void> {
    await measureSoak(options);
  }

  @Option({ flags: '--minutes <number>', description: 'How long (60).' })
  parseMinutes(value: string): number {
    const minutes = Number(value);
    if (!Number.isInteger(minutes) || minutes < 3) throw new Error('--minutes takes a whole number from 3.');
    return minutes;
  }

  @Option({ flags: '--plot <file>', description: 'Where to write memory and latency by minute as SVG.' })
  parsePlot(value: string): string {
    return resolve(process.env['INIT_CWD'] ?? process.cwd(), value);
  }
}
