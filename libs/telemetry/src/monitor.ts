import type { Settings } from '@app/kernel';
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from './readiness.js';
import type { PlatformMetrics } from './platform-metrics.js';

/** Where the monitor listens, and who may read the measurements. */
export interface MonitorOptions {
  readonly host: string;
  /** 0: nowhere. */
  readonly port: number;
  readonly token?: Settings['METRICS_TOKEN'];
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json';

/** The door for those who look after the platform, apart from the one for its users: `/health/live`, `/health/ready`, `/metrics`. */
export class Monitor {
  private server: Server | undefined;

  constructor(
    private readonly options: MonitorOptions,
    private readonly metrics: PlatformMetrics,
    private readonly readiness: Readiness,
  ) {}

  /** Opens the door, unless the port is 0. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.options.port !== 0) await this.openServer();
  }

  /** Opens the door on the port, a free one when that is 0; gives its address. */
  async openServer(): Promise<string> {
    const { host, port } = this.options;
    this.metrics.watchProcess();
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(new Error(`The monitor cannot listen on ${host}:${port} (${error.code ?? error.message}).`)),
      );
      server.listen(port, host, resolve);
    });
    // Who watches must not keep a process from ending.
    server.unref();
    this.server = server;
    const { address, port: taken, family } = server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.answer(request).catch(() => json(500, { status: 'failed' }));
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { status: 'GET only' });
    switch (request.url?.split('?')[0]) {
      case '/health/live':
        return json(200, { status: 'ok' });
      case '/health/ready':
        return this.ready();
      case '/metrics':
        return this.measurements(request.headers.authorization);
      default:
        return json(404, { status: 'not here' });
    }
  }

  private async ready(): Promise<Answer> {
    const missing = await this.readiness.findFailures();
    return missing.length === 0 ? json(200, { status: 'ok' }) : json(503, { status: 'not ready', missing });
  }

  private async measurements(authorization: string | undefined): Promise<Answer> {
    const { token } = this.options;
    if (token !== undefined && !sameText(authorization ?? '', `Bearer ${token}`))
      return json(401, { status: 'a token is needed' });
    const { registry } = this.metrics;
    return { status: 200, type: registry.contentType, body: await registry.metrics() };
  }
}

function json(status: number, body: object): Answer {
  return { status, type: JSON_TYPE, body: JSON.stringify(body) };
}

/** Compares in a time that says nothing about where the texts differ. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
