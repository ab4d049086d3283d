import { MeilisearchSearchEngine } from '@app/search';
import { MeiliStandIn, type Trouble } from '../../support/meili/meili-stand-in.js';
import { until } from '../embedded/server-fixture.js';
import { FaultBed } from './fault-bed.js';
import { type ChangeStream, endLeases } from './indexing-faults.js';

/** What a search server answers badly: 503, half an answer, a page of a proxy, a task it forgets, nothing at all. */
const TROUBLES: readonly Trouble[] = ['UNAVAILABLE', 'TRUNCATED', 'NOT_JSON', 'LOST', 'HANGS'];
/** Writes of documents: what is asked besides is asked again. */
const WRITES = /capabilities\/documents$/;
const CHANGES_BETWEEN = 20;
const KEYS = { search: 's', index: 'i', admin: 'a' };
const FAILED = 'select count(*) from event_delivery where last_error is not null';

/** Programs whose search engine is a Meilisearch that can be made to fail in every way. */
export interface EngineBed {
  readonly bed: FaultBed;
  readonly server: MeiliStandIn;
  /** The same index, read from this process. */
  readonly engine: MeilisearchSearchEngine;
  close(): Promise<void>;
}

export async function engineBed(databaseUrl: string): Promise<EngineBed> {
  const server = await MeiliStandIn.start();
  const bed = await FaultBed.on(databaseUrl, {
    DATABASE_URL: databaseUrl,
    MEILI_URL: server.url,
    MEILI_SEARCH_KEY: KEYS.search,
    MEILI_INDEX_KEY: KEYS.index,
    MEILI_ADMIN_KEY: KEYS.admin,
  });
  const engine = new MeilisearchSearchEngine({ url: server.url, keys: KEYS, databaseUrl });
  const close = async () => {
    server.mend();
    await bed.close();
    await engine.close();
    await server.stop();
  };
  return { bed, server, engine, close };
}

/** Lets the server fail in each way under the stream, and be gone for a while, so many times; each fault strikes. */
export async function troubleEngine(
  { bed, server }: EngineBed,
  stream: ChangeStream,
  rounds: number,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const trouble of TROUBLES) {
      server.trouble(WRITES, trouble);
      await until(() => server.ahead === 0);
      if (trouble === 'HANGS') server.cutHanging();
      await stream.reach(stream.changes + CHANGES_BETWEEN);
      await recovered(bed);
    }
    await server.down();
    const before = stream.changes;
    await until(async () => (await bed.number(FAILED)) > 0 && stream.changes > before);
    await server.up();
    await recovered(bed);
  }
}

/** Waits until what has failed is delivered, so that nothing fails so often that it is given up. */
async function recovered(bed: FaultBed): Promise<void> {
  await endLeases(bed);
  await until(async () => (await bed.number(FAILED)) === 0);
}
