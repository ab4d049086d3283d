import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 50;

/** The address under which this very machine reaches the platform. */
export function localAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Waits until the platform says that it can serve, or until the signal ends the waiting. */
export async function waitUntilReady(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const status = await fetch(`${address}/health/ready`, { signal }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
