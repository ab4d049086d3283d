import { DomainError, type Locale, renderText, withoutStack } from '@app/kernel';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** HTTP's "Too Many Requests" (RFC 6585, section 4). */
const TOO_MANY_REQUESTS = 429;

/** The answer to a caller who asks for too much now: status 429, and when to come back. */
export function rateRefusal(seconds: number, locale: Locale, code = 'RATE_LIMITED'): GraphQLError {
  const refusal = withoutStack(() => new DomainError('TOO_MANY', code, { seconds }));
  const message = renderText(locale, refusal.code, refusal.params);
  const options = {
    originalError: refusal,
    extensions: {
      code: refusal.kind,
      reason: refusal.code,
      fields: [],
      http: comeBackAfter(seconds),
    },
  };
  return withoutStack(() => new GraphQLError(message, options));
}

/** Status and headers of such an answer. */
export function comeBackAfter(seconds: number): { status: number; headers: HeaderMap } {
  return { status: TOO_MANY_REQUESTS, headers: new HeaderMap([['retry-after', String(seconds)]]) };
}
