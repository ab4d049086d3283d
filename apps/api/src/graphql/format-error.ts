import type { RequestContext } from '@app/identity';
import { DomainError, type Locale, renderText } from '@app/kernel';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes of GraphQL itself (syntax, validation, variables) whose messages are safe and useful to show. */
const PROTOCOL_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** The original cause below whatever GraphQL wrapped around it. */
export function causeOf(error: unknown): unknown {
  const inner = unwrapResolverError(error);
  if (inner instanceof GraphQLError && inner.originalError) return causeOf(inner.originalError);
  return inner;
}

/** Whether an error is GraphQL's own about the request (syntax, validation, variables), which is no fault of ours. */
export function isProtocolError(cause: unknown): boolean {
  return cause instanceof GraphQLError && PROTOCOL_CODES.has(String(cause.extensions['code'] ?? ''));
}

/** What a client is told of a domain error, in its language. */
export function describeDomainError(
  error: DomainError,
  locale: Locale,
): { message: string; extensions: Record<string, unknown> } {
  return {
    message: renderText(locale, error.code, error.params),
    extensions: { code: error.kind, reason: error.code, fields: [...error.fields] },
  };
}

/**
 * Formats every error in one place: domain errors in the reader's language, GraphQL's own as they are, and anything
 * else masked, with a reference under which the log has it.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: Pick<RequestContext, 'locale' | 'requestId'> | undefined,
): GraphQLFormattedError {
  const locale = request?.locale ?? 'zh';
  const cause = causeOf(error);
  const place = { locations: formatted.locations, path: formatted.path };
  if (cause instanceof DomainError) return { ...place, ...describeDomainError(cause, locale) };
  const code = String(formatted.extensions?.['code'] ?? '');
  if (PROTOCOL_CODES.has(code)) return { ...place, message: formatted.message, extensions: { code } };
  return {
    ...place,
    message: renderText(locale, 'INTERNAL', { requestId: request?.requestId ?? '-' }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request?.requestId },
  };
}
