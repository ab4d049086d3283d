import { type ColumnChunk, ColumnSet } from './column-set.js';
import {
  addValueSets,
  generationTables,
  type GenerationTables,
  loadValueSets,
  writeColumns,
} from './generation-tables.js';
import type { IndexName } from '../../port/index-schemas.js';
import { BLOCK_BITS, BLOCK_SIZE, ENTRY_BYTES, writeEntry } from './posting-blocks.js';
import type { ChangeBody } from './change-writer.js';
import { type Generation, MERGE_LOCK, readGeneration } from './generations.js';
import type { Connection } from './search-database.js';

/** The most changes of one merge: bounds its memory and the time until the next one may begin. */
const BATCH = 4000;

/** So long merged changes are kept for readers that have not come by since. */
const KEPT_SECONDS = 60;

interface NewDocument {
  readonly number: number;
  readonly body: ChangeBody;
}

/** Entries to append to one block of one token. */
interface BlockAppend {
  readonly token: string;
  readonly block: number;
  readonly entries: number[];
}

/**
 * Moves the oldest changes of a generation from the change table into the tail blocks and columns, in the caller's
 * transaction: after a crash either all of it happened or nothing did. Gives how many were merged; 0 when there are
 * fewer than `least`, or when somebody else is merging.
 */
export async function mergeChanges(
  connection: Connection,
  index: IndexName,
  id: number,
  least: number,
): Promise<number> {
  const { rows } = await connection.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock($1, $2) as mine`,
    [MERGE_LOCK, id],
  );
  if (!rows[0]?.mine) return 0;
  const generation = await readGeneration(connection, id);
  const upTo = Math.min(generation.sequence, generation.merged + BATCH);
  if (upTo - generation.merged < Math.max(1, least)) return 0;

  const t = generationTables(id);
  const documents = await newDocuments(connection, t, generation.merged, upTo);
  const limit = generation.baseLimit + documents.length;
  const appends = blockAppends(documents);
  const newTokens = await mergeTerms(connection, t, generation, appends);
  await appendBlocks(connection, t, appends);
  await mergeColumns(connection, t, index, generation.baseLimit, documents);
  await connection.query(
    `delete from ${t.change} where seq <= $1 and at < now() - make_interval(secs => $2)`,
    [generation.merged, KEPT_SECONDS],
  );
  await connection.query(
    `update search.generation set merged = $2, base_limit = $3, next_term = next_term + $4 where id = $1`,
    [id, upTo, limit, newTokens],
  );
  return upTo - generation.merged;
}

async function newDocuments(
  connection: Connection,
  t: GenerationTables,
  merged: number,
  upTo: number,
): Promise<NewDocument[]> {
  const { rows } = await connection.query<NewDocument>(
    `select number, body from ${t.change} where seq > $1 and seq <= $2 and number is not null order by number`,
    [merged, upTo],
  );
  return rows;
}

function blockAppends(documents: readonly NewDocument[]): BlockAppend[] {
  const appends = new Map<string, BlockAppend>();
  for (const { number, body } of documents) {
    const block = number >>> BLOCK_BITS;
    body.tokens.forEach((token, i) => {
      const key = `${block} ${token}`;
      let append = appends.get(key);
      if (!append) appends.set(key, (append = { token, block, entries: [] }));
      append.entries.push(number & (BLOCK_SIZE - 1), body.impacts[i]!);
    });
  }
  return [...appends.values()];
}

/** Raises the frequencies of known tokens and adds the new ones; gives how many were new. */
async function mergeTerms(
  connection: Connection,
  t: GenerationTables,
  generation: Generation,
  appends: readonly BlockAppend[],
): Promise<number> {
  const frequencies = new Map<string, number>();
  for (const { token, entries } of appends)
    frequencies.set(token, (frequencies.get(token) ?? 0) + entries.length / 2);
  const { rows } = await connection.query<{ token: string }>(
    `update ${t.term} t set df = t.df + f.df from unnest($1::text[], $2::int[]) as f(token, df) where t.token = f.token returning t.token`,
    [[...frequencies.keys()], [...frequencies.values()]],
  );
  for (const { token } of rows) frequencies.delete(token);
  await connection.query(
    `insert into ${t.term} (id, token, df) select * from unnest($1::int[], $2::text[], $3::int[])`,
    [
      Array.from(frequencies.keys(), (_, i) => generation.nextTerm + i),
      [...frequencies.keys()],
      [...frequencies.values()],
    ],
  );
  return frequencies.size;
}

/** Appends entries to blocks; numbers only grow, so that what is appended stands behind what is there. */
async function appendBlocks(
  connection: Connection,
  t: GenerationTables,
  appends: readonly BlockAppend[],
): Promise<void> {
  const lengths = appends.map(({ entries }) => (entries.length / 2) * ENTRY_BYTES);
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const { entries } of appends) {
    for (let i = 0; i < entries.length; i += 2, at += ENTRY_BYTES)
      writeEntry(bytes, at, entries[i]!, entries[i + 1]!);
  }
  await connection.query(
    `insert into ${t.block} as b (term, block, n, bytes)
     select t.id, a.block, a.length / ${ENTRY_BYTES}, substring($4::bytea from (a.till - a.length + 1)::int for a.length)
       from (select token, block, length, sum(length) over (order by position) as till
               from unnest($1::text[], $2::int[], $3::int[]) with ordinality as u(token, block, length, position)) a
       join ${t.term} t on t.token = a.token
     on conflict (term, block) do update set n = b.n + excluded.n, bytes = b.bytes || excluded.bytes`,
    [appends.map(({ token }) => token), appends.map(({ block }) => block), lengths, bytes],
  );
}

/** Rewrites the tail chunks of all columns with the new documents behind the old ones. */
async function mergeColumns(
  connection: Connection,
  t: GenerationTables,
  index: IndexName,
  from: number,
  documents: readonly NewDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const columns = new ColumnSet(index);
  const firstChunk = from >>> BLOCK_BITS;
  await loadValueSets(connection, t, columns);
  const known = new Map([...columns.terms].map(([field, { sets }]) => [field, sets.size]));
  const tail = await connection.query<{ field: string } & ColumnChunk>(
    `select field, width, bytes from ${t.column} where chunk = $1`,
    [firstChunk],
  );
  for (const { field, ...chunk } of tail.rows) columns.load(field, firstChunk, chunk);
  for (const { number, body } of documents) columns.put(number, body.facets);
  await addValueSets(connection, t, columns, known);
  await writeColumns(connection, t, columns, firstChunk * BLOCK_SIZE, from + documents.length);
}
