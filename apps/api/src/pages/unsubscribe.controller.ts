import './pages.texts.js';
import { SavedSearchesService } from '@app/discovery';
import { GUEST } from '@app/identity';
import { chooseLocale, type Locale, renderText } from '@app/kernel';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestRates } from '../security/request-rates.js';
import { LINK_PAGE_POLICY, messagePage } from './fact-answer-pages.js';

type LinkRequest = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>;

/** What a page is made for. */
interface Visit {
  readonly token: string;
  readonly locale: Locale;
  readonly path: string;
}

/**
 * Ends alerts by the link in each message, without signing in. Opening it asks; posting acts, at one click also from a
 * mail program (RFC 8058).
 */
@Controller('u')
export class UnsubscribeController {
  constructor(
    private readonly searches: SavedSearchesService,
    private readonly rates: RequestRates,
  ) {}

  @Get(':token')
  async ask(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = visitOf(request);
    if (this.isTooMuch(request)) return tooMuch(reply);
    const search = await this.searches.findByToken(visit.token);
    if (!search) return nothing(reply, visit);
    const button = renderText(visit.locale, 'UNSUBSCRIBE_ACT');
    return show(reply, 200, say(visit, 'UNSUBSCRIBE_ASK', search.name, button));
  }

  @Post(':token')
  async act(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = visitOf(request);
    if (this.isTooMuch(request)) return tooMuch(reply);
    const search = await this.searches.unsubscribe(visit.token);
    return search ? show(reply, 200, say(visit, 'UNSUBSCRIBE_DONE', search.name)) : nothing(reply, visit);
  }

  private isTooMuch({ ip }: LinkRequest): boolean {
    return this.rates.arrive({ viewer: GUEST, address: ip }) > 0;
  }
}

function visitOf({ params: { token }, query, headers }: LinkRequest): Visit {
  const locale = chooseLocale(query.lang, headers['accept-language']);
  return { token, locale, path: `/u/${encodeURIComponent(token)}` };
}

function say(visit: Visit, code: string, name: string, button?: string): string {
  return messagePage([renderText(visit.locale, code, { name })], { ...visit, button });
}

function nothing(reply: FastifyReply, visit: Visit): FastifyReply {
  return show(reply, 404, say(visit, 'UNSUBSCRIBE_INVALID', ''));
}

function tooMuch(reply: FastifyReply): FastifyReply {
  return reply.code(429).type('text/plain; charset=utf-8').send('Too many requests');
}

function show(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', LINK_PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(page);
}
