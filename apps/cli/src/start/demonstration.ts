import { nodeArguments } from '@app/database';
import { dataFile, type Settings } from '@app/kernel';
import { verify } from '@node-rs/argon2';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartRefusedError } from './folder-lock.js';
import type { DemonstrationAccount } from './launcher.js';

const accounts = z.array(z.object({ role: z.string(), login: z.string(), password: z.string() }));

/** The accounts that the demonstration data brings, from its own file. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  const file = dataFile(import.meta.url, 'apps/cli/data/demo/accounts.yaml');
  return existsSync(file) ? accounts.parse(parse(readFileSync(file, 'utf8'))) : [];
}

/** `DEMO` as it was set; absent and `0` mean different things on the embedded database. */
type DemoWish = string | undefined;

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
  const [row] = await ask<{ inhabited: boolean }>(
    databaseUrl,
    'select exists (select from organization) as inhabited',
  );
  return row?.inhabited === true;
}

/** Which of the accounts are there to sign in with: all, where the demonstration data is; none in a market of one's own. */
export async function accountsIn(
  databaseUrl: string,
  accounts: readonly DemonstrationAccount[],
): Promise<DemonstrationAccount[]> {
  const rows = await ask<{ login: string }>(
    databaseUrl,
    `select right(value, 11) as login from user_identifier where kind = 'PHONE' and value = any($1)`,
    [accounts.map(({ login }) => `+86${login}`)],
  );
  const logins = new Set(rows.map(({ login }) => login));
  return accounts.filter(({ login }) => logins.has(login));
}

async function ask<Row extends object>(
  databaseUrl: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/**
 * Refuses, in production, a database in which somebody can sign in with a demonstration password, since those stand in
 * the sources. Development folders become production by accident, with `NODE_ENV=production npm start`.
 */
export async function refuseDemonstrationAccounts(
  { production }: Pick<Settings, 'production'>,
  databaseUrl: string,
  accounts: readonly DemonstrationAccount[],
): Promise<void> {
  if (!production) return;
  const rows = await ask<{ login: string; hash: string }>(
    databaseUrl,
    `select right(value, 11) as login, password_hash as hash
       from user_identifier join app_user on app_user.id = user_id
      where kind = 'PHONE' and value = any($1) and password_hash is not null`,
    [accounts.map(({ login }) => `+86${login}`)],
  );
  for (const { login, hash } of rows) {
    const account = accounts.find((known) => known.login === login);
    if (account && (await verify(hash, account.password)))
      throw new StartRefusedError(
        `This database holds demonstration accounts, such as ${login}, whose passwords everybody can read; they are refused when NODE_ENV=production: choose another DATA_DIR or DATABASE_URL.`,
      );
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
