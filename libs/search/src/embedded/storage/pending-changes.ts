import type { IndexName } from '../../port/index-schemas.js';
import type { DocumentChanges, SearchDocument } from '../../port/search-document.js';
import { writeChanges } from './change-writer.js';
import { readGeneration } from './generations.js';
import type { Connection } from './search-database.js';

interface PendingChange {
  readonly seq: number;
  readonly id: string;
  readonly document: SearchDocument | null;
}

/** Keeps changes for the generation that is being built beside the live one. */
export async function keepPending(
  connection: Connection,
  index: IndexName,
  { upsert, remove }: DocumentChanges,
): Promise<void> {
  await connection.query(
    `insert into search.pending_change (index_name, document_id, document)
     select $1, c.id, c.document from unnest($2::text[], $3::json[]) with ordinality as c(id, document, position) order by position`,
    [
      index,
      [...remove, ...upsert.map(({ id }) => id)],
      [...remove.map(() => null), ...upsert.map((document) => JSON.stringify(document))],
    ],
  );
}

/** Brings the oldest kept changes into a built generation; gives how many. */
export async function takePending(
  connection: Connection,
  index: IndexName,
  generation: number,
  limit: number,
): Promise<number> {
  const { rows } = await connection.query<PendingChange>(
    `with taken as (
       delete from search.pending_change where seq in (
         select seq from search.pending_change where index_name = $1 order by seq limit $2)
       returning seq, document_id as id, document)
     select seq::float8 as seq, id, document from taken order by seq`,
    [index, limit],
  );
  const latest = new Map(rows.map((row) => [row.id, row.document]));
  const upsert = [...latest.values()].filter((document) => document !== null);
  const remove = [...latest].filter(([, document]) => document === null).map(([id]) => id);
  if (rows.length > 0)
    await writeChanges(connection, index, await readGeneration(connection, generation), { upsert, remove });
  return rows.length;
}
