import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, validate } from 'graphql';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { portalOperations } from './portal-modules.js';

describe('the operations of the first screen', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('are valid against the schema', async () => {
    const { schema } = app.get(GraphQLSchemaHost);
    const faults = Object.entries(await portalOperations()).flatMap(([name, text]) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(faults).toEqual([]);
  });
});
