/** Documents are numbered; a block holds the postings of one token for 65,536 successive numbers. */
export const BLOCK_BITS = 16;
export const BLOCK_SIZE = 1 << BLOCK_BITS;

/** Bytes of an entry in a stored block: the document's number within the block (little endian), and the impact. */
export const ENTRY_BYTES = 3;

/** Writes one entry into a block's bytes. */
export function writeEntry(bytes: Uint8Array, offset: number, low: number, impact: number): void {
  bytes[offset] = low & 0xff;
  bytes[offset + 1] = low >>> 8;
  bytes[offset + 2] = impact;
}

/** A stored block: which one, and its entries in rising order of documents. */
export interface StoredBlock {
  readonly block: number;
  readonly bytes: Uint8Array;
}

/** All postings of one token, unpacked for scoring: 3 bytes each, in rising order of documents. */
export interface PostingList {
  /** Block numbers, rising. */
  readonly blocks: readonly number[];
  /** Where each block's entries end in the arrays below. */
  readonly ends: readonly number[];
  /** Document numbers within their block. */
  readonly lows: Uint16Array;
  readonly impacts: Uint8Array;
}

/** What is held for a token that no document carries. */
export const EMPTY_POSTINGS: PostingList = {
  blocks: [],
  ends: [],
  lows: new Uint16Array(0),
  impacts: new Uint8Array(0),
};

/**
 * Unpacks blocks (in rising order) up to a document number, exclusive: what lies beyond was merged after the reader
 * took its stand, and the reader still has it as changes.
 */
export function unpackBlocks(stored: readonly StoredBlock[], limit: number): PostingList {
  const capacity = stored.reduce((sum, { bytes }) => sum + bytes.length / ENTRY_BYTES, 0);
  const lows = new Uint16Array(capacity);
  const impacts = new Uint8Array(capacity);
  const blocks: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { block, bytes } of stored) {
    const room = Math.min(BLOCK_SIZE, limit - block * BLOCK_SIZE);
    for (let i = 0; i < bytes.length; i += ENTRY_BYTES) {
      const low = bytes[i]! | (bytes[i + 1]! << 8);
      if (low >= room) break;
      lows[at] = low;
      impacts[at++] = bytes[i + 2]!;
    }
    blocks.push(block);
    ends.push(at);
  }
  return at === capacity
    ? { blocks, ends, lows, impacts }
    : { blocks, ends, lows: lows.slice(0, at), impacts: impacts.slice(0, at) };
}

/** The impact of a token in a document, 0 when the document does not carry it. */
export function impactIn(list: PostingList, document: number): number {
  const at = list.blocks.indexOf(document >>> BLOCK_BITS);
  if (at < 0) return 0;
  const low = document & (BLOCK_SIZE - 1);
  let from = at === 0 ? 0 : list.ends[at - 1]!;
  let to = list.ends[at]! - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = list.lows[middle]!;
    if (found === low) return list.impacts[middle]!;
    if (found < low) from = middle + 1;
    else to = middle - 1;
  }
  return 0;
}

/** How many postings belong to documents that carry a mark. */
export function countMarked({ blocks, ends, lows }: PostingList, marks: Uint8Array): number {
  let count = 0;
  for (let b = 0, i = 0; b < blocks.length; b++) {
    const first = blocks[b]! << BLOCK_BITS;
    for (const end = ends[b]!; i < end; i++) count += marks[first + lows[i]!]!;
  }
  return count;
}

/** Bytes that a list takes in memory, about. */
export function weightOf(list: PostingList): number {
  return 400 + list.blocks.length * 16 + list.lows.length * ENTRY_BYTES;
}
