import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askedLocale, LANGUAGE_COOKIE, type PageRenderer, readingOf } from './page-renderer.js';
import type { PortalBuild, Reading, RenderedPage } from './portal-build.js';
import { namesFile } from './serve-crawler-files.js';
import { pageHeaders } from '../security/response-headers.js';

const YEAR_SECONDS = 31_536_000;
const TAGS: Readonly<Record<Reading['locale'], string>> = { zh: 'zh-CN', en: 'en' };

/** Tells whoever runs the platform why a page went to the browser unrendered. */
export type NoteFailure = (url: string, error: unknown) => void;

/** Serves every page of the portal: public ones rendered, the others as the empty frame that the browser fills. */
export function servePages(
  server: FastifyInstance,
  build: PortalBuild,
  renderer: PageRenderer,
  noteFailure: NoteFailure,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!wantsPage(request) || namesFile(request)) {
      reply.callNotFound();
      return reply;
    }
    const reading = readingOf(request);
    rememberLocale(request, reply);
    const page = await renderer.render(request, reply, reading).catch((error: unknown) => {
      noteFailure(request.url, error);
      return null;
    });
    const { stateMarkup } = await build.server();
    const state = () => stateMarkup({ ...reading, answers: null, outbox: renderer.outbox });
    const shown = page ?? { status: 200, head: '<title>链桥</title>', body: '', state: state() };
    return reply
      .headers({
        ...pageHeaders(request.url),
        'cache-control': 'private, no-cache',
      })
      .code(shown.status)
      .type('text/html; charset=utf-8')
      .send(framed(build.frame, shown, reading));
  };
  server.get('/', answer);
  server.get('/*', answer);
}

/** Whoever asks for something else than a page is told that there is nothing. */
function wantsPage({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '*/*';
  return accept.includes('text/html') || accept.includes('*/*');
}

function rememberLocale(request: FastifyRequest, reply: FastifyReply): void {
  const locale = askedLocale(request);
  if (locale)
    void reply.setCookie(LANGUAGE_COOKIE, locale, { path: '/', sameSite: 'lax', maxAge: YEAR_SECONDS });
}

/** Puts a page into the frame; functions, since texts may hold what a replacement pattern would mean. */
function framed(frame: string, { head, body, state }: RenderedPage, { locale, large }: Reading): string {
  return frame
    .replace('lang="zh-CN"', () => `lang="${TAGS[locale]}"${large ? ' data-large' : ''}`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => body)
    .replace('<!--state-->', () => state);
}
