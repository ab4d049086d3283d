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

/** A text that the outside model refused until it was put aside; gives the number of its task. */
export async function anEmbedderDeadText(app: TestApp, text = `被拒的文字${++made}`): Promise<string> {
  const [row] = await app.get(Transactions).query<{ id: string }>(
    `with model as (
       insert into embedding_model (name, version, dimensions, state, began_at)
       values ('trade-texts', '1', 64, 'COMPUTING', now())
       on conflict (name, version, dimensions) do update set dimensions = excluded.dimensions returning id)
     insert into embedding_task (model_id, hash, text, attempts, dead_at, last_error)
     select id, sha256(convert_to($1, 'UTF8')), $1, 8, now(), 'answers 400' from model returning id::text`,
    [text],
  );
  return row!.id;
}
