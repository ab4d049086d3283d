import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PageRenderer } from './page-renderer.js';

/** Public pages that always stand there. */
const PAGES = ['/', '/search', '/events', '/fairs'];
/** Pages that are made for one person, and what is no page at all. */
const PRIVATE = ['/desk', '/graphql', '/graphiql', '/invitations', '/facts', '/unsubscribe', '/health'];
/** How many coming events the map names; the others are reached from the list. */
const MAX_EVENTS = 100;
/** The list of events is cached this long, so that repeated requests cost one query. */
const EVENTS_KEPT_MS = 60_000;
const QUERY = `query Sitemap($first: Int!, $from: DateTime) {
  matchmakingEvents(first: $first, from: $from) { edges { node { id } } }
}`;

interface SitemapAnswer {
  readonly matchmakingEvents: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** Serves what search engines ask for: which pages are not for them, and which there are. */
export function serveCrawlerFiles(server: FastifyInstance, renderer: PageRenderer): void {
  server.get('/robots.txt', (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(
        [
          'User-agent: *',
          ...PRIVATE.map((path) => `Disallow: ${path}`),
          `Sitemap: ${new URL('/sitemap.xml', renderer.originOf(request)).href}`,
          '',
        ].join('\n'),
      ),
  );
  let known: { readonly at: number; readonly events: readonly string[] } | undefined;
  server.get('/sitemap.xml', async (request, reply) => {
    const now = Date.now();
    if (!known || now - known.at > EVENTS_KEPT_MS) {
      const variables = { first: MAX_EVENTS, from: new Date(now).toISOString() };
      const answer = await renderer.readAsGuest<SitemapAnswer>(request, reply, QUERY, variables);
      const events = answer.matchmakingEvents.edges.map(
        ({ node }) => `/events/${encodeURIComponent(node.id)}`,
      );
      known = { at: now, events };
    }
    const { events } = known;
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(sitemap(renderer.originOf(request), [...PAGES, ...events]));
  });
}

/** A map of pages (sitemaps.org, 0.9); addresses are ours and hold nothing that XML would have to escape. */
function sitemap(origin: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${new URL(path, origin).href}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Whether an address names a file (`/.env`, `/wp-login.php`) and not a page: none of the portal's pages has a dot. */
export function namesFile(request: Pick<FastifyRequest, 'url'>): boolean {
  const { pathname } = new URL(request.url, 'http://any');
  return /(^|\/)\.|\.[a-z0-9~]{1,12}$/i.test(safelyDecoded(pathname));
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
