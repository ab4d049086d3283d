import type { RequestContext } from '@app/identity';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { formatError } from '../graphql/format-error.js';
import { limitRules } from '../security/limit-rules.js';
import type { Safeguards } from '../security/safeguards.js';

/** What somebody wants to subscribe to. */
export interface SubscriptionWish {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** A wish that may be executed, and who asks: found out anew for each event, since sessions end and people leave. */
export interface Subscribing extends ExecutionArgs {
  readonly freshContext: () => Promise<RequestContext>;
}

type Checks = Pick<Safeguards, 'query' | 'masking' | 'statementMs'>;

/** Reads a wish under the limits of every document; only subscriptions pass, all else has HTTP. */
export function readWish(
  schema: GraphQLSchema,
  { query, operationName }: SubscriptionWish,
  { query: limits }: Checks,
): Pick<ExecutionArgs, 'document' | 'operationName'> | GraphQLError[] {
  try {
    const document = parse(query, Number.isFinite(limits.tokens) ? { maxTokens: limits.tokens } : {});
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription')
      return [new GraphQLError('Sockets carry subscriptions only.', { extensions: { code: 'BAD_REQUEST' } })];
    const faults = validate(schema, document, [...specifiedRules, ...limitRules(limits)], { maxErrors: 10 });
    return faults.length > 0 ? [...faults] : { document, operationName };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** Errors as their reader is told of them, by the same rules as over HTTP. */
export function toldErrors(
  errors: readonly GraphQLError[],
  to: RequestContext,
  checks: Checks,
): GraphQLError[] {
  return errors.map((error) => {
    const { message, path, extensions } = formatError(error.toJSON(), error, to, checks);
    return new GraphQLError(message, { path, extensions });
  });
}

/** The answers to a subscription, one for each event, each as the reader may see it at that moment. */
export async function subscribeFresh(
  { freshContext, ...args }: Subscribing,
  checks: Checks,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const context = args.contextValue as RequestContext;
  const told = (result: ExecutionResult, to: RequestContext) => ({
    ...result,
    ...(result.errors && { errors: toldErrors(result.errors, to, checks) }),
  });
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return told(source, context);
  return answers(source, async (event) => {
    const present = await freshContext();
    return told(await execute({ ...args, rootValue: event, contextValue: present }), present);
  });
}

async function* answers(
  source: AsyncIterable<unknown>,
  answer: (event: unknown) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult> {
  for await (const event of source) yield await answer(event);
}
