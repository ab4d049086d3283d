import { acquireDatabase, outliveLostDatabase } from '@app/database';
import { onStopRequest, readSettings } from '@app/kernel';
import { startWorker } from './worker.js';

async function main(): Promise<void> {
  process.on('unhandledRejection', outliveLostDatabase);
  const settings = readSettings();
  const lease = await acquireDatabase({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
  const worker = await startWorker({ databaseUrl: lease.url });
  process.send?.({ ready: true });
  onStopRequest(async () => {
    await worker.stop();
    await lease.release();
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
