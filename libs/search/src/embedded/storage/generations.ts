import { createHash } from 'node:crypto';
import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { DocumentVersion } from '../../port/search-document.js';
import type { IndexHealth } from '../../port/search-engine.js';
import { generationTables, createTables, addKeys, dropTables } from './generation-tables.js';
import type { Connection, SearchDatabase } from './search-database.js';

/** Raised whenever tokens or stored forms change, so that indexes of the older form are known to need a rebuild. */
const FORMAT = 1;

/** After so many seconds nobody reads a replaced generation any more. */
const RETIRED_SECONDS = 15;

/** First key of the advisory locks of rebuilds (second key: the index) and merges (second key: the generation). */
export const REBUILD_LOCK = 7021;
export const MERGE_LOCK = 7022;

/** How far a generation has come. */
export interface Generation {
  readonly id: number;
  readonly typicalLength: number;
  /** Documents that are live. */
  readonly documents: number;
  /** Number of the next document. */
  readonly nextNumber: number;
  /** Number of the next token. */
  readonly nextTerm: number;
  /** Documents below this number stand in blocks and columns, those from it on in changes. */
  readonly baseLimit: number;
  /** Changes so far, and how many of them were merged. */
  readonly sequence: number;
  readonly merged: number;
}

const COLUMNS = `g.id, g.typical_length::float8 as "typicalLength", g.documents, g.next_number as "nextNumber",
  g.next_term as "nextTerm", g.base_limit as "baseLimit", g.sequence::float8 as sequence, g.merged::float8 as merged`;

/** The form in which this version of the platform writes an index. */
function indexFormat(index: IndexName): string {
  const fields = indexSchema(index).fields.map((field) => `${field.name} ${field.kind}`);
  return `${FORMAT}-${createHash('sha1').update(fields.join('\n')).digest('hex').slice(0, 12)}`;
}

/** Waits until no one else changes which generations an index has, or writes to them, and says which those are. */
export async function lockIndex(
  connection: Connection,
  index: IndexName,
): Promise<{ live: number | null; building: number | null }> {
  const { rows } = await connection.query<{ live: number | null; building: number | null }>(
    `select live, building from search.index_state where name = $1 for update`,
    [index],
  );
  if (!rows[0]) throw new Error(`the search schema knows no index ${index}`);
  return rows[0];
}

/** Reads a generation. */
export async function readGeneration(connection: Connection, id: number): Promise<Generation> {
  const { rows } = await connection.query<Generation>(
    `select ${COLUMNS} from search.generation g where id = $1`,
    [id],
  );
  if (!rows[0]) throw new Error(`no generation ${id} of a search index`);
  return rows[0];
}

/** Makes an empty generation with its tables, yet without keys. */
export async function createGeneration(connection: Connection, index: IndexName): Promise<Generation> {
  const { rows } = await connection.query<{ id: number }>(
    `insert into search.generation (index_name, format, typical_length) values ($1, $2, $3) returning id`,
    [index, indexFormat(index), indexSchema(index).typicalLength],
  );
  await createTables(connection, rows[0]!.id);
  return readGeneration(connection, rows[0]!.id);
}

/** The live generation of a locked index; an empty one is made when there is none. */
export async function ensureLive(
  connection: Connection,
  index: IndexName,
  live: number | null,
): Promise<Generation> {
  if (live !== null) return readGeneration(connection, live);
  const made = await createGeneration(connection, index);
  await addKeys(connection, made.id);
  await connection.query(`update search.index_state set live = $2 where name = $1`, [index, made.id]);
  return made;
}

/** Puts a built generation in the place of the live one of a locked index. */
export async function swapIn(
  connection: Connection,
  index: IndexName,
  live: number | null,
  built: number,
): Promise<void> {
  await connection.query(`update search.index_state set live = $2, building = null where name = $1`, [
    index,
    built,
  ]);
  if (live !== null)
    await connection.query(`update search.generation set retired_at = now() where id = $1`, [live]);
}

/** Drops generations that were replaced long enough ago for every reader to have moved. */
export async function dropRetired(database: SearchDatabase): Promise<void> {
  const retired = await database.query<{ id: number }>(
    `select id from search.generation where retired_at < now() - make_interval(secs => $1) order by id`,
    [RETIRED_SECONDS],
  );
  for (const { id } of retired) await database.transaction((connection) => dropGeneration(connection, id));
}

/** Drops the half-built generation of a locked index, with the changes that waited for it. */
export async function dropBuilding(
  connection: Connection,
  index: IndexName,
  building: number,
): Promise<void> {
  await connection.query(`update search.index_state set building = null where name = $1`, [index]);
  await connection.query(`delete from search.pending_change where index_name = $1`, [index]);
  await dropGeneration(connection, building);
}

async function dropGeneration(connection: Connection, id: number): Promise<void> {
  await dropTables(connection, id);
  await connection.query(`delete from search.generation where id = $1`, [id]);
}

/** Ids and versions of the live documents of an index, in the order of ids. */
export async function liveVersions(
  database: SearchDatabase,
  index: IndexName,
  after: string | null,
  limit: number,
): Promise<DocumentVersion[]> {
  const [state] = await database.query<{ live: number | null }>(
    `select live from search.index_state where name = $1`,
    [index],
  );
  if (!state?.live) return [];
  return database.query<DocumentVersion>(
    `select id, version::float8 as version from ${generationTables(state.live).document}
      where live and ($1::text is null or id > $1) order by id limit $2`,
    [after, limit],
  );
}

/** How all indexes fare. */
export async function engineHealth(database: SearchDatabase): Promise<IndexHealth[]> {
  const rows = await database.query<Omit<IndexHealth, 'outdated'> & { format: string | null }>(
    `select i.name as index, coalesce(g.documents, 0) as documents,
            coalesce(g.sequence - g.merged, 0)::float8 as unmerged, i.building is not null as rebuilding, g.format
       from search.index_state i left join search.generation g on g.id = i.live order by i.name`,
  );
  return rows.map(({ format, ...health }) => ({
    ...health,
    outdated: format !== null && format !== indexFormat(health.index),
  }));
}
