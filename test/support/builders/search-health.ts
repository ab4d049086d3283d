import { DomainEvents, Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { SEARCH_INDEX_CONSUMER } from '@app/search';
import type { TestApp } from '../test-app.js';

let made = 0;

/** Words that staff made a name of die casting; no other test of this process uses them. */
export async function aSearchSynonym(app: TestApp): Promise<{ key: string; id: string; words: string }> {
  const key = newId();
  const words = `压铸别名${++made}`;
  await app.get(Transactions).query(
    `insert into search_synonym (id, words, concept_id, added_by, added_at)
     values ($1, $2, 'die-casting', $1, now())`,
    [key, words],
  );
  return { key, id: encodeGlobalId('SearchSynonym', key), words };
}

/** A change that could not be indexed; gives the number of its delivery. */
export async function anIndexDeadLetter(app: TestApp, reason = 'does not fit'): Promise<string> {
  const transactions = app.get(Transactions);
  const aggregateId = newId();
  await transactions.run(() =>
    app
      .get(DomainEvents)
      .record({ type: 'CapabilityChanged', aggregateType: 'Capability', aggregateId, ids: {} }),
  );
  const [row] = await transactions.query<{ id: string }>(
    `with dead as (
       update event_delivery set dead_at = now(), attempts = 8, last_error = $3
        where consumer = $1 and aggregate_id = $2 returning id)
     select id::text from dead`,
    [SEARCH_INDEX_CONSUMER, aggregateId, reason],
  );
  return row!.id;
}
