import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Four segments of PostgreSQL's log: with less the embedded server may stop at any moment. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** Bytes that a program without privileges may still write to the disk of a folder. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Throws when the disk of a folder is as good as full: nothing could be stored there. A folder that does not exist yet
 * will stand on the disk of the nearest one above it.
 */
export async function requireDiskSpace(folder: string, free = freeBytes): Promise<void> {
  let bytes: number;
  try {
    bytes = await free(folder);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!missing || dirname(folder) === folder) throw error;
    return requireDiskSpace(dirname(folder), free);
  }
  if (bytes < MIN_FREE_BYTES) throw new Error(`${folder} has ${bytes} bytes left`);
}
