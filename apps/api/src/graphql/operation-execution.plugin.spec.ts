import type { RequestContext } from '@app/identity';
import { ApolloServer } from '@apollo/server';
import { LoaderScope, NotFoundError, RequestBudget } from '@app/kernel';
import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import pino from 'pino';
import { Admission } from '../security/admission.js';
import { CompiledQueries, OperationExecution } from './operation-execution.plugin.js';
import { errorFormattingPlugin } from './format-error.js';

const Kind = new GraphQLEnumType({
  name: 'Kind',
  values: { PART: { value: 'part' }, SERVICE: { value: 'service' } },
});
const Thing = new GraphQLInterfaceType({ name: 'Thing', fields: { title: { type: GraphQLString } } });
const Need: GraphQLObjectType = new GraphQLObjectType({
  name: 'Need',
  interfaces: [Thing],
  isTypeOf: () => true,
  fields: () => ({
    title: { type: GraphQLString },
    kind: { type: Kind },
    later: {
      type: GraphQLString,
      resolve: (need: { title: string }) => Promise.resolve(`${need.title} later`),
    },
    hidden: {
      type: GraphQLString,
      resolve: () => {
        throw new NotFoundError();
      },
    },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new Error('password of the database');
      },
    },
    required: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    next: { type: Need },
  }),
});

const schema = new GraphQLSchema({
  types: [Need],
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      needs: {
        type: new GraphQLNonNull(new GraphQLList(Thing)),
        args: {
          first: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 2 },
          kinds: { type: new GraphQLList(new GraphQLNonNull(Kind)) },
        },
        resolve: (_, { first, kinds }: { first: number; kinds?: string[] }) =>
          Array.from({ length: first }, (_item, i) => ({
            title: `need ${i}`,
            kind: kinds?.[i] ?? 'part',
            next: i === 0 ? { title: 'next', kind: 'service' } : null,
          })),
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { publish: { type: GraphQLString, resolve: () => 'published' } },
  }),
});

const SAFE = { masking: true, statementMs: 10_000 };
const context = { locale: 'en', requestId: 'r1', loaders: new LoaderScope() } as RequestContext;
/** An admission at which nothing waits. */
const LETS_IN = { run: () => null };

/** A deadline that no spec comes near. */
const PATIENCE_MS = 20_000;

/** How operations are executed: by Apollo, or by us with compiled forms after so many times. */
type Way = 'Apollo' | number;

/** The answers to an operation asked for several times of one server, errors and status with them. */
async function answers(way: Way, query: string, variables: Record<string, unknown>, operationName?: string) {
  const server = new ApolloServer<RequestContext>({
    schema,
    includeStacktraceInErrorResponses: false,
    plugins: [
      errorFormattingPlugin(pino({ level: 'silent' }), SAFE),
      ...(way === 'Apollo' ? [] : [new OperationExecution(PATIENCE_MS, LETS_IN, new CompiledQueries(way))]),
    ],
  });
  const given: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const { body, http } = await server.executeOperation(
      { query, variables, operationName },
      { contextValue: context },
    );
    given.push(JSON.parse(JSON.stringify({ body, status: http.status })));
  }
  await server.stop();
  return given;
}

/** The answer to one plain operation. */
async function ask(execution: OperationExecution, budget?: RequestBudget) {
  const plugins = [errorFormattingPlugin(pino({ level: 'silent' }), SAFE), execution];
  const server = new ApolloServer<RequestContext>({ schema, plugins });
  const contextValue = { ...context, loaders: new LoaderScope(budget) };
  const { http, body } = await server.executeOperation({ query: '{ needs { title } }' }, { contextValue });
  await server.stop();
  const answered: unknown = body.kind === 'single' ? body.singleResult : null;
  return { status: http.status, headers: http.headers, body: answered };
}

describe('the execution of operations', () => {
  it.each<[string, string, Record<string, unknown>?, string?]>([
    [
      'lists, aliases and promises',
      '{ a: needs { title ... on Need { kind later } } b: needs(first: 1) { title } }',
    ],
    ['named fragments', '{ needs { ...N } } fragment N on Need { title kind next { title __typename } }'],
    [
      'variables',
      'query ($n: Int!, $k: [Kind!]) { needs(first: $n, kinds: $k) { ... on Need { kind } } }',
      { n: 3, k: ['SERVICE'] },
    ],
    [
      'defaults of variables that may not be null',
      'query ($n: Int! = 1, $k: [Kind!]! = [SERVICE]) { needs(first: $n, kinds: $k) { ... on Need { kind } } }',
    ],
    ['a null where it may stand', 'query ($k: [Kind!]) { needs(kinds: $k) { title } }', { k: null }],
    [
      'include and skip',
      'query ($yes: Boolean!, $no: Boolean!) { needs { title @include(if: $no) ... on Need { kind @skip(if: $no) later @include(if: $yes) } } }',
      { yes: true, no: false },
    ],
    [
      'one of several operations',
      'query A { needs { title } } query B { needs(first: 1) { title } }',
      {},
      'B',
    ],
    ['introspection', '{ __schema { queryType { name fields { name } } } __type(name: "Need") { name } }'],
    ['a refusal of ours in the reader’s language', '{ needs { title ... on Need { hidden } } }'],
    ['an internal error, masked', '{ needs(first: 1) { title ... on Need { broken } } }'],
    [
      'a null that climbs to the nearest place that may be null',
      '{ needs(first: 1) { title ... on Need { next { required } } } }',
    ],
    ['a variable that does not fit', 'query ($n: Int!) { needs(first: $n) { title } }', { n: 'many' }],
    ['a variable that is missing', 'query ($n: Int!) { needs(first: $n) { title } }'],
    ['a mutation', 'mutation { publish }'],
  ])('answers as Apollo does, compiled or not: %s', async (_, query, variables = {}, operationName) => {
    const expected = await answers('Apollo', query, variables, operationName);
    for (const way of [Number.POSITIVE_INFINITY, 1, 3])
      expect(await answers(way, query, variables, operationName)).toEqual(expected);
  });

  it('answers 429 with the time to come back when an operation is not let in', async () => {
    const admission = new Admission({
      running: 0,
      runningPerCaller: 1,
      cost: 1,
      restsFrom: 0,
      waiting: 0,
      waitingSignedIn: 0,
      waitingPerCaller: 0,
      waitMs: 1,
    });
    const busy = {
      run: <T>(_: unknown, __: unknown, work: () => PromiseLike<T> | T) =>
        admission.run(new RequestBudget('a'), 1, work),
    };
    const { status, headers, body } = await ask(new OperationExecution(PATIENCE_MS, busy));
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('5');
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY', reason: 'SERVER_BUSY' } }] });
  });

  it('ends the work of a request whose time is over', async () => {
    const budget = new RequestBudget('a');
    const never = { run: () => new Promise<never>(() => undefined) };
    const { status } = await ask(new OperationExecution(1, never), budget);
    expect(status).toBe(503);
    expect(budget.isOver).toBe(true);
  });

  it('never tells an internal error', async () => {
    const told = JSON.stringify(await answers(1, '{ needs { ... on Need { broken } } }', {}));
    expect(told).toContain('INTERNAL_SERVER_ERROR');
    expect(told).not.toContain('password');
  });
});
