import type { RequestContext } from '@app/identity';
import type {
  ApolloServerPlugin,
  GraphQLRequestContextResponseForOperation,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** An operation asked for this often is worth compiling; one of a kind is not. */
const WORTH_COMPILING = 3;

type Asked = GraphQLRequestContextResponseForOperation<RequestContext>;

/** How often an operation was asked for, and its compiled form; null where it cannot be compiled. */
interface KnownOperation {
  asked: number;
  compiled?: CompiledQuery | null;
}

/**
 * Executes queries that come again and again as compiled functions, which a list of twenty items feels: the general
 * executor walks the document for every field of every item. Mutations, variables that do not fit and whatever cannot
 * be compiled take the general way. Compiled forms live as long as Apollo keeps the parsed document.
 */
export class CompiledQueries implements ApolloServerPlugin<RequestContext> {
  private readonly known = new WeakMap<object, Map<string, KnownOperation>>();

  constructor(private readonly worthCompiling = WORTH_COMPILING) {}

  requestDidStart(): Promise<{ responseForOperation(asked: Asked): Promise<GraphQLResponse | null> }> {
    return Promise.resolve({ responseForOperation: (asked) => this.execute(asked) });
  }

  private async execute(asked: Asked): Promise<GraphQLResponse | null> {
    const { operation, schema, request, contextValue } = asked;
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    const compiled = this.compiledFormOf(asked);
    if (!compiled) return null;
    const variables = withDefaults(operation, request.variables ?? {});
    if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
    const result = await compiled.query(undefined, contextValue, variables);
    const singleResult = result.errors ? { ...result, errors: result.errors.map(completeError) } : result;
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
  }

  private compiledFormOf({ document, operation, schema }: Asked): CompiledQuery | null {
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

/** A compiled query's error with everything that errors of the general executor have. */
function completeError({ message, path, originalError, locations }: GraphQLError): GraphQLError {
  return Object.assign(new GraphQLError(message, { path, originalError }), { locations });
}

function compile(schema: GraphQLSchema, document: Asked['document'], name: string): CompiledQuery | null {
  const named = document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name,
  );
  const compiled = compileQuery(schema, document, named ? name : undefined);
  return isCompiledQuery(compiled) ? compiled : null;
}
