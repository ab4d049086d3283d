import type { SearchDocument } from '../../port/search-document.js';
import { ENTRY_BYTES } from '../postings/posting-block.js';
import type { PackedBlocks } from '../postings/posting-run.js';
import type { GenerationTables } from './generation-tables.js';
import type { Connection } from './search-database.js';

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
