import { spawn } from 'node:child_process';
import { nodeArguments } from '@app/database';
import type { Settings } from '@app/kernel';
import { Client } from 'pg';
import { StartRefusedError } from './start-refused.error.js';

/** `DEMO` as it was set; absent and `0` mean different things on the embedded database. */
export type DemoWish = string | undefined;

/**
 * Whether demonstration data belongs into this database: into the embedded one unless `DEMO=0`, into the operator's own
 * only with `DEMO=1`, never in production.
 */
export function wantsDemonstration(settings: Settings, embedded: boolean, wish: DemoWish): boolean {
  if (settings.production) {
    if (settings.DEMO)
      throw new StartRefusedError('Demonstration data is refused when NODE_ENV=production: leave DEMO out.');
    return false;
  }
  return settings.DEMO || (embedded && !wish);
}

/** Whether anybody is in the database already: then demonstration data is there or not wanted. */
export async function isInhabited(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ inhabited: boolean }>(
      'select exists (select from organization) as inhabited',
    );
    return rows[0]?.inhabited === true;
  } finally {
    await client.end();
  }
}

/** Loads demonstration data into an empty database; gives whether that went well. Its own lines go to the terminal. */
export async function loadDemonstration(): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [...nodeArguments(import.meta.url, '../main'), 'demo', '--if-empty'],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return new Promise((resolve) =>
    child.once('exit', (code) => resolve(code === 0)).once('error', () => resolve(false)),
  );
}
