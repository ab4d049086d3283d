import { report } from './fault-bed.js';
import {
  importToTheEnd,
  importUndisturbed,
  killServerDuringDerivation,
  killServerDuringImport,
} from './import-faults.js';
import { ChangeStream, endLeases, untilDelivered, untilIndexing } from './indexing-faults.js';
import { type EmbeddedBed, embeddedBed } from './server-faults.js';

const PATIENCE_MS = 300_000;

describe('kill -9 of the embedded server', () => {
  let embedded: EmbeddedBed;
  beforeAll(async () => {
    embedded = await embeddedBed();
  }, PATIENCE_MS);
  afterAll(() => embedded.close(), PATIENCE_MS);

  it(
    'in the middle of an import and of its derivation loses nothing and doubles nothing',
    async () => {
      const { bed, killServer } = embedded;
      const undisturbed = await importUndisturbed(bed);
      await killServerDuringImport(bed, undisturbed, 0.5, killServer);
      await killServerDuringDerivation(bed, undisturbed, 2000, killServer);
      const now = await importToTheEnd(bed, undisturbed);
      const over = now.capabilities - undisturbed.fingerprint.capabilities;
      report('kill -9 of the server under an import', 2, Math.max(0, -over), Math.max(0, over));
      expect(now).toEqual(undisturbed.fingerprint);
      expect(await bed.reconcile('organizations', 'capabilities')).toMatchObject({
        capabilities: now.capabilities,
      });
      await bed.clear();
    },
    PATIENCE_MS,
  );

  it(
    'while a worker indexes a stream of changes loses none of them, and the worker goes on',
    async () => {
      const { bed, killServer } = embedded;
      await bed.command('reindex').success();
      const worker = await bed.worker();
      const stream = await ChangeStream.on(bed);
      stream.start();
      for (let kill = 0; kill < 2; kill++) {
        await untilIndexing(bed);
        await killServer();
        await endLeases(bed);
      }
      await stream.stop();
      await untilDelivered(bed, worker);
      expect(worker.ended).toBe(false);
      const { lost, doubled } = await stream.misses();
      report('kill -9 of the server (2 times) under a stream of changes', stream.changes, lost, doubled);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(await bed.reconcile('organizations', 'capabilities')).toMatchObject({
        capabilities: stream.titles.size,
      });
      await worker.stop();
    },
    PATIENCE_MS,
  );
});
