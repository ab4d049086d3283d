import { INDEX_NAMES, type IndexName } from '../port/index-schemas.js';
import type {
  NearDocument,
  QueryDirection,
  RecalledDocument,
  RecallQuery,
  VectorSource,
} from '../port/recall.js';
import type { SearchAnswer, SearchRequest } from '../port/search-request.js';
import type { DocumentChanges, DocumentVersion } from '../port/search-document.js';
import {
  type DocumentFrequencies,
  type EngineHealth,
  type IndexRebuild,
  SearchEngine,
} from '../port/search-engine.js';
import { SearchUnavailableError } from '../port/search.errors.js';
import { validateRecall, validateRequest } from '../port/validation.js';
import { Highlighter } from '../text/highlight.js';
import { analyzeQuery } from '../text/query-analysis.js';
import { planQuery } from '../text/token-groups.js';
import { indexHealths, USUAL_PREFIX } from './server/index-settings.js';
import { CandidateRecall, nearSearch } from './query/candidate-recall.js';
import { LiveIndexes, passesNothing } from './query/server-query.js';
import { emptyPage, type FoundPage, StrictSearch } from './query/strict-search.js';
import { TextSearch, TypingErrors } from './query/text-search.js';
import { DocumentEvidence } from './query/document-evidence.js';
import { TokenFrequencyCache, phraseFrequencies } from './query/token-frequencies.js';
import { MeilisearchServer, type ServerOptions } from './server/meilisearch-server.js';
import { HeldVersionsReader, ServerIndexWriter } from './writing/server-index-writer.js';
import { IndexLocks } from './writing/index-locks.js';
import { dropAbandoned, type RebuildTools, ServerIndexRebuild } from './writing/server-index-rebuild.js';

/** How the adapter runs in a process. */
export interface MeilisearchEngineOptions extends ServerOptions {
  /** The platform's PostgreSQL: its advisory locks put those in line who write. */
  readonly databaseUrl: string;
  /** What stands before the names of our indexes. */
  readonly prefix?: string;
  /** Where the vectors of documents come from; without them it finds by words alone. */
  readonly vectors?: VectorSource | undefined;
  /** Done once before the first call: making the keys, where this process can. */
  readonly prepare?: () => Promise<void>;
}

/**
 * Meilisearch behind the platform's port. The server stores, filters, counts and brings candidates; texts are cut into
 * tokens, and evidence is weighed, by the same code as for the embedded engine.
 */
export class MeilisearchSearchEngine extends SearchEngine {
  override readonly findsByVectors: boolean;
  private readonly indexes: LiveIndexes;
  private readonly server: MeilisearchServer;
  private readonly book: TokenFrequencyCache;
  private readonly strict: StrictSearch;
  private readonly texts: TextSearch;
  private readonly candidates: CandidateRecall;
  private readonly versionsHeld: HeldVersionsReader;
  private readonly tools: RebuildTools;
  private readonly rebuilds = new Set<IndexRebuild>();
  private prepared: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly options: MeilisearchEngineOptions) {
    super();
    const { prefix = USUAL_PREFIX, databaseUrl, vectors } = options;
    const server = new MeilisearchServer(options);
    const indexes = new LiveIndexes(server, prefix);
    const evidence = new DocumentEvidence();
    this.server = server;
    this.indexes = indexes;
    this.findsByVectors = vectors !== undefined;
    this.book = new TokenFrequencyCache(indexes);
    this.strict = new StrictSearch(indexes);
    this.texts = new TextSearch(indexes, this.book, evidence, new TypingErrors(indexes));
    this.candidates = new CandidateRecall(indexes, this.book, evidence);
    this.versionsHeld = new HeldVersionsReader(server, prefix);
    const locks = new IndexLocks(databaseUrl);
    const writer = new ServerIndexWriter(server, locks, this.versionsHeld, prefix, vectors);
    this.tools = { server, locks, writer, prefix, vectors, onSwapped: (index) => this.forget(index) };
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    validateRequest(request);
    const asked = request.text?.trim() ? planQuery(request.text, request.reading) : undefined;
    if (passesNothing(request.filter ?? [])) return shown(emptyPage(request.facets ?? []), undefined);
    await this.ready();
    const page = asked ? await this.texts.find(request, asked) : await this.strict.find(request, '');
    return shown(
      page,
      request.highlight ? new Highlighter(asked ?? analyzeQuery(''), request.reading) : undefined,
    );
  }

  async recall(index: IndexName, queries: readonly RecallQuery[]): Promise<readonly RecalledDocument[]> {
    validateRecall(index, queries);
    await this.ready();
    return this.candidates.recall(index, queries);
  }

  override async nearest(
    index: IndexName,
    direction: QueryDirection,
    limit: number,
  ): Promise<readonly NearDocument[]> {
    if (!this.findsByVectors) return [];
    await this.ready();
    return nearSearch(this.indexes, index, direction, limit);
  }

  async apply(index: IndexName, changes: DocumentChanges): Promise<void> {
    await this.ready();
    await this.tools.writer.apply(index, changes).finally(() => this.forget(index));
  }

  async versions(index: IndexName, after: string | null, limit: number): Promise<readonly DocumentVersion[]> {
    await this.ready();
    return this.versionsHeld.readPage(index, after, limit);
  }

  async beginRebuild(index: IndexName): Promise<IndexRebuild> {
    await this.ready();
    const rebuild = await ServerIndexRebuild.begin(index, this.tools);
    this.rebuilds.add(rebuild);
    return rebuild;
  }

  async documentFrequencies(index: IndexName, texts: readonly string[]): Promise<DocumentFrequencies> {
    await this.ready();
    return phraseFrequencies(this.book, index, texts);
  }

  /** Drops what abandoned rebuilds left. The server merges changes by itself. */
  async maintain(): Promise<void> {
    await this.ready();
    for (const index of INDEX_NAMES) await dropAbandoned(this.tools, index);
  }

  async health(): Promise<EngineHealth> {
    try {
      await this.ready();
      return {
        engine: 'meilisearch',
        ready: true,
        indexes: await indexHealths(this.server, this.tools.prefix, this.tools.vectors),
      };
    } catch (error) {
      return { engine: 'meilisearch', ready: false, indexes: [], reason: reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    for (const rebuild of this.rebuilds) await rebuild.abort().catch(() => undefined);
    await this.tools.locks.close();
  }

  private ready(): Promise<void> {
    this.prepared ??= (this.options.prepare?.() ?? Promise.resolve()).catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  private forget(index: IndexName): void {
    this.book.forgetIndex(index);
    this.versionsHeld.forgetIndex(index);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof SearchUnavailableError ? error.reason : String(error);
}

function shown(page: FoundPage, highlighter: Highlighter | undefined): SearchAnswer {
  const relaxed = page.leftOut.join(' ');
  const hits = page.hits.map(({ document: { id, title, text }, score }) =>
    highlighter
      ? { id, score, highlights: { title: highlighter.whole(title), text: highlighter.snippet(text) } }
      : { id, score },
  );
  const { total, totalIsLowerBound, facets } = page;
  return { hits, total, totalIsLowerBound, facets, degraded: false, ...(relaxed ? { relaxed } : {}) };
}
