import { type ChildProcess, spawn } from 'node:child_process';
import { nodeArguments } from '@app/database';
import { initialiseFolder } from '../../../libs/database/src/embedded/initialise-folder.js';
import { becomeKeeper, hasKeeper, joinLease } from '../../../libs/database/src/embedded/server-lease.js';
import { serverBinaries } from '../../../libs/database/src/embedded/server-settings.js';
import { ServerConnection } from '../../../libs/database/src/embedded/server-connection.js';
import { ServerFolder, type ServerStatus } from '../../../libs/database/src/embedded/server-folder.js';
import { newDataDir, removeDataDir, serverOf, until } from './server-fixture.js';

const OPTIONS = { throwaway: true };
const KEEPER = '../../../libs/database/src/embedded/keeper.main';

describe('a keeper that has started the server', () => {
  let dataDir: string;
  let folder: ServerFolder;
  let keeper: ChildProcess;
  beforeEach(async () => {
    dataDir = await newDataDir();
    folder = ServerFolder.in(dataDir);
    await initialiseFolder(folder, await serverBinaries(), OPTIONS);
    const program = nodeArguments(import.meta.url, KEEPER);
    keeper = spawn(process.execPath, [...program, folder.root, JSON.stringify(OPTIONS)], { stdio: 'ignore' });
  });
  afterEach(async () => {
    keeper.kill('SIGKILL');
    await removeDataDir(dataDir);
  });

  /** Holds the keeper up while its server starts and takes its place; has the server start again where it was too late. */
  async function overtake(): Promise<{ server: ServerStatus; other: ServerConnection }> {
    for (let before = 0; ;) {
      await until(async () => ![undefined, before].includes((await folder.status())?.pid));
      keeper.kill('SIGSTOP');
      const server = await until(async () => {
        const status = await serverOf(dataDir);
        return status?.state === 'ready' && status;
      });
      const other = await until(() => ServerConnection.open(folder, server.port, 'another keeper'));
      const overtaken = (await becomeKeeper(other)) && (await joinLease(other));
      keeper.kill('SIGCONT');
      if (overtaken) return { server, other };
      await other.close();
      before = server.pid;
      process.kill(server.pid, 'SIGKILL');
    }
  }

  it('and finds another one in its place stays as long as the server, and takes over when the other has gone', async () => {
    const { server, other } = await overtake();
    const witness = await until(() => ServerConnection.open(folder, server.port, 'witness'));
    await joinLease(witness);
    await until(() =>
      witness.isTrue(`exists (select from pg_stat_activity where application_name = 'lianqiao keeper')`),
    );
    await other.close();
    await until(() => witness.isOver || hasKeeper(witness));
    expect(witness.isOver).toBe(false);
    expect((await serverOf(dataDir))?.pid).toBe(server.pid);
    await witness.close();
    await until(() => keeper.exitCode === 0);
    expect(await serverOf(dataDir)).toBeUndefined();
  });
});
