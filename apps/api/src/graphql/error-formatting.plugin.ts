import type { RequestContext } from '@app/identity';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Safeguards } from '../security/safeguards.js';
import { causeOf, formatError, isProtocolError, refusalBehind } from './format-error.js';

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
