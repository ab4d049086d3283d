import './pages.texts.js';
import { GUEST } from '@app/identity';
import {
  BadInputError,
  chooseLocale,
  encodeGlobalId,
  type Locale,
  renderText,
  type UserError,
} from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { AnswerFactRequestInput, FactAnswersService, FactQuestionnaire } from '@app/supply-responses';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerOf, readForm, type SentForm } from './fact-answer-form.js';
import { inputValidation } from '../graphql/validation.js';
import { RequestRates } from '../security/request-rates.js';
import { FACT_ANSWERS_STYLE, LINK_PAGE_POLICY, messagePage, questionsPage } from './fact-answer-pages.js';

type LinkRequest = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>;

/** What a page is made for. */
interface Visit {
  readonly holder: { readonly token: string; readonly address: string };
  readonly locale: Locale;
  readonly path: string;
}

const HOUR_SECONDS = 3600;
/** HTTP status of what may come in place of the questions. */
const STATUS: Readonly<Record<string, number>> = { FACT_LINK_INVALID: 404, TOO_MANY_ATTEMPTS: 429 };

/** The pages behind the one-time links of fact requests: plain HTML, without scripts and without an account. */
@Controller('f')
export class FactAnswersController {
  private readonly validation = inputValidation();

  constructor(
    private readonly answers: FactAnswersService,
    private readonly links: PublicLinks,
    private readonly rates: RequestRates,
  ) {}

  @Get('style.css')
  style(@Res() reply: FastifyReply): FastifyReply {
    return reply
      .header('cache-control', `public, max-age=${HOUR_SECONDS}`)
      .type('text/css; charset=utf-8')
      .send(FACT_ANSWERS_STYLE);
  }

  /** Shows the questions; opening the link, as programs do that preview messages, uses nothing up. */
  @Get(':token')
  async questions(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = visitOf(request);
    const found = await this.questionnaire(visit);
    if (!(found instanceof FactQuestionnaire)) return refuse(reply, visit, found);
    return show(reply, 200, questionsPage(found, { ...visit, form: {} }));
  }

  /** Takes the answer, or that the holder wants no such messages. */
  @Post(':token')
  async answer(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = visitOf(request);
    const form = readForm(request.body);
    const found = await this.questionnaire(visit);
    if (!(found instanceof FactQuestionnaire)) return refuse(reply, visit, found);
    if (form['action'] === 'refuse') return this.refuse(reply, visit);
    try {
      return await this.take(reply, visit, await this.read(visit, found, form));
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      return show(reply, 422, questionsPage(found, { ...visit, form, complaint: error }));
    }
  }

  private async questionnaire({ holder, locale }: Visit): Promise<FactQuestionnaire | Refusal> {
    const wait = this.rates.arrive({ viewer: GUEST, address: holder.address });
    if (wait > 0) return { code: 'TOO_MANY_ATTEMPTS', params: { wait: Math.ceil(wait / 60) } };
    return this.answers.readQuestionnaire(holder, locale);
  }

  private async read(
    { holder }: Visit,
    questionnaire: FactQuestionnaire,
    form: SentForm,
  ): Promise<AnswerFactRequestInput> {
    const input = answerOf(holder.token, questionnaire, form);
    const metadata = { type: 'body', metatype: AnswerFactRequestInput, data: 'input' } as const;
    return (await this.validation.transform(input, metadata)) as AnswerFactRequestInput;
  }

  private async take(
    reply: FastifyReply,
    visit: Visit,
    input: AnswerFactRequestInput,
  ): Promise<FastifyReply> {
    const { holder, locale } = visit;
    const answered = await this.answers.answerRequest(GUEST, holder, input);
    if ('code' in answered) return refuse(reply, visit, answered);
    const link = answered.claimable
      ? {
          href: this.links.toThing(encodeGlobalId('Organization', answered.organizationId)),
          label: renderText(locale, 'LINK_PAGE_CLAIM_LINK'),
        }
      : undefined;
    const sentences = ['LINK_PAGE_THANKS', 'LINK_PAGE_TOLD'].map((code) => renderText(locale, code));
    return show(reply, 200, messagePage(sentences, { ...visit, link }));
  }

  private async refuse(reply: FastifyReply, visit: Visit): Promise<FastifyReply> {
    const refused = await this.answers.refuseRequests(visit.holder);
    if ('code' in refused) return refuse(reply, visit, refused);
    return show(reply, 200, messagePage([renderText(visit.locale, 'LINK_PAGE_REFUSED')], visit));
  }
}

/** Why a link shows no questions. */
type Refusal = Pick<UserError, 'code' | 'params'>;

function visitOf({ params: { token }, query, headers, ip }: LinkRequest): Visit {
  const locale = chooseLocale(query.lang, headers['accept-language']);
  return { holder: { token, address: ip }, locale, path: `/f/${encodeURIComponent(token)}` };
}

function refuse(reply: FastifyReply, visit: Visit, { code, params }: Refusal): FastifyReply {
  return show(reply, STATUS[code] ?? 400, messagePage([renderText(visit.locale, code, params)], visit));
}

function show(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', LINK_PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(page);
}
