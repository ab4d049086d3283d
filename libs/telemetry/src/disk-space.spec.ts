import { MIN_FREE_BYTES, requireDiskSpace } from './readiness.js';

const missing = Object.assign(new Error('none'), { code: 'ENOENT' });

describe('disk space', () => {
  it('is required of the disk that data lie on', async () => {
    await expect(requireDiskSpace('/data', () => Promise.resolve(MIN_FREE_BYTES))).resolves.toBeUndefined();
    await expect(requireDiskSpace('/data', () => Promise.resolve(MIN_FREE_BYTES - 1))).rejects.toThrow(
      '/data',
    );
    await expect(requireDiskSpace('/data', () => Promise.resolve(0))).rejects.toThrow('0 bytes left');
  });

  it('of a folder that is yet to come is that of the nearest above it', async () => {
    const asked: string[] = [];
    const free = (folder: string) => {
      asked.push(folder);
      return folder === '/data' ? Promise.resolve(0) : Promise.reject(missing);
    };
    await expect(requireDiskSpace('/data/new/postgres', free)).rejects.toThrow('/data has');
    expect(asked).toEqual(['/data/new/postgres', '/data/new', '/data']);
  });

  it('is not there when nobody can say', async () => {
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    await expect(requireDiskSpace('/data', () => Promise.reject(denied))).rejects.toBe(denied);
  });

  it('is read from the system', async () => {
    await expect(requireDiskSpace(process.cwd())).resolves.toBeUndefined();
  });
});
