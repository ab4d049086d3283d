import { createHash } from 'node:crypto';
import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { DocumentVersion } from '../../port/search-document.js';
import type { IndexHealth } from '../../port/search-engine.js';
import type { Connection, SearchDatabase } from './search-database.js';

/** The tables of one generation of an index. */
export interface GenerationTables {
  /** The dictionary: number and text of each token, and how many documents carry it. */
  readonly term: string;
  /** Posting blocks by token and block number. */
  readonly block: string;
  /** What is shown of documents; a replaced or removed one stays, not live, until the next rebuild. */
  readonly document: string;
  /** Packed columns by field and chunk. */
  readonly column: string;
  /** The combinations of values that columns refer to. */
  readonly valueSet: string;
  /** Changes in the order in which they became searchable. */
  readonly change: string;
}

/** The names of a generation's tables. */
export function generationTables(generation: number): GenerationTables {
  const table = (name: string) => `search.${name}_${generation}`;
  return {
    term: table('term'),
    block: table('block'),
    document: table('document'),
    column: table('column'),
    valueSet: table('value_set'),
    change: table('change'),
  };
}

/** Makes a generation's tables, without the keys that {@link addKeys} adds once they are filled. */
async function createTables(connection: Connection, generation: number): Promise<void> {
  const t = generationTables(generation);
  await connection.query(`
    create table ${t.term} (id int not null, token text collate "C" not null, df int not null);
    create table ${t.block} (term int not null, block int not null, n int not null, bytes bytea not null);
    alter table ${t.block} alter bytes set storage external;
    create table ${t.document} (
      number int not null, id text collate "C" not null, version bigint not null, digest text not null,
      title text not null, body text not null, live boolean not null default true);
    create table ${t.column} (field text, chunk int, width int not null, bytes bytea not null, primary key (field, chunk));
    create table ${t.valueSet} (field text, number int, key text not null, primary key (field, number));
    create table ${t.change} (
      seq bigint primary key, number int, replaced int, body json, at timestamptz not null default now())`);
}

/** Adds the keys of a filled generation; fails when a document was added twice. */
export async function addKeys(connection: Connection, generation: number): Promise<void> {
  const t = generationTables(generation);
  await connection.query(`
    create unique index on ${t.term} (token) include (id, df);
    alter table ${t.block} add primary key (term, block);
    create unique index on ${t.document} (number) include (id);
    create unique index on ${t.document} (id) where live;
    create index on ${t.document} (number) where not live`);
}

/** Drops a generation's tables. */
async function dropTables(connection: Connection, generation: number): Promise<void> {
  await connection.query(`drop table if exists ${Object.values(generationTables(generation)).join(', ')}`);
}

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
