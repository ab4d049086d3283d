import '../../scripts/typescript/register.mjs';

/** Before all specs: a server with a template database for them to clone. */
export default async function globalSetup() {
  const { startTestServer } = await import('../server/test-server.ts');
  globalThis.stopTestServer = await startTestServer();
}
