import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { resolve } from 'node:path';
import { HttpAdapterHost } from '@nestjs/core';
import { createTestApp, type TestApp } from './test-app.js';

/** Longest time that a spec may take to build the portal and to start. */
export const PORTAL_START_MS = 600_000;

/** Milliseconds that the API's answers to the portal are late: for finding journeys that only a quick machine plays. */
const LATENESS_MS = Number(process.env['PORTAL_LATENESS_MS'] ?? 0);

/** Builds the portal when its sources have changed since; the first of the specs that come at once does it for all. */
async function buildPortal(): Promise<void> {
  const building = spawn(process.execPath, ['scripts/build-portal.mjs', '--if-changed'], {
    stdio: 'inherit',
  });
  const [code] = (await once(building, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The portal could not be built: see the lines above.');
}

/** The whole API with the portal as it is built for production; call `close` when the spec file ends. */
export async function createPortalApp(): Promise<TestApp> {
  await buildPortal();
  const app = await createTestApp({}, resolve('dist/apps/web'));
  if (LATENESS_MS > 0) answerLate(app.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server);
  return app;
}

/** Lets every answer of the API that a browser asks for come late, as from a busy machine. */
function answerLate(server: Server): void {
  const answers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const late = request.url?.startsWith('/graphql') && request.headers['user-agent']?.startsWith('Mozilla');
    setTimeout(
      () => {
        for (const answer of answers) void answer(request, response);
      },
      late ? LATENESS_MS : 0,
    );
  });
}
