/** After all specs: this run no longer needs the server. */
export default async function globalTeardown() {
  await globalThis.stopTestServer?.();
}
