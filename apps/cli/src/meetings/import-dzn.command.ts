import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type AllHeldOutcome, type MeetingProblem, readDznInstance, solveAllHeld } from '@app/meetings';
import { Command, CommandRunner, Option } from 'nest-commander';
import { ProgressLine } from '../output/progress-line.js';
import { table } from '../output/table.js';

interface ImportDznOptions {
  readonly seconds?: number;
  readonly json?: boolean;
}

/** `meetings:import-dzn FILE`: reads a published instance, holds all its meetings, and counts idle periods. */
@Command({
  name: 'meetings:import-dzn',
  arguments: '<file>',
  description: 'Solves a published B2B meeting instance (MiniZinc .dzn): all meetings, fewest idle periods.',
})
export class ImportDznCommand extends CommandRunner {
  override async run([file = '']: string[], { seconds = 60, json = false }: ImportDznOptions): Promise<void> {
    const problem = read(file);
    const line = new ProgressLine(problem.name);
    const outcome = solveAllHeld(problem, seconds, (idle) => line.show(`${idle} idle periods`));
    line.end();
    const result = resultOf(problem, outcome);
    print(result);
    if (json) console.log(JSON.stringify(result));
    return Promise.resolve();
  }

  @Option({ flags: '--seconds <number>', description: 'Seconds for search and proof (60).' })
  parseSeconds(value: string): number {
    const seconds = Number(value);
    if (!(seconds > 0)) throw new Error('--seconds takes a number above 0.');
    return seconds;
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}

/** What is printed: slots are numbered from 1, as in the file. */
interface DznResult {
  readonly instance: string;
  /** Null: not known after the time given. */
  readonly feasible: boolean | null;
  readonly meetings: number;
  readonly scheduled: number;
  readonly idlePeriods: number | null;
  readonly seconds: number;
  readonly proven: boolean;
  readonly schedule: readonly number[];
}

function resultOf({ name, requests }: MeetingProblem, outcome: AllHeldOutcome): DznResult {
  const schedule = outcome.schedule?.map((slot) => slot + 1) ?? [];
  return {
    instance: name,
    feasible: outcome.feasible,
    meetings: requests.length,
    scheduled: schedule.length,
    idlePeriods: outcome.idlePeriods,
    seconds: outcome.seconds,
    proven: outcome.proven,
    schedule,
  };
}

/** Reads a file named from where npm was called. */
function read(file: string): MeetingProblem {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  return readDznInstance(basename(file).replace(/\.dzn$/, ''), readFileSync(path, 'utf8'));
}

function print({ schedule, feasible, ...figures }: DznResult): void {
  const known = feasible === null ? 'not known' : feasible ? 'yes' : 'no';
  console.log(
    table([
      ['instance', figures.instance],
      ['feasible', known],
      ['meetings', `${figures.scheduled} of ${figures.meetings}`],
      ['idle periods', figures.idlePeriods ?? '-'],
      ['proven', figures.proven ? 'yes' : 'no'],
      ['seconds', figures.seconds.toFixed(2)],
      ['slot per meeting', schedule.join(' ') || '-'],
    ]),
  );
}
