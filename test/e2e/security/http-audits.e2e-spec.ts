import { type AuditResult, serverAudits } from 'graphql-http';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** What a server MAY do and ours does not: a GET without a header of its own could come from any site's page. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['5A70', 'D6D5', '6A70']);

/** The audits of GraphQL over HTTP that the reference implementation brings along. */
const names = serverAudits({ url: 'http://localhost/graphql' }).map(({ id, name }) => [id, name] as const);

describe('GraphQL over HTTP in development', () => {
  let app: TestApp;
  let results: ReadonlyMap<string, AuditResult>;

  beforeAll(async () => {
    app = await createTestApp();
    const audits = serverAudits({ url: `${app.url}/graphql` });
    results = new Map(await Promise.all(audits.map(async (audit) => [audit.id, await audit.fn()] as const)));
  });

  afterAll(() => app.close());

  it('is looked at by all audits', () => {
    expect(names.length).toBeGreaterThan(55);
    expect(results.size).toBe(names.length);
  });

  it.each(names)('%s %s', (id) => {
    const result = results.get(id);
    const reason = result && 'reason' in result ? result.reason : '';
    expect([result?.status, reason]).toEqual([MAY_BE_LEFT_OUT.has(id) ? 'notice' : 'ok', expect.anything()]);
  });
});
