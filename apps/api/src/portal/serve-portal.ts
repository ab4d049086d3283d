import { dataFile, type Settings } from '@app/kernel';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PageRenderer } from './page-renderer.js';
import { PortalBuild } from './portal-build.js';
import { serveFirstScreen } from './serve-first-screen.js';
import { serveGraphiql } from './serve-graphiql.js';
import { servePages } from './serve-pages.js';
import { serveStaticFiles } from './serve-static-files.js';

type PortalSettings = Pick<Settings, 'production' | 'PUBLIC_URL'>;

/** What the API serves to browsers beside GraphQL: the portal, and GraphiQL outside production. */
export function servePortal(
  api: NestFastifyApplication,
  { production, PUBLIC_URL: publicUrl }: PortalSettings,
): void {
  const server = api.getHttpAdapter().getInstance();
  if (!production) serveGraphiql(server);
  const build = PortalBuild.read(dataFile(import.meta.url, 'dist/apps/web'));
  if (!build) {
    serveFirstScreen(server, production);
    return;
  }
  serveStaticFiles(server, build);
  const logger = api.get<PlatformLogger>(LOGGER);
  servePages(server, build, new PageRenderer(api, build, { publicUrl, outbox: !production }), (url, error) =>
    logger.warn({ url, err: error }, 'a page was left to the browser'),
  );
}
