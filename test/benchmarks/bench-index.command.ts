import { capabilityChanged } from '@app/capabilities';
import { DomainEvents, Transactions } from '@app/database';
import { DocumentSources, SEARCH_INDEX_CONSUMER, SearchEngine, SearchUnavailableError } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, Option } from 'nest-commander';
import { setTimeout as pause } from 'node:timers/promises';
import { ProgressLine } from '../../apps/cli/src/output.js';
import { type BenchMarket, withBenchMarket } from './bench-market.js';
import { Flights, Latencies } from './latency.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from './measured.command.js';
import { startServer, WORKER } from './server-process.js';

const PAGE = 2000;
const POLL_INTERVAL_MS = 100;

/** Waits until no delivery of indexing is left, and no longer than some patience. */
async function untilQuiet(transactions: Transactions, patienceMs: number): Promise<void> {
  for (
    const until = performance.now() + patienceMs;
    performance.now() < until;
    await pause(POLL_INTERVAL_MS)
  ) {
    const [row] = await transactions.query<{ waiting: number }>(
      `select count(*)::int as waiting from event_delivery where consumer = $1 and dead_at is null`,
      [SEARCH_INDEX_CONSUMER],
    );
    if (row?.waiting === 0) return;
  }
}

/** Capabilities that the index does not hold in the version that PostgreSQL has. */
async function countLost(app: INestApplicationContext): Promise<number> {
  const engine = app.get(SearchEngine, { strict: false });
  const source = app.get(DocumentSources, { strict: false }).getSource('capabilities');
  const held = new Map<string, number>();
  for (let after: string | null = null; ;) {
    const page = await engine.versions('capabilities', after, PAGE);
    for (const { id, version } of page) held.set(id, version);
    after = page.at(-1)?.id ?? null;
    if (after === null) break;
  }
  let lost = 0;
  for (let page = await source.page(null, PAGE); page.length > 0;) {
    lost += page.filter(({ id, version }) => held.get(id) !== version).length;
    page = await source.page(page.at(-1)!.id, PAGE);
  }
  return lost;
}

const USUAL_SECONDS = 60;
const PER_SECOND = 100;
/** Of so many changes one is looked for until it is found; all are counted at the end. */
const WATCHED = 10;
/** So many changes are on their way to the database at once at most, so that a slow one is not buried under them. */
const AT_ONCE = 32;
const LOOK_EVERY_MS = 10;
/** The longer a change is waited for, the less often it is looked for: the lag is known to a twentieth of itself. */
const LOOK_SHARE = 0.05;
/** A change that is not found by then is lost to its reader. */
const PATIENCE_MS = 60_000;
/** A change is late that is not found within a second. */
const LATE_MS = 1000;

interface Listing {
  readonly id: string;
  readonly organizationId: string;
}

/** Changes capabilities as editors do, for so many seconds, and watches when search finds them. */
export async function measureIndexing(market: BenchMarket, seconds = USUAL_SECONDS) {
  const worker = await startServer(
    WORKER,
    { DATABASE_URL: market.databaseUrl, DATA_DIR: market.dataDir },
    market.profile,
  );
  try {
    return await change(market, seconds * PER_SECOND);
  } finally {
    await worker.stop();
  }
}

async function change(market: BenchMarket, changes: number) {
  const transactions = market.app.get(Transactions, { strict: false });
  const listings = await transactions.query<Listing>(
    `select id, organization_id as "organizationId" from capability order by md5(id::text) limit $1`,
    [changes],
  );
  const { lags, lateAtSeconds, tookMs } = await make(market, listings, changes);
  const found = new Latencies(lags);
  await untilQuiet(transactions, PATIENCE_MS);
  return {
    engine: market.engine,
    documents: market.documents,
    changes,
    changesPerSecond: Math.round((changes * 1000) / tookMs),
    watched: lags.length,
    lagP50Ms: found.percentile(0.5),
    lagP95Ms: found.percentile(0.95),
    lagMaxMs: found.percentile(1),
    lateAtSeconds: [...lateAtSeconds].sort((a, b) => a - b),
    lost: await countLost(market.app),
  };
}

interface Watched {
  readonly lags: readonly number[];
  /** The seconds of the run whose changes were late: whether it is now and then, or always. */
  readonly lateAtSeconds: ReadonlySet<number>;
  readonly tookMs: number;
}

/** Makes the changes one after the other at their time, and looks for some of them until they are found. */
async function make(market: BenchMarket, listings: readonly Listing[], changes: number): Promise<Watched> {
  const progress = new ProgressLine('change');
  const lags: number[] = [];
  const lateAtSeconds = new Set<number>();
  const commits = new Flights(AT_ONCE);
  const watches = new Flights(Infinity);
  const started = performance.now();
  for (let i = 0; i < changes; i++) {
    const due = started + (i * 1000) / PER_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    const listing = listings[i % listings.length]!;
    await commits.begin(async () => {
      await commit(market, listing, wordOf(i));
      if (i % WATCHED > 0) return;
      await watches.begin(async () => {
        const lag = await untilFound(market, listing, wordOf(i));
        lags.push(lag);
        if (lag > LATE_MS) lateAtSeconds.add(Math.floor(i / PER_SECOND));
      });
    });
    if (i % PER_SECOND === 0) progress.show(`${i} of ${changes} changes`);
  }
  await commits.end();
  const tookMs = performance.now() - started;
  await watches.end();
  progress.end();
  return { lags, lateAtSeconds, tookMs };
}

/** A word that stands in no other listing; words differ by digits, which no search takes for one another. */
function wordOf(change: number): string {
  return `chg${String(change).padStart(7, '0')}`;
}

/** A change with its domain event, as a use case makes it. */
async function commit({ app }: BenchMarket, listing: Listing, word: string): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const events = app.get(DomainEvents, { strict: false });
  await transactions.run(async () => {
    await transactions.query(
      `update capability set specification = $2, version = version + 1, updated_at = now() where id = $1`,
      [listing.id, word],
    );
    await events.record(capabilityChanged(listing));
  });
}

/** How long after its commit a change is found, in milliseconds; PATIENCE_MS when it is not. */
async function untilFound({ app }: BenchMarket, { id }: Listing, word: string): Promise<number> {
  const engine = app.get(SearchEngine, { strict: false });
  const committed = performance.now();
  for (;;) {
    const found = await firstFound(engine, word);
    const waited = performance.now() - committed;
    if (found === id || waited > PATIENCE_MS) return Math.min(waited, PATIENCE_MS);
    await pause(Math.max(LOOK_EVERY_MS, waited * LOOK_SHARE));
  }
}

/** The listing that search finds first; an engine that is too busy to answer has not found anything yet. */
async function firstFound(engine: SearchEngine, word: string): Promise<string | undefined> {
  try {
    const { hits } = await engine.search({ index: 'capabilities', text: word, page: 1, hitsPerPage: 1 });
    return hits[0]?.id;
  } catch (error) {
    if (error instanceof SearchUnavailableError) return undefined;
    throw error;
  }
}

const USUAL_DOCUMENTS = 20_000;

/** How a measurement of indexing is asked for. */
interface IndexingOptions extends MeasuredOptions {
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
