import type { Settings } from '@app/kernel';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PageRenderer } from './page-renderer.js';
import { PortalBuild } from './portal-build.js';
import { serveGraphiql } from './serve-graphiql.js';
import { serveMissingPortal } from './serve-missing-portal.js';
import { serveCrawlerFiles } from './serve-crawler-files.js';
import { servePages } from './serve-pages.js';
import { serveStaticFiles } from './serve-static-files.js';

type PortalSettings = Pick<Settings, 'production' | 'PUBLIC_URL'>;

/** What the API serves to browsers beside GraphQL: the portal from its folder, and GraphiQL outside production. */
export function servePortal(
  api: NestFastifyApplication,
  { production, PUBLIC_URL: publicUrl }: PortalSettings,
  folder: string | null,
): void {
  const server = api.getHttpAdapter().getInstance();
  if (!production) serveGraphiql(server);
  const build = folder && PortalBuild.read(folder);
  if (!build) {
    serveMissingPortal(server);
    return;
  }
  serveStaticFiles(server, build);
  const logger = api.get<PlatformLogger>(LOGGER);
  const renderer = new PageRenderer(api, build, { publicUrl, outbox: !production });
  serveCrawlerFiles(server, renderer);
  servePages(server, build, renderer, (url, error) =>
    logger.warn({ url, err: error }, 'a page was left to the browser'),
  );
}
