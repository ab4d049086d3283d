import { ExternalServer, installedPostgres } from './external-server.js';
import { FaultBed, isReady, report } from './fault-bed.js';
import { MutationStream, stopServer } from './mutation-faults.js';
import { endLeases, untilDelivered } from './indexing-faults.js';

const PATIENCE_MS = 180_000;
const bin = installedPostgres();
if (!bin) process.stderr.write('skipped: no PostgreSQL of the system under /usr/lib/postgresql\n');

(bin ? describe : describe.skip)('an external server that is stopped at once', () => {
  let server: ExternalServer;
  let bed: FaultBed;
  beforeAll(async () => {
    server = await ExternalServer.start(bin ?? '');
    bed = await FaultBed.on(server.url);
  }, PATIENCE_MS);
  afterAll(async () => {
    await bed?.close();
    await server?.close();
  });

  it(
    'under mutations loses none; API and worker tell so clearly and recover by themselves',
    async () => {
      const stream = await MutationStream.on(bed);
      const api = await bed.api();
      const worker = await bed.worker();
      stream.start(api.address);
      await stopServer(server, api, stream, 2, 60);
      await stream.stop();
      const { tried, lost, doubled } = await stream.outcome();
      report('an external server stopped at once (2 times) under mutations', tried, lost, doubled);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(stream.acknowledged.size).toBe(tried);
      expect(stream.refusals.size).toBeGreaterThan(0);
      for (const refusal of stream.refusals)
        expect(refusal).toMatch(/ UNAVAILABLE 服务暂时不可用，请稍后再试。$/);
      expect(stream.unanswered.size).toBe(0);

      await endLeases(bed);
      await untilDelivered(bed, worker);
      expect(await bed.reconcile('needs')).toEqual({ needs: 0 });
      expect(await isReady(api.address)).toBe(true);
      expect([api.program.ended, worker.ended]).toEqual([false, false]);
      expect(await api.program.stop()).toBe(0);
      expect(await worker.stop()).toBe(0);
    },
    PATIENCE_MS,
  );
});
