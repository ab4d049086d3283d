import { type ColumnChunk, ColumnSet } from '../storage/column-set.js';
import type { IndexName } from '../../port/index-schemas.js';
import type { FieldValue } from '../../port/search-document.js';
import {
  countMarked,
  EMPTY_POSTINGS,
  type PostingList,
  type StoredBlock,
  unpackBlocks,
} from '../storage/posting-blocks.js';
import { generationTables, type GenerationTables } from '../storage/generation-tables.js';
import { ChangeOverlay, type OverlayList, type PostingCache } from './posting-cache.js';
import type { Query, ReaderDatabase } from '../storage/search-database.js';

/** How far a generation has come, as the scorer sees it. */
export interface GenerationState {
  readonly id: number;
  readonly sequence: number;
  readonly merged: number;
  readonly baseLimit: number;
}

/** A moment in the life of an index: so many changes of a generation. */
export interface GenerationPosition {
  readonly generation: number;
  readonly sequence: number;
}

interface ChangeRow {
  readonly seq: number;
  readonly number: number | null;
  readonly replaced: number | null;
  readonly body: string | null;
}

interface ChangeBody {
  readonly tokens: readonly string[];
  readonly impacts: readonly number[];
  readonly facets: Readonly<Record<string, FieldValue>>;
}

/** All postings of one token: those of the index proper, and those of changes. */
export interface TokenPostings {
  readonly base: PostingList;
  readonly changed: OverlayList | undefined;
  /** Live documents that carry the token. */
  readonly frequency: number;
}

/** How many postings of a list belonged to dead documents when so many had died. */
interface DeadCount {
  readonly deaths: number;
  readonly dead: number;
}

/** Rarity is counted anew only after one in so many documents died. */
const RECOUNT_SHARE = 1000;

let nextSerial = 1;

const CHANGES = `select seq::float8 as seq, number, replaced, body::text as body`;

/**
 * One generation of an index as a reader holds it: columns and dead documents in memory, postings on demand, and the
 * changes it has seen as an overlay. Numbers below {@link base} are read from blocks, those from it on only from the
 * overlay, so that a merge by somebody else neither doubles nor loses a document here.
 */
export class IndexReader {
  readonly columns: ColumnSet;
  /** 1 for documents that were replaced or removed. */
  dead = new Uint8Array(1024);
  /** Number of the next document: all are below it. */
  limit = 0;
  /** Documents that are not dead. */
  live = 0;
  /** Grows when loaded postings become outdated; a load that spans such a change is repeated. */
  epoch = 0;
  /** Documents that died since the generation was opened or made. */
  private deaths = 0;
  private readonly deadCounts = new WeakMap<PostingList, DeadCount>();
  /** Tells this reader's postings from those of others in the cache. */
  readonly serial = nextSerial++;
  private base = 0;
  private sequence = 0;
  private readonly overlay = new ChangeOverlay();
  private readonly t: GenerationTables;

  private constructor(
    readonly generation: number,
    index: IndexName,
    private readonly database: ReaderDatabase,
    private readonly cache: PostingCache,
  ) {
    this.columns = new ColumnSet(index);
    this.t = generationTables(generation);
  }

  /** Reads a generation as it is at one moment. */
  static async open(
    index: IndexName,
    generation: number,
    database: ReaderDatabase,
    cache: PostingCache,
  ): Promise<IndexReader> {
    const reader = new IndexReader(generation, index, database, cache);
    await database.snapshot((query) => reader.load(query));
    return reader;
  }

  /** What this reader has seen. */
  get position(): GenerationPosition {
    return { generation: this.generation, sequence: this.sequence };
  }

  /** Takes in what happened since; false when that is no longer told, and the generation must be opened anew. */
  async catchUp(state: GenerationState): Promise<boolean> {
    if (state.sequence > this.sequence) {
      const rows = await this.database.query<ChangeRow>(
        `${CHANGES} from ${this.t.change} where seq > $1 and seq <= $2 order by seq`,
        [this.sequence, state.sequence],
      );
      if (rows.length !== state.sequence - this.sequence) return false;
      for (const row of rows) this.take(row);
    }
    if (state.baseLimit > this.base && this.sequence >= state.merged) this.advance(state.baseLimit);
    return true;
  }

  /** The postings of tokens, in the same order; what is not in memory is read. */
  async postings(tokens: readonly string[]): Promise<TokenPostings[]> {
    for (;;) {
      const epoch = this.epoch;
      const lists = new Map<string, PostingList>();
      const missing: string[] = [];
      for (const token of new Set(tokens)) {
        const held = this.cache.get(this.serial, token);
        if (held) lists.set(token, held);
        else missing.push(token);
      }
      const read = missing.length > 0 ? await this.readPostings(missing) : [];
      if (epoch !== this.epoch) continue;
      for (const [token, list] of read) {
        this.cache.put(this.serial, token, list);
        lists.set(token, list);
      }
      return tokens.map((token) => this.withChanges(token, lists.get(token)!));
    }
  }

