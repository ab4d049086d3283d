import type { RequestContext } from '@app/identity';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';

/** Errors that say that the document or its variables cannot be executed. */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Whether a client asks for plain JSON by name, and for nothing newer. */
function wantsPlainJson(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    /\bapplication\/json\b/.test(accept) &&
    !/graphql-response\+json|\*\/\*/.test(accept)
  );
}

/**
 * Status 200 for documents that cannot be executed, where the client asks for `application/json`: intermediaries may
 * have put an error of their own into that form, so a client of it must not conclude from the status (GraphQL over
 * HTTP, section 6.4.1). With `application/graphql-response+json`, or without a wish, it is 400.
 */
export function jsonStatusPlugin(): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ request, response, errors }) {
      if (response.http.status !== 400 || !wantsPlainJson(request.http?.headers.get('accept'))) return;
      if (errors?.every(({ extensions }) => OF_THE_DOCUMENT.has(String(extensions['code']))))
        response.http.status = 200;
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
