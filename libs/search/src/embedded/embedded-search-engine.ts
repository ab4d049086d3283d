import { ownTurn } from '@app/kernel';
import type { IndexName } from '../port/index-schemas.js';
import type { RecalledDocument, RecallQuery } from '../port/recall.js';
import { MAX_REACHABLE_HITS, type SearchAnswer, type SearchRequest } from '../port/search-request.js';
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
import { analyzeQuery, tellingTokens, type TextQuery } from '../text/query-analysis.js';
import { planQuery, type RecallScoreQuery, recallTokens } from '../text/token-groups.js';
import { IndexWriter } from './index-writer.js';
import type { ScoredHit, ScoreQuery, Scorer } from './scorer/scorer-channel.js';
import { type ScorerPlace, startScorer, usualPlace, usualCacheBytes } from './scorer/start-scorer.js';
import { GenerationBuilder } from './storage/generation-builder.js';
import { engineHealth, liveVersions } from './storage/generations.js';
import { SearchDatabase } from './storage/search-database.js';

/** How the embedded engine runs in a process. */
export interface EmbeddedEngineOptions {
  /** Connection string of the platform's PostgreSQL, whose schema `search` the engine owns. */
  readonly url: string;
  /** Memory for unpacked postings, in bytes. */
  readonly cacheBytes?: number;
  /** Where the scorer runs; by default in a thread wherever the compiled entry exists. */
  readonly scorer?: ScorerPlace;
  /** Called with failures in the background. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The search engine that needs no server of its own: PostgreSQL stores packed postings, a scorer in a thread of its
 * own ranks them by BM25. What it holds in memory is a copy and is read again after a restart.
 */
export class EmbeddedSearchEngine extends SearchEngine {
  private readonly database: SearchDatabase;
  private readonly writer: IndexWriter;
  private readonly rebuilds = new Set<GenerationBuilder>();
  private running: Scorer | undefined;
  private closed = false;

  constructor(private readonly options: EmbeddedEngineOptions) {
    super();
    this.database = new SearchDatabase(options.url);
    this.writer = new IndexWriter(this.database, options.onError ?? (() => undefined));
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    validateRequest(request);
    await ownTurn();
    const text = request.text?.trim() ? planQuery(request.text, request.reading) : undefined;
    const page = await this.scored((scorer) => scorer.search(scoreQuery(request, text)));
    const highlighter = request.highlight
      ? new Highlighter(text ?? analyzeQuery(''), request.reading)
      : undefined;
    const relaxed = page.leftOut.join(' ');
    return {
      hits: page.hits.map((hit) => shownHit(hit, highlighter)),
      total: page.total,
      totalIsLowerBound: false,
      facets: page.facets,
      degraded: false,
      ...(relaxed ? { relaxed } : {}),
    };
  }

  async recall(index: IndexName, queries: readonly RecallQuery[]): Promise<readonly RecalledDocument[]> {
    validateRecall(index, queries);
    const tokens: RecallScoreQuery[] = [];
    for (const query of queries) {
      // Cutting a long need into words takes a while: other requests are answered in between.
      await ownTurn();
      tokens.push(recallTokens(query));
    }
    return this.scored((scorer) => scorer.recall(index, tokens));
  }

  async apply(index: IndexName, changes: DocumentChanges): Promise<void> {
    const written = await this.writer.apply(index, changes);
    if (written) this.running?.expect(index, written.generation, written.sequence);
  }

  versions(index: IndexName, after: string | null, limit: number): Promise<readonly DocumentVersion[]> {
    return liveVersions(this.database, index, after, limit);
  }

  async beginRebuild(index: IndexName): Promise<IndexRebuild> {
    const rebuild = await GenerationBuilder.begin(this.database, index, (generation) =>
      this.running?.expect(index, generation, 0),
    );
    this.rebuilds.add(rebuild);
    return rebuild;
  }

  async documentFrequencies(index: IndexName, texts: readonly string[]): Promise<DocumentFrequencies> {
    const tokens = texts.map((text) => tellingTokens(analyzeQuery(text)));
    const { documents, frequencies } = await this.scored((scorer) =>
      scorer.frequencies(index, [...tokens.map(([first]) => first), ...tokens.map(([, second]) => second)]),
    );
    const frequency = (i: number) => frequencies[i]! || frequencies[texts.length + i]!;
    return { documents, frequencies: new Map(texts.map((text, i) => [text, frequency(i)])) };
  }

  maintain(): Promise<void> {
    return this.writer.maintain();
  }

  async health(): Promise<EngineHealth> {
    try {
      return { engine: 'embedded', ready: true, indexes: await engineHealth(this.database) };
    } catch (error) {
      return { engine: 'embedded', ready: false, indexes: [], reason: String(error) };
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.writer.close();
    for (const rebuild of this.rebuilds) await rebuild.abort();
    const scorer = this.running;
    this.running = undefined;
    await scorer?.close();
    await this.database.close();
  }

  /** Asks the scorer, which is started by the first question and anew after its thread died. */
  private async scored<T>(ask: (scorer: Scorer) => Promise<T>): Promise<T> {
    const { url, cacheBytes, scorer } = this.options;
    if (this.closed) throw new SearchUnavailableError('the engine is closed');
    // What is usual is asked of the machine, once per scorer and not per question.
    this.running ??= startScorer(
      url,
      cacheBytes ?? usualCacheBytes(),
      scorer ?? usualPlace(),
      () => (this.running = undefined),
    );
    try {
      return await ask(this.running);
    } catch (error) {
      this.options.onError?.(error);
      throw new SearchUnavailableError(String(error));
    }
  }
}

function scoreQuery(request: SearchRequest, text: TextQuery | undefined): ScoreQuery {
  const { index, filter = [], facets = [], sort = [], page, hitsPerPage, highlight = false } = request;
  const offset = (page - 1) * hitsPerPage;
  const limit = Math.max(0, Math.min(hitsPerPage, MAX_REACHABLE_HITS - offset));
  return { index, text, filter, facets, sort, offset, limit, texts: highlight };
}

function shownHit(
  { id, score, title = '', text = '' }: ScoredHit,
  highlighter: Highlighter | undefined,
): SearchAnswer['hits'][number] {
  if (!highlighter) return { id, score };
  return { id, score, highlights: { title: highlighter.whole(title), text: highlighter.snippet(text) } };
}
