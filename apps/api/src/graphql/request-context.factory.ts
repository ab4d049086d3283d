import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isToken, type RequestContext, type Viewer, ViewerResolver } from '@app/identity';
import { chooseLocale, LoaderScope, RequestBudget, SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, rateRefusal, RequestRates } from '../security/request-rates.js';

/** Name of the portal's session cookie. */
export const SESSION_COOKIE = 'lianqiao_session';

/** Name of the cookie that tells a browser in which a person has signed in before. */
export const DEVICE_COOKIE = 'lianqiao_device';

function deviceOf(request: FastifyRequest): string | null {
  const device = request.cookies[DEVICE_COOKIE];
  return device && isToken(device) ? device : null;
}

function tokenOf(request: FastifyRequest): string | null {
  const authorization = request.headers.authorization;
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7).trim();
  return request.cookies[SESSION_COOKIE] ?? null;
}

function tokenOfSocket({ headers }: IncomingMessage): string | null {
  if (headers.authorization?.startsWith('Bearer ')) return headers.authorization.slice(7).trim();
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1] ?? null;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function budgetOf(viewer: Viewer, address: string): RequestBudget {
  return new RequestBudget(callerOf({ viewer, address }), viewer.signedIn);
}

/** Makes the context of each request: who is looking, in which language, and the request's own loaders. */
@Injectable()
export class RequestContextFactory {
  constructor(
    private readonly viewers: ViewerResolver,
    private readonly rates: RequestRates,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async create(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const viewer = await this.viewers.resolve(tokenOf(request));
    const locale = chooseLocale(header(request, 'x-lang'), header(request, 'accept-language'));
    const wait = this.rates.arrive({ viewer, address: request.ip });
    if (wait > 0) throw rateRefusal(wait, locale);
    const budget = budgetOf(viewer, request.ip);
    // Also when the client goes before it has its answer.
    reply.raw.once('close', () => budget.end());
    return {
      viewer,
      locale,
      loaders: new LoaderScope(budget),
      requestId: request.id || randomUUID(),
      address: request.ip,
      device: deviceOf(request),
      setSessionCookie: (token, expiresAt) =>
        this.setCookie(reply, SESSION_COOKIE, token ?? '', token ? expiresAt : new Date(0)),
      setDeviceCookie: (token, expiresAt) => this.setCookie(reply, DEVICE_COOKIE, token, expiresAt),
    };
  }

  private setCookie(reply: FastifyReply, name: string, value: string, expires: Date | undefined): void {
    void reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.PUBLIC_URL?.startsWith('https://') ?? false,
      expires,
    });
  }

  /** The context of something that comes over a socket, by the request that opened it; no cookie can be set there. */
  async forSocket(request: IncomingMessage, lang: string): Promise<RequestContext> {
    const viewer = await this.viewers.resolve(tokenOfSocket(request));
    const locale = chooseLocale(lang || undefined, request.headers['accept-language']);
    const address = request.socket.remoteAddress ?? '';
    const wait = this.rates.arrive({ viewer, address });
    if (wait > 0) throw rateRefusal(wait, locale);
    return {
      viewer,
      locale,
      loaders: new LoaderScope(budgetOf(viewer, address)),
      requestId: randomUUID(),
      address,
      device: null,
      setSessionCookie: () => undefined,
      setDeviceCookie: () => undefined,
    };
  }
}
