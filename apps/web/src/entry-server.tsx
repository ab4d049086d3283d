import { type Client, type Exchange, type GraphQLRequest, ssrExchange } from '@urql/core';
import { renderToString } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router';
import { portalClient } from './api/client.js';
import type { HeadHolder, PageHead } from './ui/page.js';
import { HAND_OVER_ID, type HandOver, Portal } from './app/portal.js';
import { routes } from './app/routes.js';
import { SurroundingsProvider } from './session/sign-in-context.js';
import type { Reading } from './texts/locale.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The address without what only concerns one reader. */
function canonical(url: string): string {
  const address = new URL(url);
  address.searchParams.delete('lang');
  return address.href;
}

function inLanguage(url: string, locale: string): string {
  const address = new URL(canonical(url));
  address.searchParams.set('lang', locale);
  return address.href;
}

/** The elements of the head that a page of the server carries: title, description, languages, schema.org data. */
export function headOf(head: PageHead | undefined, { url }: { readonly url: string }): string {
  if (!head) return '';
  const { title, description, jsonLd, unlisted, missing } = head;
  const parts = [
    `<title>${escaped(title)}</title>`,
    `<meta property="og:title" content="${escaped(title)}">`,
  ];
  if (description) {
    const short = escaped(description.replace(/\s+/g, ' ').trim().slice(0, 160));
    parts.push(`<meta name="description" content="${short}">`);
    parts.push(`<meta property="og:description" content="${short}">`);
  }
  if (unlisted || missing) return [...parts, '<meta name="robots" content="noindex">'].join('\n');
  parts.push(`<link rel="canonical" href="${escaped(canonical(url))}">`);
  for (const [tag, locale] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const) {
    parts.push(`<link rel="alternate" hreflang="${tag}" href="${escaped(inLanguage(url, locale))}">`);
  }
  if (jsonLd) {
    const data = JSON.stringify({ '@context': 'https://schema.org', ...jsonLd }).replaceAll('<', '\\u003c');
    parts.push(`<script type="application/ld+json">${data}</script>`);
  }
  return parts.join('\n');
}

/** A page that a browser asks for. */
export interface PageRequest {
  /** Address with origin, as the reader sees it. */
  readonly url: string;
  readonly reading: Reading;
  readonly outbox: boolean;
  /** Executes an operation for this reader within the server's own process. */
  readonly execute: (query: string, variables: Record<string, unknown>) => Promise<object>;
}

/** The parts that are put into the page's frame. */
export interface RenderedPage {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly state: string;
}

/** A page asks for things, and once they are there perhaps for what hangs on them; nothing needs more rounds. */
const MOST_ROUNDS = 4;

/** Renders a public page with all that it shows. */
export async function renderPage(request: PageRequest): Promise<RenderedPage> {
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(request.url));
  if (context instanceof Response) throw new Error(`No page at ${request.url}`);
  const exchange = ssrExchange({ isClient: false });
  const asked = new Map<number, GraphQLRequest>();
  const client = inProcessClient(request, exchange, asked);
  const holder: HeadHolder = {};
  const render = () => renderOnce(request, { client, context, holder, handler });
  let body = render();
  const answered = new Set<number>();
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const open = [...asked.values()].filter(({ key }) => !answered.has(key));
    if (open.length === 0) break;
    for (const { key } of open) answered.add(key);
    const answers = await Promise.all(
      open.map(({ query, variables }) => client.query(query, variables).toPromise()),
    );
    const failed = answers.find(({ error }) => error);
    if (failed?.error) throw failed.error;
    body = render();
  }
  const { outbox, reading } = request;
  const handOver: HandOver = { ...reading, outbox, answers: exchange.extractData() };
  const status = holder.head?.missing ? 404 : context.statusCode;
  return { status, head: headOf(holder.head, request), body, state: stateMarkup(handOver) };
}

/** A client that notes what the components ask for; they do not wait, so it is asked again between two rounds. */
function inProcessClient(
  request: PageRequest,
  handedOver: Exchange,
  asked: Map<number, GraphQLRequest>,
): Client {
  const client = portalClient({
    locale: request.reading.locale,
    url: 'http://in.process/graphql',
    fetch: (_, init) => answerTo(request, String(init?.body)),
    handedOver,
  });
  const execute = client.executeQuery;
  client.executeQuery = (query, options) => {
    asked.set(query.key, query);
    return execute(query, options);
  };
  return client;
}

async function answerTo({ execute }: PageRequest, body: string): Promise<Response> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  return new Response(JSON.stringify(await execute(query, variables ?? {})), {
    headers: { 'content-type': 'application/json' },
  });
}

interface Rendering {
  readonly client: Client;
  readonly context: StaticHandlerContext;
  readonly holder: HeadHolder;
  readonly handler: ReturnType<typeof createStaticHandler>;
}

function renderOnce(request: PageRequest, { client, context, holder, handler }: Rendering): string {
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToString(
    <SurroundingsProvider outbox={request.outbox}>
      <Portal reading={request.reading} connect={() => client} head={holder}>
        <StaticRouterProvider router={router} context={context} hydrate={false} />
      </Portal>
    </SurroundingsProvider>,
  );
}

/** A block of data, not of code: it is never run, and nothing in it can end the element early. */
export function stateMarkup(handOver: HandOver): string {
  const text = JSON.stringify(handOver).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${HAND_OVER_ID}">${text}</script>`;
}