  /** How many documents carry each token, without reading postings. */
  async frequencies(tokens: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ token: string; df: number }>(
      `select token, df from ${this.t.term} where token = any($1)`,
      [tokens],
    );
    const merged = new Map(rows.map(({ token, df }) => [token, df]));
    return new Map(
      tokens.map((token) => [
        token,
        (merged.get(token) ?? 0) + (this.overlay.get(token)?.documents.length ?? 0),
      ]),
    );
  }

  /** Ids, and where wanted the texts, of documents. */
  async documents(
    numbers: readonly number[],
    texts: boolean,
  ): Promise<Map<number, { id: string; title?: string; text?: string }>> {
    const rows = await this.database.query<{ number: number; id: string; title?: string; text?: string }>(
      `select number, id${texts ? ', title, body as text' : ''} from ${this.t.document} where number = any($1)`,
      [numbers],
    );
    return new Map(rows.map(({ number, ...shown }) => [number, shown]));
  }

  private withChanges(token: string, base: PostingList): TokenPostings {
    const changed = this.overlay.get(token);
    const unmerged = changed?.documents.reduce((count, document) => count + 1 - this.dead[document]!, 0) ?? 0;
    return { base, changed, frequency: base.lows.length - this.deadIn(base) + unmerged };
  }

  /** Rarity goes by live documents only, so that it does not depend on how often others were replaced. */
  private deadIn(list: PostingList): number {
    if (this.deaths === 0) return 0;
    const known = this.deadCounts.get(list);
    if (known && (this.deaths - known.deaths) * RECOUNT_SHARE <= this.live) return known.dead;
    const dead = countMarked(list, this.dead);
    this.deadCounts.set(list, { deaths: this.deaths, dead });
    return dead;
  }

  private async readPostings(tokens: readonly string[]): Promise<[string, PostingList][]> {
    const rows = await this.database.query<{ token: string } & StoredBlock>(
      `select t.token, b.block, b.bytes from ${this.t.term} t join ${this.t.block} b on b.term = t.id
        where t.token = any($1) order by b.block`,
      [tokens],
    );
    const stored = new Map<string, StoredBlock[]>();
    for (const row of rows) {
      const blocks = stored.get(row.token);
      if (blocks) blocks.push(row);
      else stored.set(row.token, [row]);
    }
    return tokens.map((token) => {
      const blocks = stored.get(token);
      return [token, blocks ? unpackBlocks(blocks, this.base) : EMPTY_POSTINGS];
    });
  }

  private async load(query: Query): Promise<void> {
    const [state] = await query<{ limit: number; base: number; merged: number }>(
      `select next_number as limit, base_limit as base, merged::float8 as merged from search.generation where id = $1`,
      [this.generation],
    );
    if (!state) throw new Error(`generation ${this.generation} is gone`);
    this.base = this.limit = state.base;
    this.live = state.base;
    this.sequence = state.merged;
    this.reserve(state.limit);
    await this.loadColumns(query);
    const dead = await query<{ number: number }>(
      `select number from ${this.t.document} where not live and number < $1`,
      [state.base],
    );
    for (const { number } of dead) this.bury(number);
    const changes = await query<ChangeRow>(`${CHANGES} from ${this.t.change} where seq > $1 order by seq`, [
      state.merged,
    ]);
    for (const change of changes) this.take(change);
  }

  private async loadColumns(query: Query): Promise<void> {
    const sets = await query<{ field: string; key: string }>(
      `select field, key from ${this.t.valueSet} order by field, number`,
    );
    for (const { field, key } of sets) this.columns.terms.get(field)?.sets.numberOfKey(key);
    const chunks = await query<{ field: string; chunk: number } & ColumnChunk>(
      `select field, chunk, width, bytes from ${this.t.column}`,
    );
    for (const { field, chunk, ...stored } of chunks) this.columns.load(field, chunk, stored);
  }

  private take({ seq, number, replaced, body }: ChangeRow): void {
    if (number !== null && body !== null) {
      const { tokens, impacts, facets } = JSON.parse(body) as ChangeBody;
      this.reserve(number + 1);
      this.overlay.add(number, tokens, impacts);
      this.columns.put(number, facets);
      this.limit = number + 1;
      this.live++;
    }
    if (replaced !== null) this.bury(replaced);
    this.sequence = seq;
  }

  private bury(number: number): void {
    if (this.dead[number] === 1) return;
    this.dead[number] = 1;
    this.deaths++;
    this.live--;
  }

  private reserve(length: number): void {
    this.columns.reserve(length);
    if (length <= this.dead.length) return;
    const grown = new Uint8Array(Math.max(length, this.dead.length * 2));
    grown.set(this.dead);
    this.dead = grown;
  }

  /** Changes below a number were merged: from now on they are read from blocks. */
  private advance(base: number): void {
    for (const token of this.overlay.forgetBelow(base)) this.cache.drop(this.serial, token);
    this.base = base;
    this.epoch++;
  }
}
