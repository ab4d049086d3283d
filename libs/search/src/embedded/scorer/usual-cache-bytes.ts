import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;
/** The postings of 300,000 listings, about. */
const LEAST = 192 * MEGABYTE;
/** Those of two million. */
const MOST = 1024 * MEGABYTE;
const SHARE_OF_MEMORY = 1 / 16;

/** Memory of the machine, or of the container where that is less, in bytes. */
function usableMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/**
 * How many bytes of unpacked postings a process may hold: a sixteenth of the memory. They are held as far as they were read, so that
 * a small index takes little of a large machine.
 */
export function usualCacheBytes(memory = usableMemory()): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(memory * SHARE_OF_MEMORY)));
}
