import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import {
  type DocumentChanges,
  type DocumentVersion,
  eachOnce,
  type SearchDocument,
} from '../../port/search-document.js';
import { SearchUnavailableError } from '../../port/search.errors.js';
import { indexSettings, serverNames } from '../server/index-settings.js';
import { isMissingIndex, isWithoutVector } from '../server/meilisearch-http.js';
import type { MeilisearchServer } from '../server/meilisearch-server.js';
import { ChangeJournal, codedDocuments, DocumentWriter, validateServerDocument } from './document-writer.js';
import type { IndexLocks } from './index-locks.js';

const PAGE = 10_000;
const KEEP_MS = 60_000;
const FIELDS = ['id', 'version'];

/** Which versions an index of the server holds. */
export class HeldVersionsReader {
  private readonly listings = new Map<IndexName, { until: number; all: readonly DocumentVersion[] }>();

  constructor(
    private readonly server: MeilisearchServer,
    private readonly prefix: string,
  ) {}

  /** Versions of some documents; absent where the index does not hold them. */
  async readVersions(uid: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const query = { ids: [...ids], limit: ids.length, fields: FIELDS };
    const held = await this.server.documents(uid, query);
    return new Map(held.map((row) => [row['id'] as string, row['version'] as number]));
  }

  /**
   * Ids and versions in the order of ids. The server lists documents in an order of its own and knows no "after this
   * id"; so the first question reads them all, and those that follow are answered from the same list.
   */
  async readPage(index: IndexName, after: string | null, limit: number): Promise<readonly DocumentVersion[]> {
    const kept = after === null ? undefined : this.listings.get(index);
    const all = kept && kept.until > performance.now() ? kept.all : await this.list(index);
    const from = after === null ? 0 : firstAfter(all, after);
    const page = all.slice(from, from + limit);
    if (page.length < limit) this.listings.delete(index);
    else this.listings.set(index, { until: performance.now() + KEEP_MS, all });
    return page;
  }

  /** Forgets the list of an index that this process changed. */
  forgetIndex(index: IndexName): void {
    this.listings.delete(index);
  }

  private async list(index: IndexName): Promise<readonly DocumentVersion[]> {
    const { live } = serverNames(this.prefix, index);
    const all: DocumentVersion[] = [];
    try {
      for (let offset = 0; ; offset += PAGE) {
        const page = await this.server.documents(live, { offset, limit: PAGE, fields: FIELDS });
        all.push(...page.map((row) => ({ id: row['id'] as string, version: row['version'] as number })));
        if (page.length < PAGE) break;
      }
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
    }
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** The place of the first id behind another, by halving. */
function firstAfter(all: readonly DocumentVersion[], after: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.id > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Applies changes to the live indexes, and notes them for a rebuild that is under way. */
export class ServerIndexWriter {
  private readonly writer: DocumentWriter;

  constructor(
    private readonly server: MeilisearchServer,
    private readonly locks: IndexLocks,
    private readonly versions: HeldVersionsReader,
    private readonly prefix: string,
    private readonly vectors: VectorSource | undefined,
  ) {
    this.writer = new DocumentWriter(server);
  }

  /** Applies changes; they are searchable once it resolves. */
  async apply(index: IndexName, changes: DocumentChanges): Promise<void> {
    const { upsert, remove } = eachOnce(changes);
    for (const document of upsert) validateServerDocument(index, document);
    if (upsert.length + remove.length === 0) return;
    const { live, building, journal } = serverNames(this.prefix, index);
    await this.locks.writing(index, async () => {
      const present = await this.server.documentCounts();
      if (!present.has(live)) await this.makeLive(index, live);
      // Noted first: should the live index take them and the note fail, the rebuild would bring the old ones back.
      if (present.has(building)) await new ChangeJournal(this.server, journal).note(upsert, remove);
      await this.replace(index, live, upsert);
      await this.writer.remove(live, remove);
    });
  }

  /** Puts documents in the place of older ones; those that an index holds in a newer version are passed over. */
  async replace(index: IndexName, uid: string, documents: readonly SearchDocument[]): Promise<void> {
    const held = await this.versions.readVersions(
      uid,
      documents.map(({ id }) => id),
    );
    const newer = documents.filter(({ id, version }) => version >= (held.get(id) ?? version));
    const coded = await codedDocuments(index, newer, this.vectors);
    try {
      await this.writer.put(uid, coded);
    } catch (error) {
      if (!isWithoutVector(error) || !this.server.administers) throw error;
      // Built for a model that is gone: what changes must be found by words, until a rebuild finds by vectors again.
      await this.server.dropVectors(uid);
      await this.writer.put(uid, coded);
    }
  }

  private async makeLive(index: IndexName, live: string): Promise<void> {
    if (!this.server.administers)
      throw new SearchUnavailableError(`the index ${live} is not there yet: rebuild it (npm run reindex)`);
    const vectors = (await this.vectors?.searched(index)) ?? null;
    await this.server.createIndex(live, indexSettings(index, vectors));
  }
}
