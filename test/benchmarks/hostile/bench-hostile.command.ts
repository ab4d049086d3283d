import { Command, Option } from 'nest-commander';
import { table } from '../../../apps/cli/src/output/table.js';
import { withBenchMarket } from '../bench-market.js';
import { MeasuredCommand, type MeasuredOptions } from '../measured.command.js';
import { type HostileOutcome, measureHostile, type Stretch } from './measure-hostile.js';

const SECONDS = 60;
/** A market of this size is made in half a minute; matches compare with 300 suppliers whatever its size. */
const DOCUMENTS = 20_000;

interface HostileOptions extends MeasuredOptions {
  readonly seconds?: number;
}

/** Name and place of each figure that is shown without and with the hostile guests. */
const COMPARED: readonly (readonly [key: string, label: string, read: (stretch: Stretch) => number])[] = [
  ['listP99Ms', 'list of needs, p99 ms', ({ list }) => list.tookMs],
  ['healthP99Ms', 'health, p99 ms', ({ health }) => health.tookMs],
  ['signInP95Ms', 'sign-in, p95 ms', ({ signIn }) => signIn.tookMs],
  ['memberMatchP95Ms', 'match of a signed-in person, p95 ms', ({ memberMatch }) => memberMatch.tookMs],
  ['guestMatchP95Ms', 'match of an honest guest, p95 ms', ({ guestMatch }) => guestMatch.tookMs],
  ['guestMatchRefused', 'matches of the honest guest refused', ({ guestMatch }) => guestMatch.failed],
  ['honestServed', 'other honest requests served', (stretch) => countOthers(stretch, 'served')],
  ['honestFailed', 'other honest requests failed', (stretch) => countOthers(stretch, 'failed')],
  ['eventLoopP99Ms', 'event loop of the API late by, p99 ms', ({ eventLoopP99Ms }) => eventLoopP99Ms],
];

function countOthers({ list, health, signIn, memberMatch }: Stretch, count: 'served' | 'failed'): number {
  return list[count] + health[count] + signIn[count] + memberMatch[count];
}

/** `bench:hostile`: what ordinary visitors notice while guests send the dearest requests that are allowed. */
@Command({
  name: 'bench:hostile',
  description:
    'Measures a plain list, health, sign-in and matches while 50 guests send the dearest allowed requests, beside the same without them.',
})
export class BenchHostileCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: HostileOptions): Promise<void> {
    const { seconds = SECONDS, documents = DOCUMENTS } = options;
    const measured = await withBenchMarket({ ...options, documents }, (market) =>
      measureHostile(market, seconds),
    );
    print(measured, options);
  }

  @Option({ flags: '--seconds <number>', description: `How long each of the two parts takes (${SECONDS}).` })
  parseSeconds(value: string): number {
    const seconds = Number(value);
    if (!Number.isInteger(seconds) || seconds < 1) throw new Error('--seconds takes a whole number from 1.');
    return seconds;
  }
}

function print({ without, with: withGuests, hostile, ...others }: HostileOutcome, options: HostileOptions) {
  const { seconds, guests, ownDelayP99Ms, rssMb } = others;
  const rows = COMPARED.map(([, label, read]) => [label, read(without), read(withGuests)]);
  console.log(table([[`${seconds} s each`, 'without', `with ${guests} hostile guests`], ...rows]));
  const { served, refused, failed } = hostile;
  console.log(`Hostile requests: ${served} served, ${refused} refused, ${failed} failed.`);
  console.log(`The measuring process was late by ${ownDelayP99Ms} ms (p99); the API held ${rssMb} MB.`);
  if (!options.json) return;
  const figures = COMPARED.flatMap(([key, , read]): [string, number][] => [
    [key, read(withGuests)],
    [`baseline${key[0]?.toUpperCase()}${key.slice(1)}`, read(without)],
  ]);
  const counts = { hostileServed: served, hostileRefused: refused, hostileFailed: failed };
  console.log(JSON.stringify({ ...others, ...Object.fromEntries(figures), ...counts }));
}
