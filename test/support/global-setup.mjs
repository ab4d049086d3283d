import '../../scripts/typescript/register.mjs';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));

/**
 * Before all specs: a server with a template database for them to clone. Where all specs run, the programs that many of them
 * start are bundled once; where some run, the first that starts a program has it done.
 */
export default async function globalSetup({ testPathPatterns }) {
  const { startTestServer } = await import('../server/test-server.ts');
  // A line for every request of every spec is read by nobody.
  process.env.LOG_LEVEL ??= 'error';
  globalThis.stopTestServer = await startTestServer();
  if (testPathPatterns.patterns.length > 0) return;
  const { bundled } = await import('../../scripts/typescript/bundled.mjs');
  await bundled(API, (error) =>
    console.warn(`Programs are loaded module by module, since they could not be bundled: ${error.message}`),
  );
}
