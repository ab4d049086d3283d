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
