import type { ChildProgram } from '../integration/faults/child-program.js';
import { ExternalServer, installedPostgres } from '../integration/faults/external-server.js';
import { engineBed, troubleEngine } from '../integration/faults/engine-faults.js';
import { FaultBed, type FaultFigures, report } from '../integration/faults/fault-bed.js';
import {
  importToTheEnd,
  importUndisturbed,
  killDerivation,
  killImport,
} from '../integration/faults/import-faults.js';
import {
  ChangeStream,
  endLeases,
  killWorkers,
  untilDelivered,
} from '../integration/faults/indexing-faults.js';
import { killApi, MutationStream, stopServer } from '../integration/faults/mutation-faults.js';
import { RequestStream } from '../integration/faults/request-stream.js';
import { embeddedBed } from '../integration/faults/server-faults.js';
import { until } from '../integration/embedded/server-fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const HOUR_MS = 3_600_000;
const EVENTS = 20_000;
const WORKER_KILLS = 10;
const API_KILLS = 20;
const STOPS = 5;
const ENGINE_ROUNDS = 20;
/** Long enough for a load balancer on a busy machine to notice. */
const DRAIN_SECONDS = 3;
const IMPORT_KILLS = [0.2, 0.4, 0.6, 0.8];
const bin = installedPostgres();

/** The same faults as in the ordinary tests, many times over; not a part of `npm test`. */
describe('many faults', () => {
  const table: FaultFigures[] = [];
  let database: TestDatabase;
  let bed: FaultBed;
  beforeEach(async () => {
    database = await createTestDatabase();
    bed = await FaultBed.on(database.url);
  }, HOUR_MS);
  afterEach(async () => {
    await bed.close();
    await database.drop();
  }, HOUR_MS);
  afterAll(() => console.table(table));

  function note(figures: FaultFigures): void {
    table.push(figures);
    expect(figures).toMatchObject({ lost: 0, doubled: 0 });
  }

  async function noteChanges(
    what: string,
    on: FaultBed,
    stream: ChangeStream,
    worker: ChildProgram,
  ): Promise<void> {
    await untilDelivered(on, worker);
    const { lost, doubled } = await stream.misses();
    note(report(what, stream.changes, lost, doubled));
    await on.reconcile('organizations', 'capabilities');
  }

  async function noteMutations(what: string, stream: MutationStream): Promise<void> {
    await stream.stop();
    const { tried, lost, doubled } = await stream.outcome();
    note(report(what, tried, lost, doubled));
  }

  it(
    'of the worker under a stream of changes',
    async () => {
      const stream = await ChangeStream.on(bed);
      stream.start(1);
      const worker = await killWorkers(bed, stream, WORKER_KILLS, EVENTS / (WORKER_KILLS + 1));
      await stream.reach(EVENTS);
      await stream.stop();
      await noteChanges(`kill -9 of the worker, ${WORKER_KILLS} times`, bed, stream, worker);
      await worker.stop();
    },
    HOUR_MS,
  );

  it(
    'of the API under mutations',
    async () => {
      const stream = await MutationStream.on(bed);
      await killApi(bed, stream, API_KILLS, 200);
      await noteMutations(`kill -9 of the API, ${API_KILLS} times`, stream);
    },
    HOUR_MS,
  );

  it(
    'of the embedded server under a stream of changes',
    async () => {
      const embedded = await embeddedBed();
      await embedded.bed.command('reindex').success();
      const worker = await embedded.bed.worker();
      const stream = await ChangeStream.on(embedded.bed);
      stream.start();
      for (let kill = 0; kill < STOPS; kill++) {
        await stream.reach(stream.changes + 200);
        await embedded.killServer();
        await endLeases(embedded.bed);
      }
      await stream.stop();
      await noteChanges(`kill -9 of the embedded server, ${STOPS} times`, embedded.bed, stream, worker);
      await worker.stop();
      await embedded.close();
    },
    HOUR_MS,
  );

  it(
    'of the search server under a stream of changes',
    async () => {
      const beds = await engineBed(database.url);
      const stream = await ChangeStream.on(beds.bed);
      const worker = await beds.bed.worker();
      stream.start();
      await troubleEngine(beds, stream, ENGINE_ROUNDS);
      await stream.stop();
      await untilDelivered(beds.bed, worker);
      const { lost, doubled } = await stream.misses(beds.engine);
      note(
        report(
          `a search server that fails in six ways, ${ENGINE_ROUNDS} times`,
          stream.changes,
          lost,
          doubled,
        ),
      );
      await worker.stop();
      await beds.close();
    },
    HOUR_MS,
  );

  (bin ? it : it.skip)(
    'of an external server under mutations',
    async () => {
      const server = await ExternalServer.start(bin ?? '');
      const external = await FaultBed.on(server.url);
      const stream = await MutationStream.on(external);
      const api = await external.api();
      stream.start(api.address);
      await stopServer(server, api, stream, STOPS, 200);
      await noteMutations(`external server stopped at once, ${STOPS} times`, stream);
      await external.close();
      await server.close();
    },
    HOUR_MS,
  );

  it(
    'of an import among its rows and while it derives',
    async () => {
      const undisturbed = await importUndisturbed(bed);
      for (const share of IMPORT_KILLS) {
        await killImport(bed, undisturbed, share);
        await killDerivation(bed, undisturbed, 1000);
        const now = await importToTheEnd(bed, undisturbed);
        expect(now).toEqual(undisturbed.fingerprint);
      }
      const kills = IMPORT_KILLS.length * 2;
      note(report(`kill -9 of an import, ${kills} times, each time whole in the end`, kills, 0, 0));
    },
    HOUR_MS,
  );

  it(
    'of an API that is asked to stop under 200 requests a second',
    async () => {
      let sent = 0;
      let dropped = 0;
      for (let stop = 0; stop < STOPS; stop++) {
        const { program, port } = await bed.api({ drainSeconds: DRAIN_SECONDS });
        const stream = new RequestStream(port, 200);
        stream.start();
        await until(() => stream.fates.length >= 400);
        const ended = program.stop();
        await stream.end();
        expect(await ended).toBe(0);
        sent += stream.figures().sent;
        dropped += stream.figures().dropped;
      }
      note(report(`SIGTERM under 200 requests a second, ${STOPS} times`, sent, dropped, 0));
    },
    HOUR_MS,
  );
});
