import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { FaultBed, report } from './fault-bed.js';
import { ChangeStream, endLeases, untilDelivered, untilIndexing } from './indexing-faults.js';

const PATIENCE_MS = 240_000;
const KILLS = 3;

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
      for (let kill = 0; kill < KILLS; kill++) {
        const worker = await bed.worker();
        await untilIndexing(bed);
        await worker.kill();
        await endLeases(bed);
      }
      const worker = await bed.worker();
      await stream.stop();
      await untilDelivered(bed);
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
