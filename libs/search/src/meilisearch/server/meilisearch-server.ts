import {
  Meilisearch,
  MeilisearchRequestError,
  type MultiSearchQuery,
  type RecordAny,
  type Settings,
} from 'meilisearch';
import { setTimeout as pause } from 'node:timers/promises';
import { SearchUnavailableError } from '../../port/search.errors.js';
import {
  type HttpOptions,
  meilisearchHttp,
  MeilisearchRefusal,
  TaskFailedError,
} from './meilisearch-http.js';

/** What the server says of a task. */
interface TaskState {
  readonly status: string;
  readonly error?: { readonly code: string; readonly message: string } | null;
}

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;

/** Waits for tasks with a deadline of its own: the client gives up after five seconds, a batch may take minutes. */
class TaskWaiter {
  constructor(
    private readonly stateOf: (taskUid: number) => Promise<TaskState>,
    private readonly deadlineMs: number,
  ) {}

  /** Comes back when the task has succeeded. Throws TaskFailedError, or SearchUnavailableError for a lost task. */
  async wait(taskUid: number): Promise<void> {
    const until = performance.now() + this.deadlineMs;
    for (let milliseconds = FIRST_PAUSE_MS; performance.now() < until;) {
      const { status, error } = await this.state(taskUid);
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled')
        throw new TaskFailedError(taskUid, error?.code ?? status, error?.message ?? '');
      await pause(milliseconds);
      milliseconds = Math.min(LONGEST_PAUSE_MS, milliseconds * 1.5);
    }
    throw new SearchUnavailableError(`task ${taskUid} did not end within ${this.deadlineMs} ms`);
  }

  private async state(taskUid: number): Promise<TaskState> {
    try {
      return await this.stateOf(taskUid);
    } catch (error) {
      if (error instanceof MeilisearchRefusal && error.code === 'task_not_found')
        throw new SearchUnavailableError(`task ${taskUid} is lost`);
      throw error;
    }
  }
}

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

const SUCCEEDED: TaskState = { status: 'succeeded' };
const PROCESSING: TaskState = { status: 'processing' };

/** A Meilisearch server as the adapter uses it: each call with the narrowest key that may make it. */
export class MeilisearchServer {
  private readonly clients: Readonly<Record<Role, Meilisearch>>;
  private readonly tasks: TaskWaiter;
  private readonly taskDeadlineMs: number;

  constructor(private readonly options: ServerOptions) {
    const { searchTimeoutMs = 2_000, writeTimeoutMs = 30_000, taskDeadlineMs = 120_000 } = options;
    const writing: HttpOptions = { timeoutMs: writeTimeoutMs };
    this.clients = {
      search: this.client('search', { timeoutMs: searchTimeoutMs }),
      index: this.client('index', writing),
      admin: this.client('admin', writing),
    };
    this.taskDeadlineMs = taskDeadlineMs;
    this.tasks = new TaskWaiter((uid) => this.as('index', (c) => c.tasks.getTask(uid)), taskDeadlineMs);
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
    await this.as('search', (c) => c.health());
  }

  /** Asks several queries at once; evidence is never merged by the server. */
  async multiSearch(queries: readonly ServerQuery[]): Promise<readonly ServerAnswer[]> {
    if (queries.length === 0) return [];
    const { results } = await this.as('search', (c) => c.multiSearch({ queries: [...queries] }));
    return results as unknown as readonly ServerAnswer[];
  }

  /** Stored documents, by id or one stretch of all. */
  async documents(
    uid: string,
    query: { ids?: string[]; offset?: number; limit: number; fields: string[] },
  ): Promise<readonly RecordAny[]> {
    const path = `indexes/${uid}/documents/fetch`;
    const { results } = await this.as('index', (c) =>
      c.httpRequest.post<{ results: RecordAny[] }>({ path, body: query }),
    );
    return results;
  }

  /** Replaces documents; gives the task's number. */
  async putDocuments(uid: string, documents: readonly RecordAny[]): Promise<number> {
    const task = this.as('index', (c) => c.index(uid).addDocuments([...documents], { primaryKey: 'id' }));
    return (await task).taskUid;
  }

  /** Removes documents; gives the task's number. */
  async removeDocuments(uid: string, ids: readonly string[]): Promise<number> {
    return (await this.as('index', (c) => c.index(uid).deleteDocuments([...ids]))).taskUid;
  }

  /** Waits for a task to succeed. */
  done(taskUid: number): Promise<void> {
    return this.tasks.wait(taskUid);
  }

  /** Makes an empty index with these settings. */
  async createIndex(uid: string, settings: Settings): Promise<void> {
    await this.done((await this.as('admin', (c) => c.createIndex(uid, { primaryKey: 'id' }))).taskUid);
    await this.done((await this.as('admin', (c) => c.index(uid).updateSettings(settings))).taskUid);
  }

  /** Lets an index find by words alone. */
  async dropVectors(uid: string): Promise<void> {
    await this.done((await this.as('admin', (c) => c.index(uid).resetEmbedders())).taskUid);
  }

  async deleteIndex(uid: string): Promise<void> {
    await this.done((await this.as('admin', (c) => c.deleteIndex(uid))).taskUid);
  }

  /**
   * Puts two indexes in each other's place, settings and all, between two searches. The server shows the task of a swap
   * only to keys for all indexes; that it is done is seen by the date of birth, which goes along with an index.
   */
  async swap(one: string, other: string): Promise<void> {
    const born = async (uid: string) => (await this.as('admin', (c) => c.getRawIndex(uid))).createdAt;
    const expected = await born(other);
    const { taskUid } = await this.as('admin', (c) =>
      c.swapIndexes([{ indexes: [one, other], rename: false }]),
    );
    const swapped = async () => ((await born(one)) === expected ? SUCCEEDED : PROCESSING);
    await new TaskWaiter(swapped, this.taskDeadlineMs).wait(taskUid);
  }

  settings(uid: string): Promise<Settings> {
    return this.as('admin', (c) => c.index(uid).getSettings());
  }

  /** Documents by index. */
  async documentCounts(): Promise<ReadonlyMap<string, number>> {
    const { indexes } = await this.as('index', (c) => c.getStats());
    return new Map(Object.entries(indexes).map(([uid, { numberOfDocuments }]) => [uid, numberOfDocuments]));
  }

  /** Makes a call in a role. The client wraps whatever a call throws; what was thrown counts. */
  private async as<T>(role: Role, call: (client: Meilisearch) => Promise<T>): Promise<T> {
    if (this.options.keys[role] === undefined)
      throw new SearchUnavailableError(`this process has no ${role} key for Meilisearch`);
    try {
      return await call(this.clients[role]);
    } catch (error) {
      throw error instanceof MeilisearchRequestError && error.cause instanceof Error ? error.cause : error;
    }
  }

  private client(role: Role, http: HttpOptions): Meilisearch {
    const { url, keys } = this.options;
    return new Meilisearch({ host: url, apiKey: keys[role] ?? '', httpClient: meilisearchHttp(http) });
  }
}
