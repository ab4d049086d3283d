import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readTexts } from '../benchmarks/bench-documents.js';
import { titleOf } from '../benchmarks/seed-capabilities.js';
import type { Grades } from './ranking-metrics.js';

/** A listing that can be found. */
export interface EvalDocument {
  readonly id: string;
  /** All that the document says, in one text: what the baselines read. */
  readonly text: string;
  readonly title: string;
  readonly description: string;
  /** The supplier's name; invented by the evaluation where the collection has none. */
  readonly organization?: string;
  /** GB/T 2260 code of the supplier's place. */
  readonly region?: string;
  /** Whether the certificates that the text names are facts of the supplier too, as its own form would have them. */
  readonly declaresCertificates?: boolean;
}

/** Something asked for, with what was judged for it. */
export interface EvalQuery {
  readonly id: string;
  readonly text: string;
  readonly grades: Grades;
}

/** Documents, queries and judgements. */
export interface Collection {
  readonly documents: readonly EvalDocument[];
  readonly queries: readonly EvalQuery[];
}

/** What a query asks: the search box, or suppliers for a need. */
export type EvalTask = 'search' | 'match';

/** The files of a collection that is not the project's own. */
export interface CollectionFiles {
  /** JSON lines {id, text}: the documents. */
  readonly corpus: string;
  /** JSON lines {id, text}: what is asked for. */
  readonly queries: string;
  /** Tab-separated query, document and grade. */
  readonly qrels: string;
}

/** Reads a collection; a document becomes a capability whose description is the text. Throws with the bad line. */
export async function readCollection(files: CollectionFiles): Promise<Collection> {
  const texts = uniqueById(await readTexts(files.corpus), files.corpus);
  const documents = [...texts.values()].map(({ id, text }) => ({
    id,
    text,
    title: titleOf(text),
    description: text,
  }));
  const queries = uniqueById(await readTexts(files.queries), files.queries);
  const grades = await readGrades(files.qrels, queries, texts);
  return {
    documents,
    queries: [...queries.values()].map(({ id, text }) => ({ id, text, grades: grades.get(id) ?? new Map() })),
  };
}

function uniqueById<T extends { readonly id: string }>(texts: readonly T[], file: string): Map<string, T> {
  const byId = new Map(texts.map((text) => [text.id, text]));
  if (byId.size !== texts.length) throw new Error(`${file}: an id occurs twice.`);
  return byId;
}

/**
 * Grades by query and document; a head line is passed over and negative grades count as 0. Judgements of queries and
 * documents that the files do not have are left out and counted on standard error.
 */
async function readGrades(
  file: string,
  queries: ReadonlyMap<string, unknown>,
  documents: ReadonlyMap<string, unknown>,
): Promise<Map<string, Map<string, number>>> {
  const grades = new Map<string, Map<string, number>>();
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  let foreign = 0;
  for await (const content of lines) {
    line++;
    if (content.trim() === '') continue;
    const [query = '', document = '', grade = ''] = content.split('\t').map((value) => value.trim());
    if (!/^-?\d+$/.test(grade)) {
      if (line === 1) continue;
      throw new Error(
        `${file}:${line}: each line has to be query, document and a whole number, tab-separated.`,
      );
    }
    if (!queries.has(query) || !documents.has(document)) {
      foreign++;
      continue;
    }
    const of = grades.get(query) ?? new Map<string, number>();
    grades.set(query, of.set(document, Math.max(0, Number(grade))));
  }
  if (foreign > 0) console.error(`${file}: ${foreign} judgements are of other queries or documents.`);
  return grades;
}

/** How many documents a ranking gives: the deepest metric looks at 20. */
export const DEPTH = 20;

/** Whoever answers queries with a ranking of documents. */
export interface Contestant {
  readonly name: string;
  /** Ids of documents, best first, at most {@link DEPTH}. */
  rank(text: string): Promise<readonly string[]>;
}
