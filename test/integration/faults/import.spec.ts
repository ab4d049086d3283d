import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { FaultBed, report } from './fault-bed.js';
import {
  halfBuilt,
  importToTheEnd,
  importUndisturbed,
  killDerivation,
  killImport,
  killRebuild,
  type Undisturbed,
} from './import-faults.js';

/** Several whole programs one behind the other, on a machine that may be busy with other specs. */
const PATIENCE_MS = 240_000;

describe('kill -9 of an import', () => {
  let database: TestDatabase;
  let bed: FaultBed;
  let undisturbed: Undisturbed;
  beforeAll(async () => {
    database = await createTestDatabase();
    bed = await FaultBed.on(database.url);
    undisturbed = await importUndisturbed(bed);
  }, PATIENCE_MS);
  afterAll(async () => {
    await bed.close();
    await database.drop();
  });

  it(
    'among its rows and while it derives loses nothing and doubles nothing',
    async () => {
      await killImport(bed, undisturbed, 0.5);
      await killDerivation(bed, undisturbed, 2000);
      const now = await importToTheEnd(bed, undisturbed);
      const { fingerprint } = undisturbed;
      const over = now.capabilities - fingerprint.capabilities;
      report('kill -9 of an import', 2, Math.max(0, -over), Math.max(0, over));
      expect(now).toEqual(fingerprint);
      expect(await bed.reconcile('organizations', 'capabilities')).toEqual({
        organizations: fingerprint.organizations,
        capabilities: fingerprint.capabilities,
      });
    },
    PATIENCE_MS,
  );

  it(
    'while it rebuilds the indexes leaves the live ones as they were, and the next rebuild is whole',
    async () => {
      const before = await bed.documents('capabilities');
      expect(before).toBe(undisturbed.fingerprint.capabilities);
      await killRebuild(bed, 100_000);
      expect(await halfBuilt(bed)).toBe(true);
      expect(await bed.documents('capabilities')).toBe(before);
      await bed.command('reindex').success();
      const over = (await bed.documents('capabilities')) - before;
      report('kill -9 of a rebuild', 1, Math.max(0, -over), Math.max(0, over));
      expect(over).toBe(0);
      expect(await halfBuilt(bed)).toBe(false);
      expect(await bed.reconcile('organizations', 'capabilities')).toMatchObject({ capabilities: before });
    },
    PATIENCE_MS,
  );
});
