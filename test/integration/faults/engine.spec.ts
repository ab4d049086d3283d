import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { type EngineBed, engineBed, troubleEngine } from './engine-faults.js';
import { report } from './fault-bed.js';
import { ChangeStream, untilDelivered } from './indexing-faults.js';

const PATIENCE_MS = 240_000;
const ROUNDS = 1;

describe('a search server that fails', () => {
  let database: TestDatabase;
  let beds: EngineBed;
  beforeAll(async () => {
    database = await createTestDatabase();
    beds = await engineBed(database.url);
  }, PATIENCE_MS);
  afterAll(async () => {
    await beds.close();
    await database.drop();
  });

  it(
    'by 503, half answers, forgotten tasks, silence and absence loses no change',
    async () => {
      const { bed, engine } = beds;
      const stream = await ChangeStream.on(bed);
      const worker = await bed.worker();
      stream.start();
      await troubleEngine(beds, stream, ROUNDS);
      await stream.stop();
      await untilDelivered(bed, worker);
      const { lost, doubled } = await stream.misses(engine);
      report(`a search server that fails in six ways (${ROUNDS} times)`, stream.changes, lost, doubled);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      await worker.stop();
    },
    PATIENCE_MS,
  );
});
