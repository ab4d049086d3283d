import { setTimeout as pause } from 'node:timers/promises';
import { DomainEvents, Transactions } from '@app/database';
import { capabilityChanged } from '@app/capabilities';
import { SearchEngine, SearchUnavailableError } from '@app/search';
import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import type { BenchMarket } from '../bench-market.js';
import { Latencies } from '../latency.js';
import { Flights } from '../flights.js';
import { startServer, WORKER } from '../server-process.js';
import { countLost, untilQuiet } from './lost-changes.js';

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
