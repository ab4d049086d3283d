import { acquireDatabase, migrate } from '@app/database';
import { readSettings } from '@app/kernel';
import { Command, CommandRunner } from 'nest-commander';

/** `migrate`: brings the schema of the database up to date. */
@Command({ name: 'migrate', description: 'Brings the schema of the database up to date.' })
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const settings = readSettings();
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
