import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireDatabase, migrate } from '@app/database';
import { removeDataDir, until } from '../embedded/server-fixture.js';
import { FaultBed } from './fault-bed.js';

const PATIENCE_MS = 180_000;
const MEGABYTE = 1 << 20;

/** A small disk in memory at a new folder; undefined where this process may not make one. */
async function smallDisk(megabytes: number): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'lianqiao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    await chmod(folder, 0o755);
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
}

/** Fills a disk up to a rest; gives what frees it again. */
async function fill(disk: string, restMegabytes: number): Promise<() => Promise<void>> {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - restMegabytes * MEGABYTE)));
  return () => rm(ballast);
}

/** What either way of running out of room is told. */
const SENTENCES = [
  '磁盘空间不足，未导入任何内容。\nThe disk is full; nothing was imported.',
  '与数据库的连接中断，请稍后重新导入该文件；已导入的内容不会重复。\nThe connection to the database was lost; import the file again later, nothing will be doubled.',
];

describe('an import onto a full disk', () => {
  let disk: string | undefined;
  let bed: FaultBed;
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    disk = await smallDisk(300);
    if (!disk) return;
    const mounted = disk;
    const dataDir = join(mounted, 'data');
    const lease = await acquireDatabase({ dataDir });
    await migrate(lease.url);
    bed = await FaultBed.on(lease.url, { DATA_DIR: dataDir });
    close = async () => {
      await rm(join(mounted, 'ballast'), { force: true });
      await bed.close();
      await lease.release();
      await removeDataDir(dataDir);
      execFileSync('umount', [mounted]);
      await rm(mounted, { recursive: true });
    };
  }, PATIENCE_MS);
  afterAll(() => close(), PATIENCE_MS);

  it(
    'says so in both languages, leaves what was there, and works once there is room',
    async () => {
      if (!disk) {
        process.stderr.write('skipped: this process may not mount a small disk\n');
        return;
      }
      await bed.command('import', 'organizations', await bed.list(10)).success();
      const before = await bed.fingerprint();
      const large = await bed.list(20_000);

      const free = await fill(disk, 3);
      const refused = bed.command('import', 'organizations', large);
      expect([await refused.ending(), refused.lines]).toEqual([1, expect.any(String)]);
      expect(SENTENCES).toContain(refused.errors.trim().split('\n').slice(-2).join('\n'));
      await free();

      await until(() => bed.query('select 1 as one').catch(() => undefined));
      expect(await bed.fingerprint()).toEqual(before);
      await bed.command('import', 'organizations', large).success();
      expect((await bed.fingerprint()).organizations).toBe(20_010);
    },
    PATIENCE_MS,
  );
});
