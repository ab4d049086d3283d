import { type DocumentChanges, eachOnce, type SearchDocument } from '../../port/search-document.js';
import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import { SearchUnavailableError } from '../../port/search.errors.js';
import { serverNames } from '../index/index-names.js';
import { indexSettings } from '../index/index-settings.js';
import type { MeilisearchServer } from '../transport/meilisearch-server.js';
import { isWithoutVector } from '../transport/meilisearch.errors.js';
import { ChangeJournal } from './change-journal.js';
import { codedDocuments, DocumentWriter, validateServerDocument } from './document-writer.js';
import type { HeldVersions } from './held-versions.js';
import type { IndexLocks } from './index-locks.js';

/** Applies changes to the live indexes, and notes them for a rebuild that is under way. */
export class ServerIndexWriter {
  private readonly writer: DocumentWriter;

  constructor(
    private readonly server: MeilisearchServer,
    private readonly locks: IndexLocks,
    private readonly versions: HeldVersions,
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
    const held = await this.versions.of(
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
