import { nodeArguments } from '@app/database';
import { Users } from '@app/identity';
import { ConceptVocabulary } from '@app/taxonomy';
import { Command, Option } from 'nest-commander';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ProgressLine, table } from '../../apps/cli/src/output.js';
import { seedNeeds } from './bench-http.command.js';
import { type BenchMarket, withBenchMarket } from './bench-market.js';
import { BenchClient } from './http-client.js';
import { Latencies } from './latency.js';
import { MeasuredCommand, type MeasuredOptions } from './measured.command.js';
import type { ServerProcess } from './server-process.js';

const GUESTS = 50;
const LIST = `query Needs {
  procurementNeeds(first: 20) { edges { node { title replyDeadline organization { name } } } pageInfo { hasNextPage } } }`;
const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { ... on SignedInPayload { token } } }`;
const MATCH = `query Matches($text: String!) {
  matchesForWords(text: $text) { compared matches { card { score } } } }`;
const PERSON = { name: '采购员', phone: '13800000000', password: '西湖醋鱼 2025', locale: 'zh' } as const;
const CREDENTIALS = { input: { identifier: PERSON.phone, password: PERSON.password } };

/** What ordinary visitors ask for, and how often. */
const EVERY_MS = { list: 50, health: 100, signIn: 3000, memberMatch: 3000, guestMatch: 3000 };

/** Which share of the answers each figure speaks of: of rare requests p99 would be the slowest. */
const SHARES = { list: 0.99, health: 0.99, signIn: 0.95, memberMatch: 0.95, guestMatch: 0.95 };

type Visit = keyof typeof EVERY_MS;
const VISITS = Object.keys(EVERY_MS) as Visit[];

/** How requests of one kind were answered. */
interface Answered {
  /** How long answers took, refusals included, in milliseconds. */
  readonly tookMs: number;
  readonly served: number;
  readonly failed: number;
}

/** What ordinary visitors saw in a stretch of time, and how the API fared. */
interface Stretch extends Readonly<Record<Visit, Answered>> {
  /** How late the API's event loop was. */
  readonly eventLoopP99Ms: number;
}

/** What the hostile guests saw. */
interface HostileCounts {
  readonly served: number;
  readonly refused: number;
  readonly failed: number;
}

/** What `bench:hostile` found. */
interface HostileOutcome {
  readonly seconds: number;
  readonly guests: number;
  readonly without: Stretch;
  readonly with: Stretch;
  readonly hostile: HostileCounts;
  /** How late the measuring process itself was: where it is near the others, the machine was too busy to tell. */
  readonly ownDelayP99Ms: number;
  readonly rssMb: number;
}

/** Measures ordinary requests without hostile guests, then with them. */
async function measureHostile(market: BenchMarket, seconds: number): Promise<HostileOutcome> {
  const storing = new ProgressLine('store');
  await seedNeeds(market.databaseUrl, (needs) => storing.show(`${needs} needs`));
  storing.end();
  await market.app.get(Users, { strict: false }).createVerified(PERSON);
  const client = new BenchClient(market.api.url, 40);
  try {
    const { signIn } = await client.graphql<{ signIn: { token: string } }>(SIGN_IN, CREDENTIALS);
    const visitors = new Visitors(client, market, signIn.token);
    await visitors.visit(3, 'warm up');
    const without = await visitors.visit(seconds, 'without');
    const guests = await bringGuests(market, seconds);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const [withGuests, hostile] = await Promise.all([visitors.visit(seconds, 'with'), guests.letIn()]);
    delay.disable();
    return {
      seconds,
      guests: GUESTS,
      without,
      with: withGuests,
      hostile,
      ownDelayP99Ms: Math.round(delay.percentile(99) / 1e4) / 100,
      rssMb: market.api.rssMb(),
    };
  } finally {
    client.close();
  }
}

/** Ordinary visitors: guests, and one person who has signed in. */
class Visitors {
  private asked = 0;

  constructor(
    private readonly client: BenchClient,
    private readonly market: Pick<BenchMarket, 'api' | 'queries'>,
    private readonly token: string,
  ) {}

  /** Asks on a fixed beat, whether or not earlier answers are there: a slow answer does not slow the beat down. */
  async visit(seconds: number, name: string): Promise<Stretch> {
    const progress = new ProgressLine(name);
    await this.market.api.readMetrics();
    const until = performance.now() + seconds * 1000;
    const answered = await Promise.all(VISITS.map(async (visit) => [visit, await this.beat(visit, until)]));
    const eventLoopP99Ms = await eventLoopDelay(this.market.api);
    progress.show(`${seconds} s`);
    progress.end();
    return { ...(Object.fromEntries(answered) as Record<Visit, Answered>), eventLoopP99Ms };
  }

  private async beat(visit: Visit, until: number): Promise<Answered> {
    const durations: number[] = [];
    const pending: Promise<void>[] = [];
    let failed = 0;
    for (let due = performance.now(); due < until; due += EVERY_MS[visit]) {
      await pause(Math.max(0, due - performance.now()));
      const settled = this.ask(visit)
        .catch(() => void failed++)
        .then(() => void durations.push(performance.now() - due));
      pending.push(settled);
    }
    await Promise.all(pending);
    const tookMs = new Latencies(durations).percentile(SHARES[visit]);
    return { tookMs, served: durations.length - failed, failed };
  }

  private ask(visit: Visit): Promise<unknown> {
    const { client, token } = this;
    switch (visit) {
      case 'list':
        return client.graphql(LIST);
      case 'health':
        return client.get('/health/live');
      case 'signIn':
        return client.graphql(SIGN_IN, CREDENTIALS);
      case 'memberMatch':
        return client.graphql(MATCH, this.nextNeed(), token);
      case 'guestMatch':
        return client.graphql(MATCH, this.nextNeed());
    }
  }

  private nextNeed(): { text: string } {
    const { queries } = this.market;
    return { text: queries[this.asked++ % queries.length]?.text ?? '' };
  }
}

/** How late the event loop of the API was since this was last asked, in milliseconds. */
async function eventLoopDelay(api: ServerProcess): Promise<number> {
  const seconds = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(await api.readMetrics())?.[1];
  return Math.round(Number(seconds) * 1e5) / 100;
}

/** Guests that wait at the door. */
interface Guests {
  /** Lets them in and waits until their time is over. */
  letIn(): Promise<HostileCounts>;
}

/** Starts the guests in a process of their own. */
async function bringGuests({ app, api, dataDir }: BenchMarket, seconds: number): Promise<Guests> {
  const names = app
    .get(ConceptVocabulary, { strict: false })
    .all()
    .map(({ zh }) => zh);
  const orders = join(dataDir, 'hostile-guests.json');
  await writeFile(orders, JSON.stringify({ url: api.url, guests: GUESTS, seconds, names }));
  const program = nodeArguments(import.meta.url, './hostile-guests.main');
  const child = spawn(process.execPath, [...program, orders], { stdio: ['pipe', 'pipe', 2] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let told = '';
  const ready = new Promise<void>((resolve) =>
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.includes('ready')) resolve();
    }),
  );
  const tooSoon = ended.then(([code]) => {
    throw new Error(`The hostile guests ended with ${code}.`);
  });
  tooSoon.catch(() => undefined);
  await Promise.race([ready, tooSoon]);
  return {
    letIn: async () => {
      child.stdin?.write('go');
      const [code] = await ended;
      if (code !== 0) throw new Error(`The hostile guests ended with ${code}.`);
      return JSON.parse(told.trim().split('\n').at(-1) ?? '') as HostileCounts;
    },
  };
}

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
