import type { ColumnSet } from '../columns/column-set.js';
import { BLOCK_SIZE } from '../postings/posting-block.js';
import type { GenerationTables } from './generation-tables.js';
import type { Connection } from './search-database.js';

/** Fills the dictionaries of value combinations from their table. */
export async function loadValueSets(
  connection: Connection,
  t: GenerationTables,
  columns: ColumnSet,
): Promise<void> {
  const { rows } = await connection.query<{ field: string; key: string }>(
    `select field, key from ${t.valueSet} order by field, number`,
  );
  for (const { field, key } of rows) columns.terms.get(field)?.sets.numberOfKey(key);
}

/** Stores the combinations of values that are new since each field had so many. */
export async function addValueSets(
  connection: Connection,
  t: GenerationTables,
  columns: ColumnSet,
  known: ReadonlyMap<string, number>,
): Promise<void> {
  const added = [...columns.terms].flatMap(([field, { sets }]) => {
    const from = known.get(field) ?? 1;
    return Array.from({ length: sets.size - from }, (_, i) => ({
      field,
      number: from + i,
      key: sets.keyAt(from + i),
    }));
  });
  if (added.length === 0) return;
  await connection.query(
    `insert into ${t.valueSet} (field, number, key) select * from unnest($1::text[], $2::int[], $3::text[])`,
    [added.map(({ field }) => field), added.map(({ number }) => number), added.map(({ key }) => key)],
  );
}

/** Stores the columns of successive documents; `from` begins a chunk. */
export async function writeColumns(
  connection: Connection,
  t: GenerationTables,
  columns: ColumnSet,
  from: number,
  to: number,
): Promise<void> {
  for (let start = from; start < to; start += BLOCK_SIZE) {
    for (const { field, chunk } of columns.chunks(start, Math.min(to, start + BLOCK_SIZE))) {
      await connection.query(
        `insert into ${t.column} (field, chunk, width, bytes) values ($1, $2, $3, $4)
         on conflict (field, chunk) do update set width = excluded.width, bytes = excluded.bytes`,
        [field, start / BLOCK_SIZE, chunk.width, chunk.bytes],
      );
    }
  }
}
