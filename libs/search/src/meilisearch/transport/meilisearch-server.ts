import { Meilisearch, type MultiSearchQuery, type RecordAny, type Settings } from 'meilisearch';
import { SearchUnavailableError } from '../../port/search.errors.js';
import { type HttpOptions, meilisearchHttp } from './meilisearch-http.js';
import { TaskWaiter } from './task-waiter.js';

/** One query of a multi-search, in the words of the server. */
export type ServerQuery = MultiSearchQuery;

/** What one query found. */
export interface ServerAnswer {
  readonly hits: readonly RecordAny[];
  readonly totalHits: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The keys of a process; what it has no key for it cannot do. */
export interface ServerKeys {
  readonly search?: string | undefined;
  readonly index?: string | undefined;
  readonly admin?: string | undefined;
}

/** Where the server is and how long one waits for it. */
export interface ServerOptions {
  readonly url: string;
  readonly keys: ServerKeys;
  /** For one search, in milliseconds; shorter than a reader's patience. */
  readonly searchTimeoutMs?: number;
  /** For one write, in milliseconds, without the task that it enqueues. */
  readonly writeTimeoutMs?: number;
  readonly taskDeadlineMs?: number;
}

type Role = keyof ServerKeys;

/** A Meilisearch server as the adapter uses it: each call with the narrowest key that may make it. */
export class MeilisearchServer {
  private readonly clients: Readonly<Record<Role, Meilisearch>>;
  private readonly tasks: TaskWaiter;

  constructor(private readonly options: ServerOptions) {
    const { searchTimeoutMs = 2_000, writeTimeoutMs = 30_000, taskDeadlineMs = 120_000 } = options;
    const writing: HttpOptions = { timeoutMs: writeTimeoutMs };
    this.clients = {
      search: this.client('search', { timeoutMs: searchTimeoutMs }),
      index: this.client('index', writing),
      admin: this.client('admin', writing),
    };
    this.tasks = new TaskWaiter((uid) => this.as('index').tasks.getTask(uid), taskDeadlineMs);
  }

  /** Whether this process may write documents. */
  get writes(): boolean {
    return this.options.keys.index !== undefined;
  }

  /** Whether this process may make, settle and drop indexes. */
  get administers(): boolean {
    return this.options.keys.admin !== undefined;
  }

  /** Throws SearchUnavailableError when the server does not answer. */
  async answers(): Promise<void> {
    await this.as('search').health();
  }

  /** Asks several queries at once; evidence is never merged by the server. */
  async multiSearch(queries: readonly ServerQuery[]): Promise<readonly ServerAnswer[]> {
    if (queries.length === 0) return [];
    const { results } = await this.as('search').multiSearch({ queries: [...queries] });
    return results as unknown as readonly ServerAnswer[];
  }

  /** Stored documents, by id or one stretch of all. */
  async documents(
    uid: string,
    query: { ids?: string[]; offset?: number; limit: number; fields: string[] },
  ): Promise<readonly RecordAny[]> {
    const call = this.as('index').httpRequest.post<{ results: RecordAny[] }>({
      path: `indexes/${uid}/documents/fetch`,
      body: query,
    });
    return (await call).results;
  }

  /** Replaces documents; gives the task's number. */
  async putDocuments(uid: string, documents: readonly RecordAny[]): Promise<number> {
    return (
      await this.as('index')
        .index(uid)
        .addDocuments([...documents], { primaryKey: 'id' })
    ).taskUid;
  }

  /** Removes documents; gives the task's number. */
  async removeDocuments(uid: string, ids: readonly string[]): Promise<number> {
    return (
      await this.as('index')
        .index(uid)
        .deleteDocuments([...ids])
    ).taskUid;
  }

  /** Waits for a task to succeed. */
  done(taskUid: number): Promise<void> {
    return this.tasks.wait(taskUid);
  }

  /** Makes an empty index with these settings. */
  async createIndex(uid: string, settings: Settings): Promise<void> {
    const admin = this.as('admin');
    await this.done((await admin.createIndex(uid, { primaryKey: 'id' })).taskUid);
    await this.done((await admin.index(uid).updateSettings(settings)).taskUid);
  }

  async deleteIndex(uid: string): Promise<void> {
    await this.done((await this.as('admin').deleteIndex(uid)).taskUid);
  }

  /** Puts two indexes in each other's place, settings and all, between two searches. */
  async swap(one: string, other: string): Promise<void> {
    const { taskUid } = await this.as('admin').swapIndexes([{ indexes: [one, other], rename: false }]);
    await this.done(taskUid);
  }

  settings(uid: string): Promise<Settings> {
    return this.as('admin').index(uid).getSettings();
  }

  /** Documents by index. */
  async documentCounts(): Promise<ReadonlyMap<string, number>> {
    const { indexes } = await this.as('index').getStats();
    return new Map(Object.entries(indexes).map(([uid, { numberOfDocuments }]) => [uid, numberOfDocuments]));
  }

  private as(role: Role): Meilisearch {
    if (this.options.keys[role] === undefined)
      throw new SearchUnavailableError(`this process has no ${role} key for Meilisearch`);
    return this.clients[role];
  }

  private client(role: Role, http: HttpOptions): Meilisearch {
    const { url, keys } = this.options;
    return new Meilisearch({ host: url, apiKey: keys[role] ?? '', httpClient: meilisearchHttp(http) });
  }
}
