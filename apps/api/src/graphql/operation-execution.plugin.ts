import type { RequestContext } from '@app/identity';
import { DomainError } from '@app/kernel';
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { RETRY_AFTER_SECONDS, SERVER_BUSY } from '../security/admission.js';
import type { OperationAdmission } from '../security/operation-admission.js';
import { comeBackAfter } from '../security/request-rates.js';
import { costOf } from './cost-control.plugin.js';
import { outOfTime, refusedBy, withinDeadline } from './format-error.js';

/** HTTP's "Service Unavailable" (RFC 9110, section 15.6.4). */
const UNAVAILABLE = 503;

/** An operation that has passed every check and is about to be executed. */
type ResolvedOperation = GraphQLRequestContextResponseForOperation<RequestContext>;

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

/** An operation asked for this often is worth compiling; one of a kind is not. */
const WORTH_COMPILING = 3;

/** How often an operation was asked for, and its compiled form; null where it cannot be compiled. */
interface KnownOperation {
  asked: number;
  compiled?: CompiledQuery | null;
}

/**
 * Queries that come again and again as compiled functions, which a list of twenty items feels: the general executor
 * walks the document for every field of every item. Mutations and whatever cannot be compiled take the general way.
 * Compiled forms live as long as Apollo keeps the parsed document, which it keeps only when it has passed every check.
 */
export class CompiledQueries {
  private readonly known = new WeakMap<DocumentNode, Map<string, KnownOperation>>();

  constructor(private readonly worthCompiling = WORTH_COMPILING) {}

  /** Executes a query whose variables fit; null when it has to go the general way. */
  execute(asked: ResolvedOperation): Promise<ExecutionResult> | ExecutionResult | null {
    if (asked.operation.operation !== OperationTypeNode.QUERY) return null;
    const compiled = this.compiledFormOf(asked);
    if (!compiled) return null;
    const variables = withDefaults(asked.operation, asked.request.variables ?? {});
    const result = compiled.query(undefined, asked.contextValue, variables);
    return result instanceof Promise ? result.then(withWholeErrors) : withWholeErrors(result);
  }

  private compiledFormOf({ document, operation, schema }: ResolvedOperation): CompiledQuery | null {
    const name = operation.name?.value ?? '';
    let operations = this.known.get(document);
    if (!operations) this.known.set(document, (operations = new Map<string, KnownOperation>()));
    let known = operations.get(name);
    if (!known) operations.set(name, (known = { asked: 0 }));
    if (known.compiled !== undefined) return known.compiled;
    if (++known.asked < this.worthCompiling) return null;
    return (known.compiled = compile(schema, document, name));
  }
}

/** The variables with their defaults written in: the compiled form misses those of variables that may not be null. */
function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

/** A compiled query's errors with everything that errors of the general executor have. */
function withWholeErrors(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(completeError) } : result;
}

function completeError({ message, path, originalError, locations }: GraphQLError): GraphQLError {
  return Object.assign(new GraphQLError(message, { path, originalError }), { locations });
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string): CompiledQuery | null {
  const named = document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name,
  );
  const compiled = compileQuery(schema, document, named ? name : undefined);
  return isCompiledQuery(compiled) ? compiled : null;
}
