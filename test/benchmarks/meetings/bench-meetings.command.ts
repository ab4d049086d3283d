import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  INVENTED_EVENTS,
  inventInstance,
  InstanceError,
  type MeetingProblem,
  readInstance,
} from '@app/meeting-scheduler';
import { Command, CommandRunner, Option } from 'nest-commander';
import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import { table } from '../../../apps/cli/src/output/table.js';
import { type MeasuredInstance, measureMeetings } from './measure-meetings.js';

interface BenchMeetingsOptions {
  readonly seconds?: number;
  readonly json?: boolean;
}

/** `bench:meetings`: how many of the wished meetings of an event find a slot, beside the bound and a careful person. */
@Command({
  name: 'bench:meetings',
  arguments: '[files...]',
  description:
    'Schedules instances (JSON) and prints how good the schedules are; without files invented ones.',
})
export class BenchMeetingsCommand extends CommandRunner {
  override async run(files: string[], { seconds, json = false }: BenchMeetingsOptions): Promise<void> {
    const problems = files.length > 0 ? files.map(read) : INVENTED_EVENTS.map(inventInstance);
    const instances: MeasuredInstance[] = [];
    for (const problem of problems) {
      const line = new ProgressLine(problem.name);
      instances.push(
        await measureMeetings(problem, seconds, ({ phase, meetings, bound }) =>
          line.show(`${phase} ${meetings}/${bound < 0 ? '?' : bound}`),
        ),
      );
      line.end();
    }
    print(instances);
    if (json) console.log(JSON.stringify({ instances }));
  }

  @Option({
    flags: '--seconds <number>',
    description: 'Seconds for each instance (8 up to 5,000 requests, 22 from 30,000).',
  })
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

/** Reads a file named from where npm was called. */
function read(file: string): MeetingProblem {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  try {
    return readInstance(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof InstanceError) throw new Error(`${file}: ${error.message}`);
    throw error;
  }
}

function print(instances: readonly MeasuredInstance[]): void {
  const rows = instances.map((instance) => [
    instance.name,
    instance.requests,
    instance.bound,
    instance.greedy,
    instance.scheduled,
    instance.proven ? 'proven' : `gap ${instance.bound - instance.scheduled}`,
    instance.value,
    instance.valueBound,
    instance.minPerParticipant,
    instance.idlePeriods,
    instance.seconds.toFixed(1),
  ]);
  const head = [
    'instance',
    'requests',
    'bound',
    'greedy',
    'scheduled',
    '',
    'value',
    'bound',
    'min',
    'idle',
    's',
  ];
  console.log(table([head, ...rows]));
}
