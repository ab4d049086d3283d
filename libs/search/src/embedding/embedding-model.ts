import type { ModelName } from './embedding-settings.js';

/** Where a model stands: its vectors are being computed, compared with, or going to be dropped. */
export type ModelState = 'COMPUTING' | 'CURRENT' | 'RETIRED';

/** A model with vectors of its own in the database. */
export interface EmbeddingModel extends ModelName {
  readonly id: string;
  readonly state: ModelState;
  /** The listing up to which texts were looked at, in the order of ids; null before the first. */
  readonly sweptAfter: string | null;
  /** When all listings had been looked at. */
  readonly sweptAt: Date | null;
  /** The cosine of listings that have nothing to do with each other. */
  readonly unrelated: number;
  /** Why the embedder was last asked in vain; null when it answered since. */
  readonly trouble: string | null;
}

/** The name of a model's vectors in an index. */
export function vectorField({ id }: Pick<EmbeddingModel, 'id'>): string {
  return `m${id}`;
}
