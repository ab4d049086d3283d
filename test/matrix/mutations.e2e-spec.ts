import { Transactions } from '@app/database';
import { MemberRole } from '@app/identity';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { aMember, aPerson, aStaffMember } from '../support/builders/identity.js';
import { ACCESS_TABLE, departures, expectations, type Outcome } from './access-table.js';
import { attempt } from './attempts.js';
import { MUTATION_CASES } from './cases/mutation-cases.js';
import type { MutationCase } from './cases/mutation-case.js';
import { databaseState } from './database-state.js';
import { documentOf, operationsOf } from './documents.js';
import { type Market, type MarketViewer, openMarket, VIEWERS, type ViewerName } from './market.js';

const ROLES: Partial<Record<ViewerName, MemberRole>> = {
  buyer: MemberRole.EDITOR,
  supplier: MemberRole.EDITOR,
  organizer: MemberRole.EDITOR,
  buyerReader: MemberRole.VIEWER,
  supplierReader: MemberRole.VIEWER,
  organizerReader: MemberRole.VIEWER,
};

const rows = Object.entries(ACCESS_TABLE.mutations).flatMap(([mutation, cases]) =>
  Object.entries(cases).map(([name, row]) => ({ mutation, name, row })),
);

describe('who may do what', () => {
  let market: Market;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    market = await openMarket();
    schema = market.app.get(GraphQLSchemaHost).schema;
  }, 120_000);
  afterAll(() => market.close());
  // Attempts of the whole table come from one address.
  beforeEach(() => market.app.get(Transactions).query('delete from attempt_counter'));

  /** Somebody in the same place, who may lose session and membership. */
  async function standIn(name: ViewerName): Promise<MarketViewer> {
    const { organization, person } = market.viewers[name];
    if (!person) return market.viewers[name];
    const { app } = market;
    if (name === 'staff') return of(await aStaffMember(app));
    if (!organization) return of(await aPerson(app));
    return { ...of(await aMember(app, organization.key, ROLES[name] ?? MemberRole.OWNER)), organization };
  }

  function of(person: NonNullable<MarketViewer['person']>): MarketViewer {
    return { client: person.client, person, organization: null };
  }

  async function tryAs(
    viewer: MarketViewer,
    mutation: string,
    way: MutationCase,
    given: Readonly<Record<string, unknown>>,
    more: Record<string, unknown> = {},
  ): Promise<Outcome> {
    const field = operationsOf(schema, 'mutation')[mutation]!;
    const input = { ...way.input(market, given, viewer), ...more };
    return attempt(
      viewer.client,
      documentOf('mutation', field),
      field.args.length > 0 ? { input } : {},
      new Map(),
    );
  }

  it.each(rows)('$mutation $name', async ({ mutation, name, row }) => {
    const way = MUTATION_CASES[mutation]?.[name];
    if (!way) throw new Error(`the table knows a way to try ${mutation} that no case describes: ${name}`);
    const expected = expectations(`${mutation} ${name}`, row);
    const denied = VIEWERS.filter((viewer) => expected[viewer] !== 'yes');
    const outcomes: Partial<Record<ViewerName, Outcome>> = {};
    const inOwnName: Partial<Record<ViewerName, Outcome>> = {};

    const given = (await way.given?.(market)) ?? {};
    const before = await databaseState(market.app);
    for (const name of denied) {
      const viewer = market.viewers[name];
      const outcome = await tryAs(viewer, mutation, way, given);
      // That nothing has changed is seen below.
      outcomes[name] = outcome === 'yes' && expected[name] === 'without effect' ? expected[name] : outcome;
      const { actingOrganizationId } = way.input(market, given, viewer);
      if (!actingOrganizationId || way.beginsAnew || !viewer.organization) continue;
      const own = { actingOrganizationId: viewer.organization.id };
      inOwnName[name] = await tryAs(viewer, mutation, way, given, own);
    }
    expect(Object.values(inOwnName).filter((outcome) => outcome === 'yes')).toEqual([]);
    expect(await databaseState(market.app)).toEqual(before);

    for (const name of VIEWERS.filter((viewer) => !denied.includes(viewer))) {
      const viewer = way.spendsViewer ? await standIn(name) : market.viewers[name];
      const fresh = (await way.given?.(market)) ?? {};
      outcomes[name] = await tryAs(viewer, mutation, way, fresh);
    }
    expect(departures(`${mutation} ${name}`, row, outcomes)).toEqual([]);
  });

  it('says something of every mutation', () => {
    expect(Object.keys(ACCESS_TABLE.mutations).sort()).toEqual(
      Object.keys(operationsOf(schema, 'mutation')).sort(),
    );
    const cases = (of: object) => Object.entries(of).map(([key, ways]) => [key, Object.keys(ways as object)]);
    expect(Object.fromEntries(cases(MUTATION_CASES))).toEqual(
      Object.fromEntries(cases(ACCESS_TABLE.mutations)),
    );
  });
});
