import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetched, type MeiliQuery, searched } from './meili-search.js';
import { demandKnown, MeiliFault } from './meili-shapes.js';
import { type MeiliRecord, MeiliStore } from './meili-store.js';

/** What can be wrong with an answer; `LOST` takes a task in and forgets it. */
export type Trouble = 'UNAVAILABLE' | 'HANGS' | 'TRUNCATED' | 'NOT_JSON' | 'LOST';

/** A call as the stand-in saw it. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
}

type Route = (body: never, uid: string) => object | undefined;

/**
 * A strict stand-in for Meilisearch 1.50: it knows the calls and parameters that the adapter may use and refuses all
 * others in the server's own words, and it can be made to fail in every way in which a server fails.
 */
export class MeiliStandIn {
  readonly store = new MeiliStore();
  readonly calls: SeenCall[] = [];
  private troubles: { readonly path: RegExp; readonly trouble: Trouble; times: number }[] = [];
  private readonly keys = new Set<string>();
  private readonly hanging = new Set<ServerResponse>();

  private port = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<MeiliStandIn> {
    const server = createServer();
    const standIn = new MeiliStandIn(server);
    server.on('request', (request, response) => void standIn.serve(request, response));
    await standIn.up();
    return standIn;
  }

  /** Listens, after `down` at the same address. */
  async up(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(this.port, '127.0.0.1', listening));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Is gone with all connections, what it holds aside. */
  async down(): Promise<void> {
    this.cutHanging();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Ends the calls that it lets hang, without an answer. */
  cutHanging(): void {
    for (const response of this.hanging) response.destroy();
    this.hanging.clear();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Troubles the next so many calls of paths that match. */
  trouble(path: RegExp, trouble: Trouble, times = 1): void {
    this.troubles.push({ path, trouble, times });
  }

  /** How many calls are still to be troubled. */
  get ahead(): number {
    return this.troubles.reduce((sum, { times }) => sum + times, 0);
  }

  /** Ends all troubles. */
  mend(): void {
    this.troubles = [];
  }

  /** How often a path was called. */
  callsOf(path: RegExp): number {
    return this.calls.filter((call) => path.test(call.path)).length;
  }

  stop(): Promise<void> {
    return this.down();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const path = new URL(request.url ?? '/', this.url).pathname;
    const method = request.method ?? 'GET';
    const key = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.calls.push({ method, path, key, body });
    const trouble = this.troubleOf(path);
    const done = trouble === undefined || trouble === 'LOST' || trouble === 'TRUNCATED';
    const answer = done ? this.answer(method, path, body) : { status: 200, text: '' };
    this.send(response, answer, trouble);
  }

  private troubleOf(path: string): Trouble | undefined {
    const found = this.troubles.find((each) => each.times > 0 && each.path.test(path));
    if (found) found.times--;
    return found?.trouble;
  }

  private send(
    response: ServerResponse,
    { status, text }: { status: number; text: string },
    trouble?: Trouble,
  ): void {
    const json = { 'content-type': 'application/json' };
    if (trouble === 'HANGS') return void this.hanging.add(response);
    if (trouble === 'UNAVAILABLE')
      return void response.writeHead(503).end('<html>no healthy upstream</html>');
    if (trouble === 'NOT_JSON') return void response.writeHead(200).end('<html>welcome</html>');
    if (trouble === 'TRUNCATED')
      return void response.writeHead(200, json).end(text.slice(0, text.length / 2));
    if (trouble === 'LOST') this.store.tasks.length = 0;
    response.writeHead(status, json).end(text);
  }

  private answer(method: string, path: string, body: unknown): { status: number; text: string } {
    try {
      const result = this.route(method, path, body);
      const status = result !== undefined && 'taskUid' in result ? 202 : 200;
      return { status, text: result === undefined ? '' : JSON.stringify(result) };
    } catch (error) {
      if (error instanceof MeiliFault) return { status: error.status, text: error.body };
      throw error;
    }
  }

  private route(method: string, path: string, body: unknown): object | undefined {
    for (const [pattern, route] of Object.entries(this.routes)) {
      const found = new RegExp(`^${pattern.replace(':uid', '([^/]+)')}$`).exec(`${method} ${path}`);
      if (found) return route(body as never, found[1] ?? '');
    }
    throw new MeiliFault(404, 'not_found', `No route ${method} ${path}`);
  }

  private readonly routes: Readonly<Record<string, Route>> = {
    'GET /health': () => ({ status: 'available' }),
    'GET /stats': () => ({ indexes: this.counts() }),
    'GET /tasks/:uid': (_body, uid) => this.task(uid),
    'GET /indexes/:uid': (_body, uid) => ({ uid, createdAt: this.store.index(uid).createdAt }),
    'GET /indexes/:uid/settings': (_body, uid) => this.store.index(uid).settings,
    'POST /multi-search': (body: { queries: MeiliQuery[] }) => this.multiSearch(body),
    'POST /keys': (body: { uid: string }) => this.createKey(body),
    'POST /indexes': (body: { uid: string }) => {
      demandKnown('index', body);
      return this.store.enqueue(body.uid, () => this.store.createIndex(body.uid));
    },
    'PATCH /indexes/:uid/settings': (body: Record<string, unknown>, uid) => {
      demandKnown('settings', body);
      return this.store.enqueue(uid, () => Object.assign(this.store.index(uid).settings, body));
    },
    'DELETE /indexes/:uid/settings/embedders': (_body, uid) =>
      this.store.enqueue(uid, () => delete this.store.index(uid).settings['embedders']),
    'DELETE /indexes/:uid': (_body, uid) =>
      this.store.enqueue(uid, () => void this.store.indexes.delete(uid)),
    'POST /swap-indexes': (swaps: { indexes: [string, string] }[]) => {
      swaps.forEach((swap) => demandKnown('swap', swap));
      return this.store.enqueue(null, () => swaps.forEach(({ indexes }) => this.store.swap(...indexes)));
    },
    'POST /indexes/:uid/documents': (body: MeiliRecord[], uid) =>
      this.store.enqueue(uid, () => this.store.putDocuments(uid, body)),
    'POST /indexes/:uid/documents/delete-batch': (ids: string[], uid) =>
      this.store.enqueue(uid, () => ids.forEach((id) => this.store.index(uid).documents.delete(id))),
    'POST /indexes/:uid/documents/fetch': (body: { ids?: string[] }, uid) => {
      demandKnown('documents/fetch', body);
      return fetched(this.store.index(uid), body);
    },
  };

  private counts(): object {
    return Object.fromEntries(
      Array.from(this.store.indexes, ([uid, { documents }]) => [uid, { numberOfDocuments: documents.size }]),
    );
  }

  private task(uid: string): object {
    const task = this.store.tasks[Number(uid)];
    if (!task) throw new MeiliFault(404, 'task_not_found', `Task \`${uid}\` not found.`);
    return task;
  }

  private multiSearch(body: { queries: MeiliQuery[] }): object {
    demandKnown('multi-search', body);
    const results = body.queries.map((query, i) => {
      demandKnown('query', query, ` inside \`.queries[${i}]\``);
      if (query.hybrid) demandKnown('hybrid', query.hybrid, ` inside \`.queries[${i}].hybrid\``);
      return { indexUid: query.indexUid, ...searched(this.store.index(query.indexUid), query) };
    });
    return { results };
  }

  private createKey(body: { uid: string }): object {
    demandKnown('key', body);
    if (this.keys.has(body.uid))
      throw new MeiliFault(
        409,
        'api_key_already_exists',
        `\`uid\` field value \`${body.uid}\` is already an existing API key.`,
      );
    this.keys.add(body.uid);
    return body;
  }
}
