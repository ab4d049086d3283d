import type { IndexName } from '../../port/index-schemas.js';
import { type GenerationPosition, type GenerationState, IndexReader } from './index-reader.js';
import { PostingCache } from './posting-cache.js';
import { ReaderDatabase, sqlState } from '../storage/search-database.js';
import { RecallScoring } from './recall-scoring.js';
import type { RecallScoreQuery } from '../../text/token-groups.js';
import type { ScoredPage, ScoreQuery, Scorer } from './scorer-channel.js';
import { SearchScoring } from './search-scoring.js';

/** So long a reader goes by what it last knew of its index; changes made by this process are known at once. */
const FRESH_MS = 100;

/** While nobody searches, readers keep up at this pace, so that the next search need not catch up with much. */
const IDLE_MS = 2000;

const UNDEFINED_TABLE = '42P01';

/** The scorer in this very thread, with its own connections and its own memory of blocks and columns. */
export class LocalScorer implements Scorer {
  private readonly database: ReaderDatabase;
  private readonly cache: PostingCache;
  private readonly readers = new Map<IndexName, IndexReader>();
  private readonly turns = new Map<IndexName, Promise<unknown>>();
  private readonly expected = new Map<IndexName, GenerationPosition>();
  private readonly searching = new SearchScoring();
  private readonly recalling = new RecallScoring();
  private readonly idle: NodeJS.Timeout;
  private states = new Map<IndexName, GenerationState>();
  private checkedAt = -Infinity;

  constructor(url: string, cacheBytes: number) {
    this.database = new ReaderDatabase(url);
    this.cache = new PostingCache(cacheBytes);
    this.idle = setInterval(() => void this.keepUp(), IDLE_MS).unref();
  }

  async search(query: ScoreQuery): Promise<ScoredPage> {
    const empty = {
      hits: [],
      total: 0,
      facets: Object.fromEntries(query.facets.map((field) => [field, []])),
      leftOut: [],
    };
    return this.withReader(query.index, empty, (reader) => this.searching.search(reader, query));
  }

  async recall(
    index: IndexName,
    queries: readonly RecallScoreQuery[],
  ): Promise<{ id: string; scores: number[] }[]> {
    return this.withReader(index, [], (reader) => this.recalling.recall(reader, index, queries));
  }

  async frequencies(
    index: IndexName,
    tokenLists: readonly (readonly string[])[],
  ): Promise<{ documents: number; frequencies: number[] }> {
    const none = { documents: 0, frequencies: tokenLists.map(() => 0) };
    return this.withReader(index, none, async (reader) => {
      const found = await reader.frequencies([...new Set(tokenLists.flat())]);
      const rarest = (tokens: readonly string[]) => Math.min(...tokens.map((token) => found.get(token) ?? 0));
      return {
        documents: reader.live,
        frequencies: tokenLists.map((tokens) => (tokens.length > 0 ? rarest(tokens) : 0)),
      };
    });
  }

  expect(index: IndexName, generation: number, sequence: number): void {
    if (!isBehind(this.expected.get(index), { generation, sequence })) return;
    this.expected.set(index, { generation, sequence });
  }

  async close(): Promise<void> {
    clearInterval(this.idle);
    await this.database.close();
  }

  /** Work on an up-to-date reader; once more from the start when the generation was dropped under it. */
  private async withReader<T>(
    index: IndexName,
    none: T,
    work: (reader: IndexReader) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const reader = await this.reader(index);
        return reader ? await work(reader) : none;
      } catch (error) {
        if (attempt > 1 || sqlState(error) !== UNDEFINED_TABLE) throw error;
        this.checkedAt = -Infinity;
        this.readers.delete(index);
      }
    }
  }

  private async reader(index: IndexName): Promise<IndexReader | undefined> {
    const held = this.readers.get(index);
    const state = this.states.get(index);
    if (held && state && performance.now() - this.checkedAt < FRESH_MS) {
      const known = { generation: state.id, sequence: state.sequence };
      if (!isBehind(held.position, known) && !isBehind(held.position, this.expected.get(index))) return held;
    }
    return this.inTurn(index, () => this.renew(index));
  }

  /** Brings the reader of an index to where the index is now. */
  private async renew(index: IndexName): Promise<IndexReader | undefined> {
    const expected = this.expected.get(index);
    const state = await this.state(index, expected);
    if (!state) return undefined;
    let reader = this.readers.get(index);
    if (reader?.generation !== state.id || !(await reader.catchUp(state))) {
      reader = await IndexReader.open(index, state.id, this.database, this.cache);
      const old = this.readers.get(index);
      if (old) this.cache.dropOwner(old.serial);
      this.readers.set(index, reader);
    }
    return reader;
  }

  private async state(
    index: IndexName,
    expected: GenerationPosition | undefined,
  ): Promise<GenerationState | undefined> {
    const known = this.states.get(index);
    const behind = isBehind(known && { generation: known.id, sequence: known.sequence }, expected);
    if (behind || performance.now() - this.checkedAt >= FRESH_MS) await this.check();
    return this.states.get(index);
  }

  private async check(): Promise<void> {
    const at = performance.now();
    const rows = await this.database.query<GenerationState & { name: IndexName }>(
      `select i.name, g.id, g.sequence::float8 as sequence, g.merged::float8 as merged, g.base_limit as "baseLimit"
         from search.index_state i join search.generation g on g.id = i.live`,
    );
    this.states = new Map(rows.map(({ name, ...state }) => [name, state]));
    this.checkedAt = at;
  }

  private async keepUp(): Promise<void> {
    for (const index of this.readers.keys()) {
      await this.reader(index).catch(() => undefined);
    }
  }

  /** One at a time per index. */
  private inTurn<T>(index: IndexName, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(index) ?? Promise.resolve()).then(work, work);
    this.turns.set(
      index,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** Whether one position lies before another; generations follow one another by number. */
function isBehind(position: GenerationPosition | undefined, other: GenerationPosition | undefined): boolean {
  if (!other) return false;
  if (!position) return true;
  if (position.generation !== other.generation) return position.generation < other.generation;
  return position.sequence < other.sequence;
}
