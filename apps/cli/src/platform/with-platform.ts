import { acquireDatabase, migrate } from '@app/database';
import { type Clock, readSettings, type Settings } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** What a command works with. */
export interface Platform {
  readonly app: INestApplicationContext;
  readonly settings: Settings;
  readonly databaseUrl: string;
}

/**
 * Runs work on the platform: takes part in the embedded server (starting it when nobody else does) or connects to the
 * configured one, brings the schema up to date, and lets go of everything afterwards.
 */
export async function withPlatform<T>(
  work: (platform: Platform) => Promise<T>,
  options: { clock?: Clock } = {},
): Promise<T> {
  const settings = readSettings();
  const lease = await acquireDatabase({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
  try {
    await migrate(lease.url);
    const { PlatformModule } = await import('./platform.module.js');
    const app = await NestFactory.createApplicationContext(
      PlatformModule.forRoot({ databaseUrl: lease.url, ...options }),
      {
        logger: ['error', 'warn'],
        abortOnError: false,
      },
    );
    try {
      return await work({ app, settings, databaseUrl: lease.url });
    } finally {
      await app.close();
    }
  } finally {
    await lease.release();
  }
}
