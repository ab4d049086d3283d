import {
  checkSchedule,
  InstanceError,
  INVENTED_EVENTS,
  inventInstance,
  measureSchedule,
  type MeetingProblem,
  readInstance,
  scheduleGreedily,
  solveMeetings,
  type SolveProgress,
} from '@app/meeting-scheduler';
import { Command, CommandRunner, Option } from 'nest-commander';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ProgressLine, table } from '../../apps/cli/src/output.js';

/** What is printed of one instance. */
interface MeasuredInstance {
  readonly name: string;
  readonly requests: number;
  /** No schedule holds more. */
  readonly bound: number;
  /** What a careful person reaches, in the same run. */
  readonly greedy: number;
  readonly scheduled: number;
  readonly value: number;
  readonly valueBound: number;
  readonly idlePeriods: number;
  readonly greedyIdlePeriods: number;
  readonly minPerParticipant: number;
  readonly seconds: number;
  readonly proven: boolean;
  /** Slot per request, −1 for none. */
  readonly schedule: readonly number[];
}

/** Schedules one instance, verifies the schedule by the rules, and measures it. Throws when a rule is broken. */
async function measureMeetings(
  problem: MeetingProblem,
  seconds: number | undefined,
  onProgress: (progress: SolveProgress) => void,
): Promise<MeasuredInstance> {
  const greedy = scheduleGreedily(problem);
  const began = performance.now();
  const solved = await solveMeetings(problem, { seconds: seconds ?? usualSeconds(problem), onProgress });
  const took = (performance.now() - began) / 1000;
  for (const schedule of [greedy, solved.schedule]) {
    const [breach] = checkSchedule(problem, schedule).breaches;
    if (breach) throw new Error(`${problem.name}: the schedule breaks a rule: ${JSON.stringify(breach)}`);
  }
  const byHand = measureSchedule(problem, greedy);
  return {
    name: problem.name,
    requests: problem.requests.length,
    bound: solved.bound,
    greedy: byHand.meetings,
    scheduled: solved.measure.meetings,
    value: solved.measure.value,
    valueBound: solved.valueBound,
    idlePeriods: solved.measure.idlePeriods,
    greedyIdlePeriods: byHand.idlePeriods,
    minPerParticipant: solved.measure.minPerParticipant,
    seconds: took,
    proven: solved.proven,
    schedule: solved.schedule,
  };
}

/** 8 seconds up to 5,000 requests, 22 from 30,000, in between in proportion; a small event is done sooner. */
function usualSeconds({ requests }: MeetingProblem): number {
  if (requests.length <= 500) return 5;
  return 8 + 14 * Math.min(1, Math.max(0, requests.length - 5000) / 25_000);
}

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
