import { type PostingList, weightOf } from '../storage/posting-blocks.js';

/** The postings of one token in documents that are not merged yet, in rising order of documents. */
export interface OverlayList {
  readonly documents: readonly number[];
  readonly impacts: readonly number[];
}

/** New documents that stand in the change table and not yet in blocks, as postings in memory. */
export class ChangeOverlay {
  private lists = new Map<string, { documents: number[]; impacts: number[] }>();

  /** Adds a document, whose number is higher than all before. */
  add(document: number, tokens: readonly string[], impacts: readonly number[]): void {
    tokens.forEach((token, i) => {
      let list = this.lists.get(token);
      if (!list) this.lists.set(token, (list = { documents: [], impacts: [] }));
      list.documents.push(document);
      list.impacts.push(impacts[i]!);
    });
  }

  /** The postings of a token, if it occurs. */
  get(token: string): OverlayList | undefined {
    return this.lists.get(token);
  }

  /** Forgets documents below a number, which were merged; gives the tokens they carried. */
  forgetBelow(limit: number): string[] {
    const touched: string[] = [];
    for (const [token, list] of this.lists) {
      const kept = list.documents.findIndex((document) => document >= limit);
      if (kept === 0) continue;
      touched.push(token);
      if (kept < 0) this.lists.delete(token);
      else
        this.lists.set(token, { documents: list.documents.slice(kept), impacts: list.impacts.slice(kept) });
    }
    return touched;
  }
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
