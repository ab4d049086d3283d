import type { RequestContext } from '@app/identity';
import { DomainError } from '@app/kernel';
import type {
  ApolloServerPlugin,
  GraphQLRequestContextResponseForOperation,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { execute, type ExecutionResult, getVariableValues } from 'graphql';
import { CompiledQueries } from './compiled-queries.js';
import { RETRY_AFTER_SECONDS, SERVER_BUSY } from '../security/admission.js';
import type { OperationAdmission } from '../security/operation-admission.js';
import { comeBackAfter } from '../security/rate-refusal.js';
import { costOf } from './cost-control.plugin.js';
import { outOfTime, refusedBy, withinDeadline } from './deadline.js';

/** HTTP's "Service Unavailable" (RFC 9110, section 15.6.4). */
const UNAVAILABLE = 503;

/** An operation that has passed every check and is about to be executed. */
export type ResolvedOperation = GraphQLRequestContextResponseForOperation<RequestContext>;

/**
 * Executes operations, compiled or by the general executor, and answers in time. Variables that do not fit are left to
 * Apollo, which says what is wrong with them. Everything that may refuse an operation has run before.
 */
export class OperationExecution implements ApolloServerPlugin<RequestContext> {
  constructor(
    private readonly milliseconds: number,
    private readonly admission: Pick<OperationAdmission, 'run'>,
    private readonly compiled = new CompiledQueries(),
  ) {}

  requestDidStart(): Promise<{
    responseForOperation(asked: ResolvedOperation): Promise<GraphQLResponse | null>;
  }> {
    return Promise.resolve({ responseForOperation: (asked) => this.respond(asked) });
  }

  private async respond(asked: ResolvedOperation): Promise<GraphQLResponse | null> {
    const { operation, schema, request } = asked;
    if (getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}).errors)
      return null;
    const { contextValue } = asked;
    const { budget } = contextValue.loaders;
    const execute = () => this.compiled.execute(asked) ?? generalExecution(asked);
    const work = this.admission.run(budget, costOf(contextValue), execute) ?? execute();
    try {
      const inTime = work instanceof Promise ? await withinDeadline(work, this.milliseconds) : work;
      if (inTime) return answer(inTime);
    } catch (error) {
      if (error instanceof DomainError) return refusal(error);
      throw error;
    }
    // What still computes or waits for it ends.
    budget?.end();
    return answer(outOfTime(this.milliseconds), UNAVAILABLE);
  }
}

function generalExecution(asked: ResolvedOperation): Promise<ExecutionResult> | ExecutionResult {
  const { schema, document, request, contextValue } = asked;
  return execute({
    schema,
    document,
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName,
  }) as Promise<ExecutionResult> | ExecutionResult;
}

/** The answer to an operation that was not let in, or whose client went while it waited. */
function refusal(cause: DomainError): GraphQLResponse {
  const http = cause.code === SERVER_BUSY ? comeBackAfter(RETRY_AFTER_SECONDS) : { status: UNAVAILABLE };
  return { ...answer(refusedBy(cause)), http: { headers: new HeaderMap(), ...http } };
}

function answer(singleResult: ExecutionResult, status?: number): GraphQLResponse {
  return {
    http: { status, headers: new HeaderMap() },
    body: { kind: 'single', singleResult } as GraphQLResponse['body'],
  };
}
