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
