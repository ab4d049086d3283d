import type { SearchDocument } from '../../port/search-document.js';
import type { ColumnSet } from './column-set.js';
import { BLOCK_SIZE, ENTRY_BYTES, type PackedBlocks } from './posting-blocks.js';
import type { Connection } from './search-database.js';

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
export async function createTables(connection: Connection, generation: number): Promise<void> {
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
export async function dropTables(connection: Connection, generation: number): Promise<void> {
  await connection.query(`drop table if exists ${Object.values(generationTables(generation)).join(', ')}`);
}

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

/** Blocks per statement. */
const BLOCKS = 20_000;
const TOKENS = 50_000;

/** Stores packed blocks; PostgreSQL cuts one long value into the blocks, which spares a parameter per block. */
export async function insertBlocks(
  connection: Connection,
  t: GenerationTables,
  block: number,
  packed: PackedBlocks,
): Promise<void> {
  const { tokens, counts, bytes } = packed;
  for (let from = 0, at = 0; from < tokens.length; from += BLOCKS) {
    const part = counts.subarray(from, from + BLOCKS);
    const length = part.reduce((sum, count) => sum + count, 0) * ENTRY_BYTES;
    await connection.query(
      `insert into ${t.block} (term, block, n, bytes)
       select p.term, $1, p.n, substring($4::bytea from ((p.till - p.n) * ${ENTRY_BYTES} + 1)::int for p.n * ${ENTRY_BYTES})
         from (select term, n, sum(n) over (order by position) as till
                 from unnest($2::int[], $3::int[]) with ordinality as u(term, n, position)) p
        order by p.till`,
      [
        block,
        intArray(tokens.subarray(from, from + BLOCKS)),
        intArray(part),
        bytes.subarray(at, at + length),
      ],
    );
    at += length;
  }
}

/** Stores the dictionary. */
export async function insertTerms(
  connection: Connection,
  t: GenerationTables,
  dictionary: readonly string[],
  frequencies: Uint32Array,
): Promise<void> {
  for (let from = 0; from < dictionary.length; from += TOKENS) {
    const tokens = dictionary.slice(from, from + TOKENS);
    await connection.query(
      `insert into ${t.term} (id, token, df)
       select $1::int + position::int - 1, token, df from unnest($2::text[], $3::int[]) with ordinality as u(token, df, position)`,
      [from, tokens, intArray(frequencies.subarray(from, from + tokens.length))],
    );
  }
}

/** A document with its number on its way into a generation. */
export interface NumberedDocument {
  readonly number: number;
  readonly digest: string;
  readonly document: SearchDocument;
}

/** Stores what is shown of documents. */
export async function insertDocuments(
  connection: Connection,
  t: GenerationTables,
  rows: readonly NumberedDocument[],
): Promise<void> {
  if (rows.length === 0) return;
  await connection.query(
    `insert into ${t.document} (number, id, version, digest, title, body)
     select * from unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])`,
    [
      intArray(rows.map(({ number }) => number)),
      rows.map(({ document }) => document.id),
      rows.map(({ document }) => document.version),
      rows.map(({ digest }) => digest),
      rows.map(({ document }) => document.title),
      rows.map(({ document }) => document.text),
    ],
  );
}

function intArray(numbers: Uint32Array | readonly number[]): string {
  return `{${numbers.join(',')}}`;
}
