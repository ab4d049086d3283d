import type { Settings } from '@app/kernel';

/** Which model turns texts into vectors; another version of the same name is another model. */
export interface ModelName {
  readonly name: string;
  readonly version: string;
  /** Numbers of a vector. */
  readonly dimensions: number;
}

/** The embedder that the settings ask for. */
export interface EmbeddingSettings {
  readonly url: string;
  readonly key: string | undefined;
  readonly model: ModelName;
  /** Whether also what is not public may be sent. */
  readonly privateNeeds: boolean;
}

/** Dependency-injection token of {@link EmbeddingSettings}, null where no embedder is used. */
export const EMBEDDING = Symbol('EmbeddingSettings');

/** The embedder of the settings; null without an address. */
export function embeddingSettingsOf(settings: Settings): EmbeddingSettings | null {
  const { EMBEDDER_URL: url, EMBEDDER_KEY: key, EMBEDDER_MODEL: name, EMBEDDER_DIMENSIONS } = settings;
  if (!url || !name || !EMBEDDER_DIMENSIONS) return null;
  const model = { name, version: settings.EMBEDDER_VERSION, dimensions: EMBEDDER_DIMENSIONS };
  return { url, key, model, privateNeeds: settings.EMBEDDER_PRIVATE_NEEDS };
}

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
