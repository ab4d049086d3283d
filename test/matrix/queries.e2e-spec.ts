import { Reindexer } from '@app/search';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { ACCESS_TABLE, departures } from './access-table.js';
import { attempt, type ThingNames } from './attempts.js';
import { aClaim, agreesToBeKnown, anInvitation } from './cases/made-over-http.js';
import { QUERY_CASES } from './cases/query-cases.js';
import { documentOf, operationsOf } from './documents.js';
import { type Market, openMarket, VIEWERS } from './market.js';

const rows = Object.entries(ACCESS_TABLE.queries).flatMap(([query, cases]) =>
  Object.entries(cases).map(([name, row]) => ({ query, name, row })),
);

describe('who may see what', () => {
  let market: Market;
  let schema: GraphQLSchema;
  let names: ThingNames;
  beforeAll(async () => {
    market = await openMarket();
    schema = market.app.get(GraphQLSchemaHost).schema;
    const { things } = market;
    names = new Map(Object.entries(things).map(([name, { id }]) => [id, name]));
    await anInvitation(market, market.viewers.person.person!.phone);
    await aClaim(market);
    await agreesToBeKnown(market, market.viewers.supplier, market.houses.buyer);
    await agreesToBeKnown(market, market.viewers.buyer, market.houses.supplier);
    await market.app.get(Reindexer).rebuildIndexes();
  }, 120_000);
  afterAll(() => market.close());

  it.each(rows)('$query $name', async ({ query, name, row }) => {
    const way = QUERY_CASES[query]?.[name];
    if (!way) throw new Error(`the table knows a way to try ${query} that no case describes: ${name}`);
    const document = documentOf('query', operationsOf(schema, 'query')[query]!);
    const outcomes = Object.fromEntries(
      await Promise.all(
        VIEWERS.map(async (viewer) => {
          const { [viewer]: who } = market.viewers;
          return [viewer, await attempt(who.client, document, way(market, who), names)] as const;
        }),
      ),
    );
    expect(departures(`${query} ${name}`, row, outcomes)).toEqual([]);
  });

  it('says something of every query', () => {
    const cases = (of: object) => Object.entries(of).map(([key, ways]) => [key, Object.keys(ways as object)]);
    expect(Object.keys(ACCESS_TABLE.queries).sort()).toEqual(
      Object.keys(operationsOf(schema, 'query')).sort(),
    );
    expect(Object.fromEntries(cases(QUERY_CASES))).toEqual(Object.fromEntries(cases(ACCESS_TABLE.queries)));
  });

  it('says something of every subscription', () => {
    expect(Object.keys(ACCESS_TABLE.subscriptions).sort()).toEqual(
      Object.keys(operationsOf(schema, 'subscription')).sort(),
    );
  });
});
