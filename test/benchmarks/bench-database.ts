import { acquireDatabase, migrate } from '@app/database';
import { readSettings } from '@app/kernel';
import { deleteKeys, dropServerIndexes, processKeys } from '@app/search';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes this process, and those that it starts, use indexes of their own on the search server: a measurement never
 * touches anybody's data. Gives what removes them, and the keys that were made for them.
 */
export function useBenchIndexes(): () => Promise<void> {
  const prefix = `lianqiao_bench_${randomBytes(6).toString('hex')}_`;
  process.env['MEILI_PREFIX'] = prefix;
  return async () => {
    const settings = readSettings();
    const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = settings;
    if (!url) return;
    await dropServerIndexes({ url, keys: processKeys(settings) }, prefix);
    if (masterKey) await deleteKeys(url, masterKey, prefix);
  };
}

/** Runs work on an embedded database of its own in a temporary folder: a benchmark never touches anybody's data. */
export async function withBenchDatabase<T>(
  work: (databaseUrl: string, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianqiao-bench-'));
  // Run as root, the embedded server belongs to another account, which has to get in.
  await chmod(dataDir, 0o755);
  try {
    const lease = await acquireDatabase({ dataDir });
    try {
      await migrate(lease.url);
      return await work(lease.url, dataDir);
    } finally {
      await lease.release();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
