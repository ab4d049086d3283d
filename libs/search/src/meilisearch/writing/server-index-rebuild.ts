import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import type { SearchDocument } from '../../port/search-document.js';
import type { IndexRebuild } from '../../port/search-engine.js';
import { RebuildRunningError } from '../../port/search.errors.js';
import { indexSettings, type ServerIndexNames, serverNames } from '../server/index-settings.js';
import type { MeilisearchServer } from '../server/meilisearch-server.js';
import { ChangeJournal, codedDocuments, DocumentWriter, validateServerDocument } from './document-writer.js';
import type { IndexLocks } from './index-locks.js';
import type { ServerIndexWriter } from './server-index-writer.js';

/** Batches that may wait on the server: it processes several as one, and its memory stays bounded. */
const MOST_WAITING = 8;

/** What a rebuild works with. */
export interface RebuildTools {
  readonly server: MeilisearchServer;
  readonly locks: IndexLocks;
  readonly writer: ServerIndexWriter;
  readonly prefix: string;
  /** Where the vectors of documents come from, where some are used. */
  readonly vectors: VectorSource | undefined;
  /** Called once the new index is live. */
  readonly onSwapped: (index: IndexName) => void;
}

/** Drops what a rebuild left behind that is not running any more; one that is running is left alone. */
export async function dropAbandoned(
  { server, locks, prefix }: RebuildTools,
  index: IndexName,
): Promise<void> {
  const { building, journal } = serverNames(prefix, index);
  const present = await server.documentCounts();
  if (!present.has(building) && !present.has(journal)) return;
  const letGo = await locks.rebuilding(index);
  if (!letGo) return;
  try {
    await dropLeftovers(server, { building, journal });
  } finally {
    await letGo();
  }
}

async function dropLeftovers(
  server: MeilisearchServer,
  { building, journal }: Pick<ServerIndexNames, 'building' | 'journal'>,
): Promise<void> {
  const present = await server.documentCounts();
  for (const uid of [building, journal]) if (present.has(uid)) await server.deleteIndex(uid);
}

/** Builds an index next to the live one and swaps the two. */
export class ServerIndexRebuild implements IndexRebuild {
  private readonly names: ServerIndexNames;
  private readonly waiting: number[] = [];
  private documents = 0;
  private released = false;

  private constructor(
    private readonly index: IndexName,
    private readonly tools: RebuildTools,
    private readonly letGo: () => Promise<void>,
  ) {
    this.names = serverNames(tools.prefix, index);
  }

  /** Begins a rebuild; one that was left half done is thrown away, one that is still running refuses. */
  static async begin(index: IndexName, tools: RebuildTools): Promise<ServerIndexRebuild> {
    const letGo = await tools.locks.rebuilding(index);
    if (!letGo) throw new RebuildRunningError(index);
    const rebuild = new ServerIndexRebuild(index, tools, letGo);
    try {
      await rebuild.prepare();
      return rebuild;
    } catch (error) {
      await letGo();
      throw error;
    }
  }

  async add(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const { server } = this.tools;
    for (const document of documents) validateServerDocument(this.index, document);
    const coded = await codedDocuments(this.index, documents, this.tools.vectors);
    this.waiting.push(await server.putDocuments(this.names.building, coded));
    this.documents += documents.length;
    while (this.waiting.length > MOST_WAITING) await server.done(this.waiting.shift()!);
  }

  async finish(): Promise<{ documents: number }> {
    const { server, locks, onSwapped } = this.tools;
    const { live, building } = this.names;
    while (this.waiting.length > 0) await server.done(this.waiting.shift()!);
    await this.verify();
    const documents = await locks.writing(this.index, async () => {
      await this.bringInChanges();
      const present = await server.documentCounts();
      if (!present.has(live)) await server.createIndex(live, indexSettings(this.index, null));
      await server.swap(live, building);
      return present.get(building) ?? 0;
    });
    onSwapped(this.index);
    await dropLeftovers(server, this.names);
    await this.release();
    return { documents };
  }

  /** Harmless once it is finished or aborted. */
  async abort(): Promise<void> {
    if (this.released) return;
    try {
      await dropLeftovers(this.tools.server, this.names);
    } finally {
      await this.release();
    }
  }

  /** The journal first: from the moment the new index exists, changes are noted there. */
  private async prepare(): Promise<void> {
    const { server } = this.tools;
    await dropLeftovers(server, this.names);
    await new ChangeJournal(server, this.names.journal).open();
    const vectors = (await this.tools.vectors?.searched(this.index)) ?? null;
    await server.createIndex(this.names.building, indexSettings(this.index, vectors));
  }

  private async verify(): Promise<void> {
    const arrived = (await this.tools.server.documentCounts()).get(this.names.building) ?? 0;
    if (arrived !== this.documents)
      throw new Error(`rebuild of ${this.index}: ${arrived} of ${this.documents} documents arrived`);
  }

  private async bringInChanges(): Promise<void> {
    const { server, writer } = this.tools;
    const remover = new DocumentWriter(server);
    for await (const { upsert, remove } of new ChangeJournal(server, this.names.journal).entries()) {
      await writer.replace(this.index, this.names.building, upsert);
      await remover.remove(this.names.building, remove);
    }
  }

  private async release(): Promise<void> {
    this.released = true;
    await this.letGo();
  }
}
