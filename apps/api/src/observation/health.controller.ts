import { Readiness } from '@app/telemetry';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether this process lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  private draining = false;

  constructor(private readonly readiness: Readiness) {}

  /** From now on the process says that it is not ready, so that a load balancer sends requests elsewhere. */
  drain(): void {
    this.draining = true;
    this.readiness.addCheck('requests', () => Promise.reject(new Error('draining')));
  }

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.draining) throw new ServiceUnavailableException({ status: 'draining' });
    const missing = await this.readiness.findFailures();
    if (missing.length > 0)
      throw new ServiceUnavailableException({ status: `unreachable: ${missing.join(', ')}` });
    return { status: 'ok' };
  }
}

/** How long connections that are kept open may take to bring their next request and be told that it is their last. */
const LAST_REQUEST_MS = 1000;
const LOOK_MS = 20;

/**
 * Stops a listening API without dropping a request: readiness fails first; for `drainSeconds` it goes on serving, so
 * that a load balancer can notice; every answer from then on closes its connection; then nobody new is let
 * in, what was accepted is answered, and only after that GraphQL, search and database are let go.
 */
export async function stopApi(api: NestFastifyApplication, drainSeconds: number): Promise<void> {
  api.get(HealthController).drain();
  const server: Server = api.getHttpServer();
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  await pause(drainSeconds * 1000);
  await connectionsGone(server);
  // An answer that was begun before the end leaves its connection open.
  const leavers = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  // The application's own close would end GraphQL before the last requests are through.
  await api.getHttpAdapter().getInstance().close();
  clearInterval(leavers);
  await api.close();
}

async function connectionsGone(server: Server): Promise<void> {
  const patience = performance.now() + LAST_REQUEST_MS;
  while (performance.now() < patience && (await connections(server)) > 0) await pause(LOOK_MS);
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
