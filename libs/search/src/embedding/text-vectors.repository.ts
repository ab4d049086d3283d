import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

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

/** A text that was computed. */
interface ComputedText {
  readonly hash: string;
  readonly components: readonly number[];
}

/** Vectors by model and hash of the text: the same words in many listings are computed and kept once. */
@Injectable()
export class TextVectorsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The directions of those texts that a model has computed, by hash. */
  async load(modelId: string, hashes: readonly string[]): Promise<Map<string, Float32Array>> {
    const rows = await this.transactions.query<{ hash: string; components: Buffer }>(
      `select encode(hash, 'hex') as hash, components from text_vector
        where model_id = $1 and hash = any (select decode(h, 'hex') from unnest($2::text[]) h)`,
      [modelId, [...new Set(hashes)]],
    );
    return new Map(rows.map(({ hash, components }) => [hash, unpackVector(components)]));
  }

  /** Keeps what was computed; what is there already stays. */
  async save(modelId: string, texts: readonly ComputedText[]): Promise<void> {
    await this.transactions.query(
      `insert into text_vector (model_id, hash, components)
       select $1, decode(t.hash, 'hex'), t.components from unnest($2::text[], $3::bytea[]) t (hash, components)
       on conflict do nothing`,
      [modelId, texts.map(({ hash }) => hash), texts.map(({ components }) => packVector(components))],
    );
  }

  /** Some directions of a model, the same ones whenever it is asked. */
  async sample(modelId: string, count: number): Promise<Float32Array[]> {
    const rows = await this.transactions.query<{ components: Buffer }>(
      `select components from text_vector where model_id = $1 order by hash limit $2`,
      [modelId, count],
    );
    return rows.map(({ components }) => unpackVector(components));
  }

  /** Forgets the vectors of texts that no listing has any more and that are older than so many days. */
  async forgetUnused(days: number): Promise<void> {
    await this.transactions.query(
      `delete from text_vector v where v.computed_on < current_date - $1::int
          and not exists (select from listing_text l where l.hash = v.hash)`,
      [days],
    );
  }
}
