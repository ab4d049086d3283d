/** What we use of unzipper, which brings no types of its own. */
declare module 'unzipper' {
  import type { Duplex, PassThrough } from 'node:stream';

  interface Entry extends PassThrough {
    readonly path: string;
  }

  /** Reads an archive from its first byte on, entry by entry. */
  export function Parse(options: { forceStream: true }): Duplex & AsyncIterable<Entry>;
}
