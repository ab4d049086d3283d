import type { SafeguardChanges } from '../../../apps/api/src/security/safeguards.js';
import type { TestApp } from '../../support/test-app.js';
import { createProductionApp } from './production-app.spec-support.js';
import { post, raw, type RawAnswer, reasonOf } from './raw-request.spec-support.js';

const OFF = Number.POSITIVE_INFINITY;

/** An attack, the safeguard against it, and how one sees that it got through. */
interface Attack {
  readonly name: string;
  readonly send: (app: TestApp) => Promise<RawAnswer>;
  /** Status and code of the refusal. */
  readonly refusal: readonly [status: number, reason: string];
  readonly without: SafeguardChanges;
  /** What is only there when the attack got through. */
  readonly gotThrough: (answer: RawAnswer) => unknown;
}

const times = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const query = (text: string) => (app: TestApp) => post(app, { query: text });
const typename = ({ body }: RawAnswer) => body?.data?.['__typename'] === 'Query';
const anyData = ({ body }: RawAnswer) => Boolean(body?.data);

const DEEP =
  '{ procurementNeeds { edges { node { organization { region { path { path { path { path { name } } } } } } } } } }';
const CIRCULAR_INTROSPECTION =
  '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
const CIRCLE =
  'query { __typename ...A } fragment A on Query { __typename ...B } fragment B on Query { __typename ...A }';

