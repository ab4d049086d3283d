import type { DatabaseFacts } from '@app/database';
import { observed, reportProblem } from '@app/kernel';
import { DatabaseMetrics } from './database-metrics.js';
import { Monitor } from './monitor.js';
import { PlatformMetrics } from './platform-metrics.js';
import { Readiness } from './readiness.js';

const TOKEN = 'a-token-for-the-monitor';

/** A database that answers what a test wants, or not at all. */
class FakeFacts implements Pick<DatabaseFacts, 'pool' | 'ping' | 'deliveries' | 'jobs'> {
  up = true;

  pool = () => ({ total: 4, idle: 3, waiting: 2 });
  ping = () => this.answer(undefined);
  deliveries = () => this.answer([{ consumer: 'search-index', waiting: 7, dead: 1, oldestSeconds: 12.5 }]);
  jobs = () =>
    this.answer([
      { queue: 'messages', state: 'created', jobs: 3, overdueSeconds: 4 },
      { queue: 'messages', state: 'retry', jobs: 1, overdueSeconds: 9 },
    ]);

  private answer<T>(value: T): Promise<T> {
    return this.up ? Promise.resolve(value) : Promise.reject(new Error('connection refused'));
  }
}

describe('the monitor', () => {
  let opened: { monitor: Monitor; metrics: PlatformMetrics }[] = [];

  async function open(options: { token?: string } = {}) {
    const facts = new FakeFacts();
    const metrics = new PlatformMetrics();
    const database = facts as unknown as DatabaseFacts;
    new DatabaseMetrics(database, metrics);
    const readiness = new Readiness(database);
    const monitor = new Monitor({ host: '127.0.0.1', port: 0, ...options }, metrics, readiness);
    opened.push({ monitor, metrics });
    const url = await monitor.openServer();
    const scrape = async () => (await fetch(`${url}/metrics`)).text();
    return { facts, readiness, url, scrape };
  }

  afterEach(() => {
    for (const { monitor, metrics } of opened) {
      monitor.onApplicationShutdown();
      metrics.onApplicationShutdown();
    }
    opened = [];
  });

  it('shows the connections, the queues, and how the process fares', async () => {
    const { url } = await open();
    const answer = await fetch(`${url}/metrics`);
    const lines = (await answer.text()).split('\n');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(lines).toEqual(
      expect.arrayContaining([
        'lianqiao_database_up 1',
        'lianqiao_database_connections{state="waiting"} 2',
        'lianqiao_event_deliveries{consumer="search-index",state="waiting"} 7',
        'lianqiao_event_deliveries{consumer="search-index",state="dead"} 1',
        'lianqiao_event_oldest_seconds{consumer="search-index"} 12.5',
        'lianqiao_jobs{queue="messages",state="created"} 3',
        'lianqiao_job_overdue_seconds{queue="messages"} 9',
        expect.stringMatching(/^process_resident_memory_bytes \d+$/),
        expect.stringMatching(/^nodejs_eventloop_lag_seconds /),
      ]),
    );
  });

  it('counts work and problems of the process', async () => {
    const { scrape } = await open();
    await observed('SEARCH', 'search', () => Promise.resolve({ degraded: true }));
    await observed('JOB', 'messages', () => Promise.reject(new Error('no'))).catch(() => undefined);
    await observed('DELIVERY', 'search-index', () => Promise.resolve());
    reportProblem('jobs', new Error('connection lost'));
    const lines = (await scrape()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'lianqiao_search_engine_seconds_count{method="search",outcome="OK"} 1',
        'lianqiao_search_degraded_total{method="search"} 1',
        'lianqiao_job_seconds_count{queue="messages",outcome="FAILED"} 1',
        'lianqiao_event_batch_seconds_count{consumer="search-index",outcome="OK"} 1',
        'lianqiao_problems_total{area="jobs"} 1',
      ]),
    );
  });

  it('answers without the database, and then does not call the queues empty', async () => {
    const { facts, scrape, url } = await open();
    facts.up = false;
    const text = await scrape();
    expect(text).toContain('lianqiao_database_up 0');
    expect(text).toContain('lianqiao_database_connections{state="total"} 4');
    expect(text).not.toMatch(/^lianqiao_(event_deliveries|jobs)\{/m);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', missing: ['database'] }]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('is ready only when everything that was asked for works', async () => {
    const { readiness, url } = await open();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    readiness.addCheck('events', () => Promise.reject(new Error('still for 90 seconds')));
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', missing: ['events'] }]);
  });

  it('shows measurements to the token alone, where there is one', async () => {
    const { url } = await open({ token: TOKEN });
    const ask = (authorization?: string) =>
      fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
    for (const wrong of [undefined, 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
      const refused = await ask(wrong);
      expect(refused.status).toBe(401);
      expect(await refused.text()).not.toContain('lianqiao_');
    }
    expect(await (await ask(`Bearer ${TOKEN}`)).text()).toContain('lianqiao_database_up 1');
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('has nothing else to offer', async () => {
    const { url } = await open();
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('says in one sentence when its port is taken', async () => {
    const { url, facts } = await open();
    const port = Number(new URL(url).port);
    const metrics = new PlatformMetrics();
    const readiness = new Readiness(facts as unknown as DatabaseFacts);
    const second = new Monitor({ host: '127.0.0.1', port }, metrics, readiness);
    await expect(second.onApplicationBootstrap()).rejects.toThrow(
      `The monitor cannot listen on 127.0.0.1:${port} (EADDRINUSE).`,
    );
    metrics.onApplicationShutdown();
  });

  it('stays shut on port 0', async () => {
    const metrics = new PlatformMetrics();
    const readiness = new Readiness(new FakeFacts() as unknown as DatabaseFacts);
    const shut = new Monitor({ host: '127.0.0.1', port: 0 }, metrics, readiness);
    await shut.onApplicationBootstrap();
    expect(await metrics.registry.metrics()).not.toContain('process_resident_memory_bytes');
    metrics.onApplicationShutdown();
  });
});
