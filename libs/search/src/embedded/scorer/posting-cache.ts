import { totalmem } from 'node:os';
import { type PostingList, weightOf } from '../postings/posting-block.js';

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

/** Unpacked postings, least recently used first to go, within a bound in bytes. */
export class PostingCache {
  private readonly lists = new Map<string, PostingList>();
  private bytes = 0;

  constructor(private readonly capacity: number) {}

  /** The postings of a token as their owner (a reader) holds them. */
  get(owner: number, token: string): PostingList | undefined {
    const key = keyOf(owner, token);
    const list = this.lists.get(key);
    if (list) {
      this.lists.delete(key);
      this.lists.set(key, list);
    }
    return list;
  }

  /** Takes postings in; others may have to go. */
  put(owner: number, token: string, list: PostingList): void {
    this.drop(owner, token);
    this.lists.set(keyOf(owner, token), list);
    this.bytes += weightOf(list);
    for (const [key, oldest] of this.lists) {
      if (this.bytes <= this.capacity || this.lists.size === 1) break;
      this.lists.delete(key);
      this.bytes -= weightOf(oldest);
    }
  }

  /** Forgets the postings of a token. */
  drop(owner: number, token: string): void {
    const key = keyOf(owner, token);
    const list = this.lists.get(key);
    if (!list) return;
    this.lists.delete(key);
    this.bytes -= weightOf(list);
  }

  /** Forgets all of an owner. */
  dropOwner(owner: number): void {
    const prefix = keyOf(owner, '');
    for (const [key, list] of this.lists) {
      if (!key.startsWith(prefix)) continue;
      this.lists.delete(key);
      this.bytes -= weightOf(list);
    }
  }
}

function keyOf(owner: number, token: string): string {
  return `${owner} ${token}`;
}
