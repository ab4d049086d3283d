import { DATABASE_URL, LastingClient } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { ListingTexts } from '../embedding/listing-texts.js';
import { DocumentSources } from '../port/search-document.js';
import type { IndexName } from '../port/index-schemas.js';
import { type IndexRebuild, SearchEngine } from '../port/search-engine.js';

/** How far a rebuild is. */
export interface RebuildProgress {
  readonly index: IndexName;
  readonly documents: number;
  readonly total: number;
}

/** What a rebuild did. */
export interface RebuildOutcome {
  readonly index: IndexName;
  readonly documents: number;
  readonly seconds: number;
}

const PAGE = 2000;
/** Key of the advisory lock that lets one rebuild run at a time; it falls with its connection. */
const REBUILD_LOCK = 7015;

/** Rebuilds indexes from PostgreSQL next to the live ones and swaps them: no search sees a half-filled index. */
@Injectable()
export class Reindexer {
  constructor(
    private readonly sources: DocumentSources,
    private readonly engine: SearchEngine,
    @Inject(DATABASE_URL) private readonly url: string,
    @Inject(ListingTexts) private readonly texts: Pick<ListingTexts, 'noteListings'>,
  ) {}

  /** Rebuilds one index after the other, all of them by default; another rebuild is waited for. */
  async rebuildIndexes(
    indexes: readonly IndexName[] = this.sources.listSources().map((source) => source.index),
    onProgress: (progress: RebuildProgress) => void = () => undefined,
  ): Promise<RebuildOutcome[]> {
    const lock = new LastingClient({ connectionString: this.url });
    await lock.connect();
    try {
      await lock.query('select pg_advisory_lock($1)', [REBUILD_LOCK]);
      const outcomes: RebuildOutcome[] = [];
      for (const index of indexes) outcomes.push(await this.rebuildOne(index, onProgress));
      return outcomes;
    } finally {
      await lock.end();
    }
  }

  private async rebuildOne(
    index: IndexName,
    onProgress: (progress: RebuildProgress) => void,
  ): Promise<RebuildOutcome> {
    const started = performance.now();
    const rebuild = await this.engine.beginRebuild(index);
    try {
      await this.fill(rebuild, index, onProgress);
      const { documents } = await rebuild.finish();
      return { index, documents, seconds: Math.round(performance.now() - started) / 1000 };
    } catch (error) {
      await rebuild.abort();
      throw error;
    }
  }

  private async fill(
    rebuild: IndexRebuild,
    index: IndexName,
    onProgress: (progress: RebuildProgress) => void,
  ): Promise<void> {
    const source = this.sources.getSource(index);
    const total = await source.count();
    let documents = 0;
    for (let page = await source.page(null, PAGE); page.length > 0;) {
      // While the engine takes one page in, PostgreSQL reads the next.
      const next = source.page(page.at(-1)!.id, PAGE);
      next.catch(() => undefined);
      await rebuild.add(page);
      await this.texts.noteListings(index, page);
      documents += page.length;
      onProgress({ index, documents, total });
      page = await next;
    }
  }
}
