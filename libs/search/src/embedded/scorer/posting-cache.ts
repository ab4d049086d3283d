import { type PostingList, weightOf } from '../postings/posting-block.js';

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
