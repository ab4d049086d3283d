import { acquireDatabase } from '@app/database';
import { readSettings } from '@app/kernel';
import { startWorker } from './worker.js';

async function main(): Promise<void> {
  const settings = readSettings();
  const lease = await acquireDatabase({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
  const worker = await startWorker({ databaseUrl: lease.url });
  process.send?.({ ready: true });
  const stop = async () => {
    await worker.stop();
    await lease.release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.once('disconnect', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