/** The checks of graphql-cop, and those of our own limits. */
const ATTACKS: readonly Attack[] = [
  {
    name: 'alias overload',
    send: query(`{ ${times(101, (i) => `a${i}: __typename`)} }`),
    refusal: [400, 'QUERY_TOO_MANY_ALIASES'],
    without: { query: { aliases: OFF, rootFields: OFF } },
    gotThrough: ({ body }) => body?.data?.['a100'],
  },
  {
    name: 'aliases hidden in fragments that are spread again and again',
    send: query(
      `{ ${times(6, (i) => `... on Query { b${i}: __typename ...F }`)} } fragment F on Query { x: __typename y: __typename z: __typename }`,
    ),
    refusal: [400, 'QUERY_TOO_MANY_ALIASES'],
    without: { query: { aliases: OFF, rootFields: OFF } },
    gotThrough: ({ body }) => body?.data?.['b5'],
  },
  {
    name: 'directive overload',
    send: query(`{ __typename ${times(50, () => '@include(if: true)')} }`),
    refusal: [400, 'QUERY_TOO_MANY_DIRECTIVES'],
    without: { query: { directives: OFF }, validation: false },
    gotThrough: typename,
  },
  {
    name: 'field duplication',
    send: query(`{ ${times(500, () => '__typename')} }`),
    refusal: [400, 'QUERY_TOO_MANY_ROOT_FIELDS'],
    without: { query: { rootFields: OFF, repeats: OFF } },
    gotThrough: typename,
  },
  {
    name: 'field duplication below the root',
    send: query(`{ regions(first: 1) { ${times(300, () => 'name')} } }`),
    refusal: [400, 'QUERY_REPEATS_FIELD'],
    without: { query: { repeats: OFF } },
    gotThrough: anyData,
  },
  {
    name: 'aliases below the root',
    send: query(`{ regions(first: 1) { ${times(16, (i) => `a${i}: name`)} } }`),
    refusal: [400, 'QUERY_TOO_MANY_ALIASES'],
    without: { query: { aliases: OFF } },
    gotThrough: anyData,
  },
  {
    name: 'fifteen needs of two thousand characters at once',
    send: query(
      `{ ${times(15, (i) => `a${i}: matchesForWords(text: "${'压铸'.repeat(1000)}") { compared }`)} }`,
    ),
    refusal: [400, 'QUERY_TOO_EXPENSIVE'],
    without: { query: { dear: OFF } },
    gotThrough: ({ body }) => body?.data?.['a14'],
  },
  {
    name: 'many root fields',
    send: query(`{ ${times(16, () => '... on Query { me { name } }')} }`),
    refusal: [400, 'QUERY_TOO_MANY_ROOT_FIELDS'],
    without: { query: { rootFields: OFF } },
    gotThrough: ({ body }) => body?.data && 'me' in body.data,
  },
  {
    name: 'depth',
    send: query(DEEP),
    refusal: [400, 'QUERY_TOO_DEEP'],
    without: { query: { depth: OFF, cost: OFF } },
    gotThrough: anyData,
  },
  {
    name: 'depth hidden in fragments',
    send: query(
      '{ regions(first: 1) { ...A } } fragment A on Region { path { ...B } } fragment B on Region { path { ...C } } fragment C on Region { path { ...D } } fragment D on Region { path { path { path { path { name } } } } }',
    ),
    refusal: [400, 'QUERY_TOO_DEEP'],
    without: { query: { depth: OFF, cost: OFF } },
    gotThrough: anyData,
  },
  {
    name: 'a document of too many tokens',
    send: query(`{ ${times(400, (i) => `... on Query { t${i}: __typename }`)} }`),
    refusal: [400, 'QUERY_TOO_LONG'],
    without: { query: { tokens: OFF, aliases: OFF, rootFields: OFF } },
    gotThrough: ({ body }) => body?.data?.['t399'],
  },
  {
    name: 'pages within pages',
    send: query(
      '{ procurementNeeds(first: 100) { edges { node { organization { capabilities(first: 100) { edges { node { title summary: description } } } } } } } }',
    ),
    refusal: [400, 'QUERY_TOO_EXPENSIVE'],
    without: { query: { cost: OFF } },
    gotThrough: anyData,
  },
  {
    name: 'array batching',
    send: (app) =>
      post(
        app,
        times(10, () => '-')
          .split(' ')
          .map(() => ({ query: '{ __typename }' })),
      ),
    refusal: [400, 'BAD_REQUEST'],
    without: { batching: true },
    gotThrough: ({ text }) => Array.isArray(JSON.parse(text)),
  },
  {
    name: 'circular fragments',
    send: query(CIRCLE),
    refusal: [400, 'GRAPHQL_VALIDATION_FAILED'],
    without: { validation: false },
    gotThrough: typename,
  },
  {
    name: 'a circle through introspection',
    send: query(CIRCULAR_INTROSPECTION),
    refusal: [400, 'GRAPHQL_VALIDATION_FAILED'],
    without: { validation: false },
    gotThrough: anyData,
  },
  {
    name: 'a query by GET that another site’s page can send',
    send: (app) => raw(app, `/graphql?query=${encodeURIComponent('query cop { __typename }')}`),
    refusal: [400, 'BAD_REQUEST'],
    without: { csrfPrevention: false },
    gotThrough: typename,
  },
  {
    name: 'a query in a form that another site’s page can post',
    send: (app) =>
      raw(app, '/graphql', {
        method: 'POST',
        body: new URLSearchParams({ query: 'query cop { __typename }' }),
      }),
    refusal: [400, 'BAD_REQUEST'],
    without: { csrfPrevention: false },
    gotThrough: typename,
  },
  {
    name: 'a misspelt field that asks for the names of others',
    send: query('query cop { procurementNeed { id } procuremntNeeds { edges { node { titel } } } }'),
    refusal: [400, 'GRAPHQL_VALIDATION_FAILED'],
    without: { suggestions: true },
    gotThrough: ({ text }) => /did you mean/i.test(text),
  },
  {
    name: 'introspection',
    send: query('{ __schema { types { name } } }'),
    refusal: [400, 'INTROSPECTION_OFF'],
    without: { introspection: true },
    gotThrough: anyData,
  },
];

describe('attacks on the API in production', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createProductionApp();
  });

  afterAll(() => app.close());

  it.each(ATTACKS)('$name is refused', async ({ send, refusal, gotThrough }) => {
    // More often than a query is worth compiling: neither the store of known documents nor compiled forms let it by.
    for (let i = 0; i < 4; i++) {
      const answer = await send(app);
      expect([answer.status, reasonOf(answer)]).toEqual(refusal);
      expect(gotThrough(answer) || undefined).toBeUndefined();
    }
  });
});

describe('attacks on an API without the safeguard', () => {
  it.each(ATTACKS)('$name gets through', async ({ send, without, gotThrough }) => {
    const query = { tokens: 5000, ...without.query };
    const open = await createProductionApp({ ...without, query });
    try {
      expect(gotThrough(await send(open))).toBeTruthy();
    } finally {
      await open.close();
    }
  });
});
