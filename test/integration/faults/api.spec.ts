import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { until } from '../embedded/server-fixture.js';
import { FaultBed, report } from './fault-bed.js';
import { killApi, MutationStream } from './mutation-faults.js';
import { HalfRequest, refusesConnections, RequestStream } from './request-stream.js';

const PATIENCE_MS = 180_000;

describe('the API', () => {
  let database: TestDatabase;
  let bed: FaultBed;
  beforeAll(async () => {
    database = await createTestDatabase();
    bed = await FaultBed.on(database.url);
  }, PATIENCE_MS);
  afterAll(async () => {
    await bed.close();
    await database.drop();
  });

  it(
    'killed in the middle of mutations that are sent again loses none and doubles none',
    async () => {
      const stream = await MutationStream.on(bed);
      await killApi(bed, stream, 2, 60);
      const { tried, lost, doubled } = await stream.outcome();
      report('kill -9 of the API (2 times) under mutations', tried, lost, doubled);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(stream.acknowledged.size).toBe(tried);
      expect([...stream.refusals]).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'asked to stop says so first, answers all that was sent, and only then goes',
    async () => {
      const { program, port } = await bed.api({ drainSeconds: 1 });
      const stream = new RequestStream(port, 50);
      stream.start();
      await until(() => stream.fates.length >= 25);
      const half = await HalfRequest.begin(port);
      const ended = program.stop();
      await stream.end();
      expect(stream.notReady).toBe('503 {"status":"draining"}');
      await until(() => refusesConnections(port));
      expect(program.ended).toBe(false);
      expect(await half.finish()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"__typename":"Query"/);
      expect(await ended).toBe(0);
      const { sent, dropped, closed } = stream.figures();
      report('SIGTERM under 50 requests a second', sent + 1, dropped, 0);
      expect(dropped).toBe(0);
      expect(closed).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
