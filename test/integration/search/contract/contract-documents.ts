import type {
  FieldValue,
  IndexName,
  SearchAnswer,
  SearchDocument,
  SearchEngine,
  SearchRequest,
} from '@app/search';

/** What a contract case sets of a document; the rest is made up. */
export interface DocumentDraft {
  readonly title: string;
  readonly text?: string;
  readonly keywords?: readonly string[];
  readonly concepts?: readonly string[];
  readonly version?: number;
  readonly facets?: Readonly<Record<string, FieldValue>>;
}

/** A document with an id that tells its place in the list. */
export function documentAt(place: number, draft: DocumentDraft): SearchDocument {
  const { version = 1, text = '', facets = {}, ...rest } = draft;
  return { id: idAt(place), version, text, facets, ...rest };
}

/** The id of the document at a place. */
export function idAt(place: number): string {
  return `01900000-0000-7000-8000-${String(place).padStart(12, '0')}`;
}

/** Makes an index hold exactly these documents. */
export async function fill(
  engine: SearchEngine,
  index: IndexName,
  drafts: readonly DocumentDraft[],
): Promise<void> {
  const rebuild = await engine.beginRebuild(index);
  try {
    await rebuild.add(drafts.map((draft, place) => documentAt(place, draft)));
    await rebuild.finish();
  } catch (error) {
    await rebuild.abort();
    throw error;
  }
}

/** Asks the capabilities, first page of 20 unless said otherwise. */
export function ask(engine: SearchEngine, request: Partial<SearchRequest>): Promise<SearchAnswer> {
  return engine.search({ index: 'capabilities', page: 1, hitsPerPage: 20, ...request });
}

/** The places of the hits, in their order. */
export function places(answer: SearchAnswer): number[] {
  return answer.hits.map(({ id }) => Number(id.slice(-12)));
}

/** The places of the hits, rising. */
export function found(answer: SearchAnswer): number[] {
  return places(answer).sort((a, b) => a - b);
}
