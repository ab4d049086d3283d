import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { createTestApp, type TestApp } from '../support/test-app.js';

const FILE = resolve('apps/api/schema.graphql');

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (t) => !isIntrospectionType(t) && !isSpecifiedScalarType(t),
  );
}

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
    type as never,
  );
}

function undescribed(schema: GraphQLSchema): string[] {
  const gaps: string[] = [];
  for (const type of ownTypes(schema)) {
    if (!type.description && !isRoot(schema, type)) gaps.push(type.name);
    if (isEnumType(type))
      type.getValues().forEach((v) => v.description || gaps.push(`${type.name}.${v.name}`));
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.description) gaps.push(`${type.name}.${field.name}`);
      if (!('args' in field)) continue;
      for (const arg of (field as GraphQLField<unknown, unknown>).args) {
        if (!arg.description) gaps.push(`${type.name}.${field.name}(${arg.name})`);
      }
    }
  }
  return gaps;
}

/** Operations without an access rule; the rule of an object type is checked for types that stand for things. */
function withoutAccess(schema: GraphQLSchema): string[] {
  const gaps: string[] = [];
  for (const type of ownTypes(schema)) {
    if (!isObjectType(type)) continue;
    const whole = Boolean(type.extensions['access']);
    for (const field of Object.values(type.getFields())) {
      const declared = Boolean(field.extensions['access']);
      if (isRoot(schema, type) ? !declared : !whole && !declared && !isPlumbing(type.name))
        gaps.push(`${type.name}.${field.name}`);
    }
  }
  return gaps;
}

/** Types that show nothing of their own: pages of lists, payloads, expected outcomes and plain values. */
function isPlumbing(name: string): boolean {
  return /(Connection|Edge|Payload|Error|PageInfo)$/.test(name) || ['Money', 'Quantity'].includes(name);
}

describe('the GraphQL schema', () => {
  let app: TestApp;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    app = await createTestApp();
    schema = lexicographicSortSchema(app.get(GraphQLSchemaHost).schema);
  });

  afterAll(() => app.close());

  it('is what apps/api/schema.graphql says (npm run schema writes it)', () => {
    const printed = `${printSchema(schema)}\n`;
    if (process.env['UPDATE_SCHEMA']) writeFileSync(FILE, printed);
    expect(readFileSync(FILE, 'utf8')).toBe(printed);
  });

  it('describes every type, field, argument and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('says of every operation and field who may use it', () => {
    expect(withoutAccess(schema)).toEqual([]);
  });

  it('never answers a mutation with a bare Boolean', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(
      fields.filter((field) => String(field.type).startsWith('Boolean')).map((field) => field.name),
    ).toEqual([]);
  });

  it('takes one input object per mutation', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const wrong = fields.filter((f) => f.args.length > 1 || (f.args[0] && f.args[0].name !== 'input'));
    expect(wrong.map((field) => field.name)).toEqual([]);
  });
});
