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

/** Highest value of a signed byte. */
const PEAK = 127;

/** Packs a vector into signed bytes, scaled to its own peak: its direction within a hundredth, at a quarter of the size. */
export function packVector(components: readonly number[]): Buffer {
  const peak = components.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Buffer.from(Int8Array.from(components, (value) => Math.round((value / peak) * PEAK)).buffer);
}

/** The direction of a packed vector, of length 1; a vector of zeros has none and stays zero. */
export function unpackVector(packed: Buffer): Float32Array {
  const bytes = new Int8Array(packed.buffer, packed.byteOffset, packed.length);
  let square = 0;
  for (const value of bytes) square += value * value;
  const length = Math.sqrt(square) || 1;
  return Float32Array.from(bytes, (value) => value / length);
}

/** The cosine of two directions of length 1; shapes have to agree. */
export function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}
