import { CurrentLocale } from '@app/identity';
import { BadInputError, chooseLocale, type Locale, renderText, UserError } from '@app/kernel';
import { type ArgumentsHost, Catch, HttpException, HttpStatus, Inject } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import {
  type GqlContextType,
  type GqlExceptionFilter,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SAFEGUARDS, type Safeguards } from '../security/safeguards.js';
import { describeDomainError } from './format-error.js';

/** Renders expected outcomes in the reader's language. */
@Resolver(() => UserError)
export class UserErrorResolver {
  @ResolveField(() => String, { description: 'The outcome in the reader’s language.' })
  message(@Parent() outcome: UserError, @CurrentLocale() locale: Locale): string {
    return renderText(locale, outcome.code, outcome.params);
  }
}

/** What HTTP says of a body that the API does not even read. */
const UNREADABLE: readonly number[] = [HttpStatus.BAD_REQUEST, HttpStatus.UNSUPPORTED_MEDIA_TYPE];

/**
 * Hands what a resolver threw to GraphQL, where it is formatted and logged once. A body that cannot be read never comes
 * as far as GraphQL: its sender is answered here in GraphQL's form. Other HTTP routes keep Nest's own answer.
 */
@Catch()
export class GraphqlExceptionFilter extends BaseExceptionFilter implements GqlExceptionFilter {
  constructor(
    { httpAdapter }: HttpAdapterHost,
    @Inject(SAFEGUARDS) private readonly safeguards: Safeguards,
  ) {
    super(httpAdapter);
  }

  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return exception;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = request.url.startsWith('/graphql') ? this.refusalOf(exception) : null;
    if (!refusal || !(exception instanceof HttpException)) return super.catch(exception, host);
    const locale = chooseLocale(String(request.headers['x-lang'] ?? ''), request.headers['accept-language']);
    return http
      .getResponse<FastifyReply>()
      .code(exception.getStatus())
      .type('application/json; charset=utf-8')
      .send({ errors: [describeDomainError(refusal, locale)] });
  }

  private refusalOf(exception: unknown): BadInputError | null {
    const status: number = exception instanceof HttpException ? exception.getStatus() : 0;
    if (status === Number(HttpStatus.PAYLOAD_TOO_LARGE))
      return new BadInputError('BODY_TOO_LARGE', { max: this.safeguards.bodyBytes });
    return UNREADABLE.includes(status) ? new BadInputError('BODY_NOT_UNDERSTOOD') : null;
  }
}
