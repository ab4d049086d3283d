import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderLock, processStartTime } from './folder-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianqiao-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is held by one at a time and leaves nothing behind', async () => {
    const lock = await FolderLock.take(folder);
    await expect(FolderLock.take(folder)).rejects.toThrow(
      `The platform already runs in ${folder} (process ${process.pid}): stop it first, or choose another folder with DATA_DIR.`,
    );
    await lock.release();
    await (await FolderLock.take(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['whose process is gone', () => JSON.stringify({ pid: spawnSync('true').pid, startTime: '1' })],
    [
      'whose number belongs to another process now',
      () => JSON.stringify({ pid: process.pid, startTime: `${processStartTime(process.pid)}0` }),
    ],
    ['that was never written to the end', () => '{"pid":'],
    ['that is empty', () => ''],
  ])('does not count %s', async (_, content) => {
    await writeFile(join(folder, 'launcher.lock'), content());
    await (await FolderLock.take(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes to one of many who find a stale one', async () => {
    await writeFile(
      join(folder, 'launcher.lock'),
      JSON.stringify({ pid: spawnSync('true').pid, startTime: '1' }),
    );
    const takers = await Promise.allSettled(Array.from({ length: 8 }, () => FolderLock.take(folder)));
    expect(takers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('makes the folder, and refuses one that a file stands in the place of', async () => {
    const inner = join(folder, 'a', 'b');
    await (await FolderLock.take(inner)).release();
    await writeFile(join(folder, 'file'), '');
    await expect(FolderLock.take(join(folder, 'file'))).rejects.toThrow(
      'cannot be made because a file stands in its place',
    );
  });
});
