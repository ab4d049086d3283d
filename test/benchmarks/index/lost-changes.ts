import { setTimeout as pause } from 'node:timers/promises';
import { Transactions } from '@app/database';
import { DocumentSources, SEARCH_INDEX_CONSUMER, SearchEngine } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';

const PAGE = 2000;
const LOOK_EVERY_MS = 100;

/** Waits until no delivery of indexing is left, and no longer than some patience. */
export async function untilQuiet(transactions: Transactions, patienceMs: number): Promise<void> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(LOOK_EVERY_MS)) {
    const [row] = await transactions.query<{ waiting: number }>(
      `select count(*)::int as waiting from event_delivery where consumer = $1 and dead_at is null`,
      [SEARCH_INDEX_CONSUMER],
    );
    if (row?.waiting === 0) return;
  }
}

/** Capabilities that the index does not hold in the version that PostgreSQL has. */
export async function countLost(app: INestApplicationContext): Promise<number> {
  const engine = app.get(SearchEngine, { strict: false });
  const source = app.get(DocumentSources, { strict: false }).of('capabilities');
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
