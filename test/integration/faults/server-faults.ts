import { acquireDatabase, migrate } from '@app/database';
import { newDataDir, removeDataDir, serverOf, until } from '../embedded/server-fixture.js';
import { FaultBed } from './fault-bed.js';

/** A data folder with an embedded server of its own, which may be killed. */
export interface EmbeddedBed {
  readonly bed: FaultBed;
  /** Ends the server at once; its keeper brings it back. */
  killServer(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an embedded server in a new data folder; programs are given the folder alone, as users give it. */
export async function embeddedBed(): Promise<EmbeddedBed> {
  const dataDir = await newDataDir();
  const lease = await acquireDatabase({ dataDir });
  await migrate(lease.url);
  const bed = await FaultBed.on(lease.url, { DATA_DIR: dataDir });
  return {
    bed,
    killServer: async () => {
      const server = await until(() => serverOf(dataDir));
      process.kill(server.pid, 'SIGKILL');
      await until(async () => {
        const next = await serverOf(dataDir);
        return next !== undefined && next.pid !== server.pid;
      });
      await until(() => bed.query('select 1 as one').catch(() => undefined));
    },
    close: async () => {
      await bed.close();
      await lease.release();
      await removeDataDir(dataDir);
    },
  };
}
