import { createHash } from 'node:crypto';
import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { DocumentChanges, FieldValue, SearchDocument } from '../../port/search-document.js';
import { impactOf } from '../../ranking/impact.js';
import { DocumentAnalyzer } from '../../text/document-analyzer.js';
import { generationTables, insertDocuments } from './generation-tables.js';
import { type Generation, readGeneration } from './generations.js';
import type { Connection } from './search-database.js';

/** A new document as readers and the merger take it from a change. */
export interface ChangeBody {
  /** Tokens and, side by side, their impacts. */
  readonly tokens: readonly string[];
  readonly impacts: readonly number[];
  readonly facets: Readonly<Record<string, FieldValue>>;
}

interface HeldDocument {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly digest: string;
}

interface DigestedDocument {
  readonly document: SearchDocument;
  readonly digest: string;
}

/** One line of the change table: a new document, the number it replaces, or a removal. */
interface Change {
  readonly number: number | null;
  readonly replaced: number | null;
  readonly body: ChangeBody | null;
}

/** What tells whether a document says the same as before. */
export function digestOf(index: IndexName, document: SearchDocument): string {
  const fields = indexSchema(index).fields.map(({ name }) => document.facets[name] ?? null);
  const { title, text, keywords = [], concepts = [] } = document;
  return createHash('md5')
    .update(JSON.stringify([title, text, keywords, concepts, fields]))
    .digest('base64url');
}

/**
 * Appends changes to a generation. The caller holds the lock of the index, so sequence numbers are in the order of
 * commits and without gaps. Documents that are held already in this or a newer state are passed over, which makes
 * applying again harmless. Gives the generation's sequence number afterwards.
 */
export async function writeChanges(
  connection: Connection,
  index: IndexName,
  generation: Generation,
  changes: DocumentChanges,
): Promise<number> {
  const held = await heldDocuments(connection, generation.id, changes);
  const fresh = await withoutOldNews(connection, index, generation.id, changes.upsert, held);
  const removed = changes.remove.flatMap((id) => held.get(id)?.number ?? []);
  const bodies = changeBodies(index, generation, fresh);
  const lines: Change[] = removed.map((number) => ({ number: null, replaced: number, body: null }));
  fresh.forEach(({ document }, i) => {
    const replaced = held.get(document.id)?.number ?? null;
    lines.push({ number: generation.nextNumber + i, replaced, body: bodies[i]! });
  });
  if (lines.length === 0) return generation.sequence;

  const t = generationTables(generation.id);
  const gone = lines.flatMap((line) => line.replaced ?? []);
  if (gone.length > 0)
    await connection.query(`update ${t.document} set live = false where number = any($1)`, [gone]);
  await insertDocuments(
    connection,
    t,
    fresh.map((each, i) => ({ ...each, number: generation.nextNumber + i })),
  );
  await insertChanges(connection, t.change, generation.sequence, lines);
  await connection.query(
    `update search.generation
        set next_number = next_number + $2, documents = documents + $3, sequence = sequence + $4 where id = $1`,
    [generation.id, fresh.length, fresh.length - gone.length, lines.length],
  );
  return generation.sequence + lines.length;
}

/** The documents that say something new; of those that only grew a version, the version is noted. */
async function withoutOldNews(
  connection: Connection,
  index: IndexName,
  generation: number,
  documents: readonly SearchDocument[],
  held: ReadonlyMap<string, HeldDocument>,
): Promise<DigestedDocument[]> {
  const newer = documents
    .map((document) => ({ document, digest: digestOf(index, document) }))
    .filter(({ document }) => document.version >= (held.get(document.id)?.version ?? -Infinity));
  const same = newer.filter(({ document, digest }) => digest === held.get(document.id)?.digest);
  await raiseVersions(
    connection,
    generation,
    same.map(({ document }) => document),
  );
  const known = new Set(same);
  return newer.filter((each) => !known.has(each));
}

/** Documents that say the same as before: only their version moves on. */
async function raiseVersions(
  connection: Connection,
  generation: number,
  same: readonly SearchDocument[],
): Promise<void> {
  if (same.length === 0) return;
  await connection.query(
    `update ${generationTables(generation).document} d set version = s.version
       from unnest($1::text[], $2::bigint[]) as s(id, version) where d.id = s.id and d.live and d.version < s.version`,
    [same.map(({ id }) => id), same.map(({ version }) => version)],
  );
}

async function heldDocuments(
  connection: Connection,
  generation: number,
  changes: DocumentChanges,
): Promise<Map<string, HeldDocument>> {
  const ids = [...changes.upsert.map(({ id }) => id), ...changes.remove];
  const { rows } = await connection.query<HeldDocument>(
    `select id, number, version::float8 as version, digest from ${generationTables(generation).document} where live and id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function changeBodies(
  index: IndexName,
  generation: Generation,
  fresh: readonly DigestedDocument[],
): ChangeBody[] {
  const analyzer = new DocumentAnalyzer(index);
  return fresh.map(({ document }) => {
    const { tokens, counts, length } = analyzer.analyze(document);
    return {
      tokens: Array.from(tokens, (token) => analyzer.dictionary[token]!),
      impacts: Array.from(counts, (halves) => impactOf(halves, length, generation.typicalLength)),
      facets: document.facets,
    };
  });
}

async function insertChanges(
  connection: Connection,
  table: string,
  sequence: number,
  lines: readonly Change[],
): Promise<void> {
  await connection.query(
    `insert into ${table} (seq, number, replaced, body)
     select * from unnest($1::bigint[], $2::int[], $3::int[], $4::json[])`,
    [
      lines.map((_, i) => sequence + 1 + i),
      lines.map(({ number }) => number),
      lines.map(({ replaced }) => replaced),
      lines.map(({ body }) => (body === null ? null : JSON.stringify(body))),
    ],
  );
}

interface PendingChange {
  readonly seq: number;
  readonly id: string;
  readonly document: SearchDocument | null;
}

/** Stores changes for the generation that is being built. */
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
