import { DatabaseFacts } from '@app/database';
import { Injectable } from '@nestjs/common';
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

/** The answer must come before a watchdog loses its patience. */
const PATIENCE_MS = 2000;

/** Whether this process can do its work: the database answers, and whatever else its parts have asked to be looked at. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, () => Promise<void>>();

  constructor(facts: DatabaseFacts) {
    this.checks.set('database', () => facts.ping());
  }

  /** Adds something to look at; it throws when the process cannot work. */
  addCheck(name: string, check: () => Promise<void>): void {
    this.checks.set(name, check);
  }

  /** The names of what does not work; empty when all is well. */
  async findFailures(): Promise<string[]> {
    const looked = await Promise.all(
      [...this.checks].map(async ([name, check]) => ((await works(check)) ? [] : [name])),
    );
    return looked.flat();
  }
}

async function works(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const looked = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(timer);
  }
}
