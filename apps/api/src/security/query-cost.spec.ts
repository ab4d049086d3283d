import type { Settings } from '@app/kernel';
import { buildSchema, isObjectType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { Fragments } from './fragments.js';
import { COMPUTING, CostCount, OperationCosts } from './query-cost.js';
import { safeguardsOf } from './safeguards.js';

const schema = buildSchema(`
  type Query { needs(first: Int! = 20): NeedConnection! search(pageSize: Int! = 20): SearchPage! me: User }
  type Mutation { publish: User }
  type User { name: String }
  type NeedConnection { edges: [NeedEdge!]! pageInfo: PageInfo! }
  type NeedEdge { node: Need! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  interface Titled { title: String }
  type Need implements Titled { title: String lines: [Line!]! needs(first: Int! = 20): NeedConnection! }
  type Line { name: String }
  type SearchPage { hits: [Titled!]! total: Int! }
`);

function measured(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )!;
  return { document, operation, ...CostCount.of(schema, new Fragments(document), operation, variables) };
}

const cost = (text: string, variables?: Record<string, unknown>) => measured(text, variables).cost;

describe('the cost of an operation', () => {
  it.each([
    // A root field costs 10, a connection's edges 1, and each item its node and title.
    ['a page by default', '{ needs { edges { node { title } } } }', 10 + 1 + 20 * 2],
    ['a page of a size', '{ needs(first: 5) { edges { node { title } } } }', 10 + 1 + 5 * 2],
    ['what stands beside a page', '{ needs(first: 5) { pageInfo { hasNextPage } } }', 10 + 1 + 1],
    [
      'pages within pages',
      '{ needs(first: 5) { edges { node { needs(first: 7) { edges { cursor } } } } } }',
      10 + 1 + 5 * (1 + 1 + (1 + 7)),
    ],
    [
      'a list of unknown length as ten',
      '{ needs(first: 1) { edges { node { lines { name } } } } }',
      10 + 1 + (1 + 1 + 10),
    ],
    [
      'a size on the field before the list',
      '{ search(pageSize: 3) { total hits { title } } }',
      50 + 1 + 1 + 3,
    ],
    [
      'a field of a type behind an interface',
      '{ search(pageSize: 2) { hits { ... on Need { lines { name } } } } }',
      50 + 1 + 2 * (1 + 10),
    ],
    [
      'a fragment wherever it is spread',
      '{ a: me { ...U } b: me { ...U } } fragment U on User { name }',
      2 * 11,
    ],
    ['aliases each', '{ a: me { name } b: me { name } c: me { name } }', 33],
    ['a write', 'mutation { publish { name } }', 51],
    ['a look at the schema', '{ __schema { types { name } } }', 200],
    ['nothing for a type name', '{ __typename }', 0],
    ['no more than the longest list', '{ needs(first: 1000000) { edges { cursor } } }', 10 + 1 + 500],
  ])('counts %s', (_, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('counts with the variables of each request', () => {
    const text = 'query ($n: Int! = 4) { needs(first: $n) { edges { cursor } } }';
    expect([cost(text), cost(text, { n: 9 }), cost(text, { n: 'many' })]).toEqual([15, 20, 511]);
    expect(measured(text).constant).toBe(false);
    expect(measured('{ needs(first: 4) { edges { cursor } } }').constant).toBe(true);
  });

  it('is counted in time when fragments double one another forty times', () => {
    const chain = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on User { ...F${i + 1} ... on User { ...F${i + 1} } }`,
    );
    const text = `{ me { ...F0 } } ${chain.join(' ')} fragment F40 on User { name }`;
    expect(cost(text)).toBe(10 + 2 ** 40);
  });

  it('ends where fragments go round in a circle', () => {
    expect(cost('{ me { ...A } } fragment A on User { name ...B } fragment B on User { ...A }')).toBe(11);
  });

  it('of a known document follows its variables', () => {
    const costs = new OperationCosts();
    const { document, operation } = measured('query ($n: Int!) { needs(first: $n) { edges { cursor } } }');
    const of = (n: number) => costs.of({ schema, document, operation, variables: { n } }).cost;
    expect([of(1), of(100), of(1)]).toEqual([12, 111, 12]);
  });
});

describe('the cost of a match', () => {
  const real = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
  const costOf = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    const operation = document.definitions[0] as OperationDefinitionNode;
    return CostCount.of(real, new Fragments(document), operation, variables);
  };
  const words = '压'.repeat(2000);

  it('follows the length of its text, wherever the text stands, and leaves the size of the answer aside', () => {
    expect(costOf('{ matchesForWords(text: "压铸") { compared } }')).toMatchObject({ cost: 501, dear: 502 });
    expect(costOf(`{ matchesForWords(text: "${words}") { compared subject } }`)).toMatchObject({
      cost: 502,
      dear: 2500,
    });
    const asked = 'query ($text: String!) { matchesForWords(text: $text) { compared } }';
    expect(costOf(asked, { text: words })).toMatchObject({ dear: 2500, constant: false });
    const byDefault = `query ($text: String! = "${words}") { matchesForWords(text: $text) { compared } }`;
    expect(costOf(byDefault).dear).toBe(2500);
  });

  it('counts for every item of a list', () => {
    const list = '{ procurementNeeds(first: 3) { edges { node { matches(first: 5) { compared } } } } }';
    expect(costOf(list).dear).toBe(3000);
    expect(costOf('{ procurementNeeds(first: 20) { edges { node { title } } } }').dear).toBe(0);
  });

  it('lets nobody ask for two needs of two thousand characters at once', () => {
    const aliases = (count: number) =>
      Array.from({ length: count }, (_, i) => `a${i}: matchesForWords(text: "${words}") { compared }`);
    const { dear } = safeguardsOf({} as Settings).query;
    expect(costOf(`{ ${aliases(1).join(' ')} }`).dear).toBeLessThan(dear);
    expect(costOf(`{ ${aliases(2).join(' ')} }`).dear).toBeGreaterThan(dear);
  });

  it('of a search follows the length of the question as well', () => {
    const question = (length: number) =>
      costOf(`{ search(index: NEEDS, text: "${'压'.repeat(length)}") { total } }`);
    expect(question(10)).toMatchObject({ cost: 151, dear: 0 });
    expect(question(200).cost).toBe(2051);
  });
});

describe('fields that compute', () => {
  const real = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));

  it.each(Object.keys(COMPUTING))('%s stands in the schema', (place) => {
    const [typeName = '', fieldName = ''] = place.split('.');
    const type = real.getType(typeName);
    expect(isObjectType(type) && fieldName in type.getFields()).toBe(true);
  });
});
