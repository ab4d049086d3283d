import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { FaultBed, report } from './fault-bed.js';
import { ChangeStream, killWorkers, untilDelivered } from './indexing-faults.js';

const PATIENCE_MS = 240_000;
const KILLS = 2;

describe('kill -9 of the worker', () => {
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
    'while it indexes a stream of changes loses none of them',
    async () => {
      const stream = await ChangeStream.on(bed);
      stream.start();
      const worker = await killWorkers(bed, stream, KILLS);
      await stream.stop();
      await untilDelivered(bed, worker);
      const { lost, doubled } = await stream.misses();
      report(
        `kill -9 of the worker (${KILLS} times) under a stream of changes`,
        stream.changes,
        lost,
        doubled,
      );
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(await bed.reconcile('organizations', 'capabilities')).toEqual({
        organizations: await bed.number('select count(*) from organization'),
        capabilities: stream.titles.size,
      });
      await worker.stop();
    },
    PATIENCE_MS,
  );
});
