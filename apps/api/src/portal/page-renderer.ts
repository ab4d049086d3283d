import { GUEST, type RequestContext } from '@app/identity';
import { chooseLocale } from '@app/kernel';
import type { ApolloServer } from '@apollo/server';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { RequestContextFactory } from '../graphql/request-context.factory.js';
import type { PageRequest, PortalBuild, Reading, RenderedPage } from './portal-build.js';

/** Cookies in which the portal remembers how a person reads. */
export const LANGUAGE_COOKIE = 'lianqiao_lang';
const LARGE_COOKIE = 'lianqiao_large';

const isLocale = (value: unknown): value is Reading['locale'] => value === 'zh' || value === 'en';

/** The language that the address asks for, if it does. */
export function askedLocale({ query }: FastifyRequest): Reading['locale'] | null {
  const { lang } = query as Record<string, unknown>;
  return isLocale(lang) ? lang : null;
}

/** How the reader reads: as the address says, else as remembered, else as the browser wishes, else in Chinese. */
export function readingOf(request: FastifyRequest): Reading {
  const remembered = request.cookies[LANGUAGE_COOKIE];
  return {
    locale:
      askedLocale(request) ??
      chooseLocale(isLocale(remembered) ? remembered : undefined, request.headers['accept-language']),
    large: request.cookies[LARGE_COOKIE] === '1',
  };
}

/** A page that takes longer is sent empty, and the browser renders it. */
const PATIENCE_MS = 4_000;

/** Where pages of the portal stand that anybody may read; all others are rendered in the browser alone. */
const PUBLIC_PAGES = /^\/(|search|events|fairs|(capabilities|organizations|needs|events)\/[^/]+)$/;

/** Renders public pages with what the API gives this reader, through the same checks as over the network. */
export class PageRenderer {
  constructor(
    private readonly api: NestFastifyApplication,
    private readonly build: PortalBuild,
    private readonly settings: { readonly publicUrl: string | undefined; readonly outbox: boolean },
  ) {}

  /** Whether messages are left in a folder of the server instead of being sent. */
  get outbox(): boolean {
    return this.settings.outbox;
  }

  /**
   * The page, or null when it is left to the browser; an address that can mean nothing gives an empty page of status 404,
   * on which the browser says so. Throws when rendering failed.
   */
  async render(request: FastifyRequest, reply: FastifyReply, reading: Reading): Promise<RenderedPage | null> {
    if (!PUBLIC_PAGES.test(new URL(request.url, 'http://any').pathname)) return null;
    const contexts = this.api.get(RequestContextFactory);
    const context = { ...(await contexts.create(request, reply)), locale: reading.locale };
    const server = await this.build.server();
    let senseless = false;
    const page: PageRequest = {
      url: this.addressOf(request),
      reading,
      outbox: this.outbox,
      execute: async (query, variables) => {
        const { data, errors = [] } = await this.execute(query, variables, context);
        senseless ||= errors.some(({ extensions }) => extensions?.['code'] === 'BAD_INPUT');
        if (errors.length > 0) throw new Error(errors[0]?.message);
        return { data };
      },
    };
    return withinPatience(server.renderPage(page)).catch((error: unknown) => {
      if (!senseless) throw error;
      const state = server.stateMarkup({ ...reading, answers: null, outbox: this.outbox });
      return {
        status: 404,
        head: '<title>链桥</title><meta name="robots" content="noindex">',
        body: '',
        state,
      };
    });
  }

  /**
   * Where people reach the portal: PUBLIC_URL, else this machine. Never what the request says of itself, since a page with
   * another host in its canonical address, once cached or indexed, sends people there.
   */
  originOf(request: FastifyRequest): string {
    return this.settings.publicUrl ?? `http://localhost:${request.socket.localPort ?? ''}`;
  }

  /** What the API answers a guest; throws when it refuses. */
  async readAsGuest<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    query: string,
    variables: object,
  ): Promise<T> {
    const context = await this.api.get(RequestContextFactory).create(request, reply);
    const { data, errors = [] } = await this.execute(query, variables, { ...context, viewer: GUEST });
    if (errors.length > 0) throw new Error(errors[0]?.message);
    return data as T;
  }

  private addressOf(request: FastifyRequest): string {
    const { pathname, search } = new URL(request.url, 'http://any');
    return new URL(pathname.replace(/^\/+/, '/') + search, this.originOf(request)).href;
  }

  private async execute(
    query: string,
    variables: object,
    context: RequestContext,
  ): Promise<FormattedExecutionResult> {
    const { instance } = this.api.get(GraphQLModule).graphQlAdapter as unknown as {
      instance: ApolloServer<RequestContext>;
    };
    const { body } = await instance.executeOperation({ query, variables }, { contextValue: context });
    if (body.kind !== 'single') throw new Error('A page asked for an answer in parts.');
    return body.singleResult;
  }
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page took too long.')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
