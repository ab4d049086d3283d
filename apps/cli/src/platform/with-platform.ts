import { acquireDatabase, migrate } from '@app/database';
import { type Clock, readSettings, type Settings } from '@app/kernel';
import { type EngineName, engineOf } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** What the option --engine says of itself. */
export const ENGINE_OPTION = 'embedded or meilisearch (MEILI_URL names its server).';

/** The engine of that name; throws one sentence when there is none. */
export function engineNamed(value: string): EngineName {
  if (value !== 'embedded' && value !== 'meilisearch')
    throw new Error(`There is no engine “${value}”: take embedded or meilisearch.`);
  return value;
}

/**
 * Makes this process, and those that it starts, use an engine: by the variable that everybody reads. Without a name the
 * settings decide. Gives the engine; throws one sentence when it cannot be used.
 */
export function useEngine(asked?: EngineName): EngineName {
  if (asked) process.env['SEARCH_ENGINE'] = asked;
  return engineOf(readSettings());
}

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
