import type { IndexName } from '../../port/index-schemas.js';

/** What stands before the names of all our indexes, so that several installations can share a server. */
export const USUAL_PREFIX = 'lianqiao_';

/** The names under which one index of the platform lives on the server. */
export interface ServerIndexNames {
  /** The one that is searched. */
  readonly live: string;
  /** The one that grows beside it; after the swap, the old one until it is dropped. */
  readonly building: string;
  /** What changed while the other was being built. */
  readonly journal: string;
}

/** The names of an index. */
export function serverNames(prefix: string, index: IndexName): ServerIndexNames {
  const live = prefix + index;
  return { live, building: `${live}__building`, journal: `${live}__journal` };
}
