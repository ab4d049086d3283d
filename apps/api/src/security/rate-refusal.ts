import { DomainError, type Locale, renderText } from '@app/kernel';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** HTTP's "Too Many Requests" (RFC 6585, section 4). */
const TOO_MANY_REQUESTS = 429;

/** The answer to a caller who has spent what a minute allows: status 429, and when to come back. */
export function rateRefusal(seconds: number, locale: Locale): GraphQLError {
  const refusal = new DomainError('TOO_MANY', 'RATE_LIMITED', { seconds });
  return new GraphQLError(renderText(locale, refusal.code, refusal.params), {
    originalError: refusal,
    extensions: {
      code: refusal.kind,
      reason: refusal.code,
      fields: [],
      http: { status: TOO_MANY_REQUESTS, headers: new HeaderMap([['retry-after', String(seconds)]]) },
    },
  });
}
