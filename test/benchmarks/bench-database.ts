import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireDatabase, migrate } from '@app/database';

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
