import { acquireDatabase, migrate } from '@app/database';
import { readSettings } from '@app/kernel';
import { ensureKeys, USUAL_PREFIX } from '@app/search';
import { Command, CommandRunner } from 'nest-commander';

/** `migrate`: brings the schema of the database up to date, and makes the keys of a search server. */
@Command({ name: 'migrate', description: 'Brings the schema of the database up to date.' })
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const settings = readSettings();
    const { MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX = USUAL_PREFIX } = settings;
    if (MEILI_URL && MEILI_MASTER_KEY) await ensureKeys(MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX);
    const lease = await acquireDatabase({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
    try {
      const done = await migrate(lease.url);
      console.log(
        done.length === 0
          ? 'The schema is up to date.'
          : `Applied ${done.length} migrations: ${done.join(', ')}.`,
      );
    } finally {
      await lease.release();
    }
  }
}
