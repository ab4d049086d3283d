import '../../scripts/typescript/register.mjs';

/** Before all specs: a server with a template database for them to clone. */
export default async function globalSetup() {
  const { startTestServer } = await import('../server/test-server.ts');
  // A line for every request of every spec is read by nobody.
  process.env.LOG_LEVEL ??= 'error';
  globalThis.stopTestServer = await startTestServer();
}
