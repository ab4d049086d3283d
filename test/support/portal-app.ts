import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createTestApp, type TestApp } from './test-app.js';

/** Longest time that a spec may take to build the portal and to start. */
export const PORTAL_START_MS = 600_000;

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
  return createTestApp({}, resolve('dist/apps/web'));
}
