import { DomainEvents, EventDeliveries, Jobs, jobKind, Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { SearchEngine } from '@app/search';
import { Monitor, PlatformMetrics } from '@app/telemetry';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** Samples by name and labels, as Prometheus reads them. */
async function samples(app: TestApp): Promise<ReadonlyMap<string, number>> {
  const text = await app.get(PlatformMetrics).registry.metrics();
  return new Map(
    text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), Number(line.slice(end + 1))];
      }),
  );
}

/** How much a sample grew by something that was done; requests count once their answer has left. */
async function growth(
  app: TestApp,
  names: readonly string[],
  work: () => Promise<unknown>,
): Promise<number[]> {
  const before = await samples(app);
  await work();
  await new Promise((resolve) => setImmediate(resolve));
  const after = await samples(app);
  return names.map((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0));
}

describe('the measurements of the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.close());

  const post = (query: string) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then((answer) => answer.text());

  it('count requests by route and status, with every unknown address as one', async () => {
    const route = (name: string, status: number) =>
      `lianqiao_http_request_seconds_count{method="GET",route="${name}",status="${status}"}`;
    const grown = await growth(app, [route('/health/live', 200), route('unmatched', 404)], async () => {
      for (const path of ['/health/live', '/nowhere/1', '/nowhere/2']) await fetch(app.url + path);
    });
    expect(grown).toEqual([1, 2]);
    expect([...(await samples(app)).keys()].filter((name) => name.includes('nowhere'))).toEqual([]);
  });

  it('count operations by name, with every unknown name as one, and errors by code', async () => {
    const count = (operation: string, type: string, outcome: string) =>
      `lianqiao_graphql_operation_seconds_count{operation="${operation}",type="${type}",outcome="${outcome}"}`;
    const names = [
      count('me', 'query', 'ok'),
      count('other', 'query', 'ok'),
      count('myInvitations', 'query', 'error'),
      count('other', 'none', 'error'),
      'lianqiao_graphql_errors_total{code="UNAUTHENTICATED"}',
      'lianqiao_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
    ];
    const grown = await growth(app, names, async () => {
      await post('query me { me { name } }');
      await post('{ me { name } }');
      for (let i = 0; i < 5; i++) await post(`query Made${i} { me { name } }`);
      await post('{ myInvitations { id } }');
      await post('{ noSuchField }');
    });
    expect(grown).toEqual([2, 5, 1, 1, 1, 1]);
    expect([...(await samples(app)).keys()].filter((name) => name.includes('Made'))).toEqual([]);
  });

  it('count calls of the search engine by how they ended', async () => {
    const calls = (outcome: string) =>
      `lianqiao_search_engine_seconds_count{method="search",outcome="${outcome}"}`;
    const engine = app.get(SearchEngine);
    const grown = await growth(app, [calls('OK'), calls('REFUSED')], async () => {
      await engine.search({ index: 'needs', text: '轴承', page: 1, hitsPerPage: 5 });
      await engine
        .search({ index: 'needs', page: 1, hitsPerPage: 5, facets: ['no-such-field'] })
        .catch(() => undefined);
    });
    expect(grown).toEqual([1, 1]);
  });

  it('show what waits in the database: events, dead letters, jobs', async () => {
    const event = {
      type: 'ProcurementNeedChanged',
      aggregateType: 'ProcurementNeed',
      aggregateId: newId(),
    };
    const transactions = app.get(Transactions);
    await transactions.run(() => app.get(DomainEvents).record(event, { ...event, aggregateId: newId() }));
    await app.get(Jobs).enqueue(jobKind<{ of: string }>('measured'), { of: 'a test' });
    const [consumer] = await transactions.query<{ name: string }>(
      'select consumer as name from event_delivery limit 1',
    );
    const [first] = await app.get(EventDeliveries).claim(consumer!.name, 1, 60);
    await transactions.query('update event_delivery set dead_at = now() where id = $1', [first!.id]);
    await transactions.query(`update domain_event set occurred_at = now() - interval '90 seconds'`);
    const seen = await samples(app);
    const of = (state: string) => `lianqiao_event_deliveries{consumer="${consumer!.name}",state="${state}"}`;
    expect([seen.get(of('waiting')), seen.get(of('dead'))]).toEqual([1, 1]);
    expect(seen.get(`lianqiao_event_oldest_seconds{consumer="${consumer!.name}"}`)).toBeGreaterThanOrEqual(
      90,
    );
    expect(seen.get('lianqiao_jobs{queue="measured",state="created"}')).toBe(1);
    expect(seen.get('lianqiao_jobs{queue="measured",state="failed"}')).toBe(0);
    expect(seen.get('lianqiao_database_up')).toBe(1);
    expect(seen.get('lianqiao_database_connections{state="total"}')).toBeGreaterThan(0);
  });

  it('are not to be had on the public port', async () => {
    expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
    const monitor = await app.get(Monitor).openServer();
    expect(monitor).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await (await fetch(`${monitor}/metrics`)).text()).toContain(
      'lianqiao_http_request_seconds_bucket',
    );
  });
});
