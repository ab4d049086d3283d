import { onStopRequest, readSettings } from '@app/kernel';
import { acquireDatabase } from '@app/database';
import { createApi } from './create-api.js';
import { stopApi } from './observation/health.controller.js';

async function main(): Promise<void> {
  const settings = readSettings();
  const lease = await acquireDatabase({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
  const api = await createApi({ databaseUrl: lease.url });
  await api.listen(settings.PORT, settings.HOST);
  onStopRequest(async () => {
    await stopApi(api, settings.DRAIN_SECONDS);
    await lease.release();
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
