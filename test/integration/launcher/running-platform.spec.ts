import { existsSync } from 'node:fs';
import { processLives } from '../../../libs/database/src/embedded/server-folder.js';
import { keeperOf, newDataDir, removeDataDir, serverOf, until } from '../embedded/server-fixture.js';
import { RunningPlatform } from './running-platform.js';

/** Whole starts of several processes, on a machine that may be busy with other specs. */
const PATIENCE_MS = 240_000;

describe('the running platform', () => {
  let dataDir: string;
  let platform: RunningPlatform | undefined;
  beforeAll(async () => {
    dataDir = await newDataDir();
  });
  afterEach(() => platform?.signal('SIGKILL'));
  afterAll(() => removeDataDir(dataDir), PATIENCE_MS);

  it(
    'survives kill -9 of api, worker and database, and stops in order',
    async () => {
      platform = await RunningPlatform.start(dataDir);
      const before = {
        api: (await platform.processOf('api')) ?? 0,
        worker: (await platform.processOf('worker')) ?? 0,
        server: (await serverOf(dataDir))?.pid ?? 0,
      };
      for (const pid of Object.values(before)) process.kill(pid, 'SIGKILL');
      await until(() => Object.values(before).every((pid) => !processLives(pid)));
      const api = await until(() => platform?.processOf('api'));
      const worker = await until(() => platform?.processOf('worker'));
      await until(() => platform?.ready());
      expect(platform.lines).toMatch(
        /the api ended unexpectedly \(SIGKILL\) and is started again in 0\.25 s/,
      );
      expect(platform.lines).toMatch(
        /the worker ended unexpectedly \(SIGKILL\) and is started again in 0\.25 s/,
      );

      expect(await platform.signal('SIGTERM')).toBe(0);
      expect([api, worker].filter(processLives)).toEqual([]);
      expect(await serverOf(dataDir)).toBeUndefined();
      expect(existsSync(`${dataDir}/launcher.lock`)).toBe(false);
    },
    PATIENCE_MS,
  );

  it(
    'stops by itself, database and all, when the launcher is killed',
    async () => {
      platform = await RunningPlatform.start(dataDir);
      const processes = [
        await platform.processOf('api'),
        await platform.processOf('worker'),
        await keeperOf(dataDir),
      ];
      await platform.signal('SIGKILL');
      await until(() => processes.every((pid) => pid !== undefined && !processLives(pid)));
      expect(await serverOf(dataDir)).toBeUndefined();
    },
    PATIENCE_MS,
  );
});
