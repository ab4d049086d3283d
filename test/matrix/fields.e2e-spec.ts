import { CapabilityState } from '@app/capabilities';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLObjectType, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { aCapability } from '../support/builders/capabilities.js';
import { anEvent, anEventDraft } from '../support/builders/matchmaking-events.js';
import { ACCESS_TABLE, departures } from './access-table.js';
import { describeAnswer, type ThingNames } from './attempts.js';
import { FIELD_CASES } from './cases/field-cases.js';
import { allFieldsOf } from './documents.js';
import { type Market, openMarket, VIEWERS, type ViewerName } from './market.js';

type Shown = Readonly<Record<string, unknown>>;

const decided = Object.entries(ACCESS_TABLE.types).flatMap(([type, { decided: fields = {} }]) =>
  Object.entries(fields).map(([field, row]) => ({ type, field, row })),
);

describe('which fields come with a thing', () => {
  let market: Market;
  let schema: GraphQLSchema;
  let names: ThingNames;
  const seen = new Map<string, Record<ViewerName, Shown | null>>();

  beforeAll(async () => {
    market = await openMarket();
    schema = market.app.get(GraphQLSchemaHost).schema;
    const { things, houses } = market;
    const { app } = market;
    const listings = [
      ['announced', await aCapability(app, houses.buyer.key)],
      ['drafted', await aCapability(app, houses.buyer.key, {}, { state: CapabilityState.DRAFT })],
      ['announced', await anEvent(app, houses.buyer.key)],
      ['drafted', await anEventDraft(app, houses.buyer.key)],
    ] as const;
    names = new Map(
      [...Object.entries({ ...things, ...houses }), ...listings].map(([name, { id }]) => [id, name]),
    );
    for (const [type, { id }] of Object.entries(FIELD_CASES))
      seen.set(type, await lookAt(type, await id(market)));
  }, 120_000);
  afterAll(() => market.close());

  /** What everybody is shown of a thing; null where it does not exist for them. */
  async function lookAt(type: string, id: string): Promise<Record<ViewerName, Shown | null>> {
    const fields = allFieldsOf(schema.getType(type) as GraphQLObjectType);
    const document = `query($id: ID!) { node(id: $id) { ... on ${type} ${fields} } }`;
    const views = VIEWERS.map(async (viewer) => {
      const { node } = await market.viewers[viewer].client.ok<{ node: Shown | null }>(document, { id });
      return [viewer, node] as const;
    });
    return Object.fromEntries(await Promise.all(views)) as Record<ViewerName, Shown | null>;
  }

  it.each(Object.keys(FIELD_CASES))('of %s is the same for everybody who sees it', (type) => {
    const views = seen.get(type)!;
    const whole = views[FIELD_CASES[type]!.seesAll]!;
    const common = (shown: Shown) =>
      Object.fromEntries(ACCESS_TABLE.types[type]!.withIt.map((field) => [field, shown[field]]));
    expect(whole).not.toBeNull();
    for (const shown of Object.values(views)) if (shown) expect(common(shown)).toEqual(common(whole));
  });

  it.each(decided)('$type.$field is decided for each', ({ type, field, row }) => {
    const views = Object.entries(seen.get(type)!).map(([viewer, shown]) => [
      viewer,
      shown === null ? 'nothing' : describeAnswer(shown[field], names),
    ]);
    expect(
      departures(`${type}.${field}`, row, Object.fromEntries(views) as Record<ViewerName, string>),
    ).toEqual([]);
  });

  it('says something of every field of every type', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType =>
        isObjectType(type) && !isIntrospectionType(type) && !isRoot(type) && !isOutcome(type),
    );
    const inSchema = types.map((type) => [type.name, Object.keys(type.getFields()).sort()]);
    const inTable = Object.entries(ACCESS_TABLE.types).map(([type, { withIt, decided: fields = {} }]) => [
      type,
      [...withIt, ...Object.keys(fields)].sort(),
    ]);
    expect(Object.fromEntries(inTable)).toEqual(Object.fromEntries(inSchema));
  });

  it('looks at one thing of every type that has an id', () => {
    const things = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
    expect(Object.keys(FIELD_CASES).sort()).toEqual(things.map(({ name }) => name).sort());
  });

  function isRoot(type: GraphQLObjectType): boolean {
    return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
  }
});

/** What only carries something else: payloads, pages of lists, expected outcomes. */
function isOutcome({ name }: GraphQLObjectType): boolean {
  return /(Payload|Error|Connection|Edge|PageInfo)$/.test(name);
}
