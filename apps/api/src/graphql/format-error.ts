import { databaseGone, textUnstorable } from '@app/database';
import type { RequestContext } from '@app/identity';
import { DomainError, type Locale, renderText, withoutStack } from '@app/kernel';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { tokenLimitRefusal } from '../security/limit-rules.js';
import type { Safeguards } from '../security/safeguards.js';

const OUT_OF_TIME = Symbol('out of time');

/** The refusal of an operation, or of one of its statements, that took too long. */
function tooSlow(milliseconds: number): DomainError {
  return new DomainError('UNAVAILABLE', 'QUERY_TOO_SLOW', { seconds: milliseconds / 1000 });
}

/** What came in time, or null; the work itself cannot be called back, its statements end by their own limit. */
export async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  if (!Number.isFinite(milliseconds)) return work;
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<typeof OUT_OF_TIME>((resolve) => {
    timer = setTimeout(() => resolve(OUT_OF_TIME), milliseconds);
  });
  try {
    const first = await Promise.race([work, end]);
    if (first !== OUT_OF_TIME) return first;
    work.catch(() => undefined);
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The answer to an operation whose time is over. */
export function outOfTime(milliseconds: number): ExecutionResult {
  return refusedBy(withoutStack(() => tooSlow(milliseconds)));
}

/** The answer to an operation that was refused as a whole. */
export function refusedBy(cause: DomainError): ExecutionResult {
  return { errors: [withoutStack(() => new GraphQLError(cause.code, { originalError: cause }))] };
}

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
function causeOf(error: unknown): unknown {
  const inner = unwrapResolverError(error);
  if (inner instanceof GraphQLError && inner.originalError) return causeOf(inner.originalError);
  return inner;
}

/** Whether an error is GraphQL's own about the request (syntax, validation, variables), which is no fault of ours. */
function isProtocolError(cause: unknown): boolean {
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

/** SQLSTATE of a statement that was ended for having run too long. */
const STATEMENT_ENDED = '57014';

/**
 * The refusal behind an error, or null where it is a failure: refusals may come to us in the words of the database, the
 * parser or Apollo.
 */
function refusalBehind(error: unknown, statementMs: number): DomainError | null {
  const cause = causeOf(error);
  if (cause instanceof DomainError) return cause;
  if ((cause as { code?: unknown } | null)?.code === STATEMENT_ENDED) return tooSlow(statementMs);
  if (textUnstorable(cause)) return new DomainError('BAD_INPUT', 'UNSTORABLE_CHARACTER');
  if (databaseGone(cause)) return new DomainError('UNAVAILABLE', 'UNAVAILABLE');
  if (cause instanceof GraphQLError && cause.extensions['validationErrorCode'] === 'INTROSPECTION_DISABLED')
    return new DomainError('BAD_INPUT', 'INTROSPECTION_OFF');
  return tokenLimitRefusal(cause);
}

/**
 * Formats every error in one place: refusals in the reader's language, GraphQL's own errors as they are, and anything
 * else masked, with a reference under which the log has it.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: Pick<RequestContext, 'locale' | 'requestId'> | undefined,
  { masking, statementMs }: Pick<Safeguards, 'masking' | 'statementMs'>,
): GraphQLFormattedError {
  const locale = request?.locale ?? 'zh';
  const place = { locations: formatted.locations, path: formatted.path };
  const refusal = refusalBehind(error, statementMs);
  if (refusal) return { ...place, ...describeDomainError(refusal, locale) };
  if (!masking) return formatted;
  const code = String(formatted.extensions?.['code'] ?? '');
  if (PROTOCOL_CODES.has(code)) return { ...place, message: formatted.message, extensions: { code } };
  return {
    ...place,
    message: renderText(locale, 'INTERNAL', { requestId: request?.requestId ?? '-' }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request?.requestId },
  };
}

/**
 * Formats errors of requests that did not come as far as to have a context: what the session's database said is masked,
 * what has been rendered for its reader stays.
 */
export function formatEarlyError(
  formatted: GraphQLFormattedError,
  error: unknown,
  safeguards: Pick<Safeguards, 'masking' | 'statementMs'>,
): GraphQLFormattedError {
  return formatted.extensions?.['reason'] ? formatted : formatError(formatted, error, undefined, safeguards);
}

/** Renders the errors of a response for its reader, and logs those that are nobody's expected outcome. */
export function errorFormattingPlugin(
  logger: Logger,
  safeguards: Pick<Safeguards, 'masking' | 'statementMs'>,
): ApolloServerPlugin<RequestContext> {
  const log = (error: unknown, request: RequestContext) => {
    const cause = causeOf(error);
    const refusal = refusalBehind(error, safeguards.statementMs);
    // A database that is away or a statement that took too long is refused to the caller, and the operator's to see.
    if (refusal ? refusal.kind !== 'UNAVAILABLE' : isProtocolError(error) || isProtocolError(cause)) return;
    if (refusal)
      return logger.warn({ reason: refusal.code, requestId: request.requestId }, 'request refused');
    logger.error({ err: cause, requestId: request.requestId }, 'request failed');
  };
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
      return {
        async willSendResponse({ response, errors, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult as { errors?: readonly GraphQLFormattedError[] };
          // A compiled query's errors come as they were thrown; the others Apollo has formatted and kept aside.
          const thrown: readonly unknown[] = errors ?? result.errors ?? [];
          if (thrown.length === 0) return;
          thrown.forEach((error) => log(error, contextValue));
          result.errors = result.errors?.map((formatted, i) =>
            formatError(formatted, thrown[i], contextValue, safeguards),
          );
        },
      };
    },
  };
}
