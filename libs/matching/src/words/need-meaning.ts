import type { NeedReading } from '@app/need-reading';
import { cosineOf, type TextDirection } from '@app/search';
import { joined, phrasesOf, product, type WordVectors } from '../vectors/word-vectors.js';
import type { CandidateWords } from './candidate-words.js';

/** Of a need of which fewer words are known, vectors know too little to say anything. */
const LEAST_COVERAGE = 0.5;
/** Neighbouring phrases of a listing that are taken together: a title with its first remarks. */
const TOGETHER = 4;
/** Directions of texts of the same country's trade are seldom further apart than this cosine. */
const UNRELATED = 0.5;
/** Words near the whole need that recall looks for as well. */
const NEAR_WORDS = 10;

/** What a need means, as a direction among the platform's own word vectors. */
export class NeedMeaning {
  private constructor(
    private readonly vectors: WordVectors,
    private readonly direction: Float32Array,
  ) {}

  /** Null where there are no vectors, or where they know too few of the need's words. */
  static of(need: NeedReading, vectors: WordVectors | null): NeedMeaning | null {
    const vector = need.subject ? (vectors?.of(need.subject) ?? null) : null;
    return vectors && vector && vector.coverage >= LEAST_COVERAGE
      ? new NeedMeaning(vectors, vector.direction)
      : null;
  }

  /** How near a listing comes in meaning, 0 to 1: its nearest few neighbouring phrases count. */
  nearness({ capability }: CandidateWords): number {
    const directions = phrasesOf(capability.text).flatMap(
      (phrase) => this.vectors.of(phrase)?.direction ?? [],
    );
    let nearest = 0;
    for (let from = 0; from < Math.max(1, directions.length - TOGETHER + 1); from++) {
      const together = joined(directions.slice(from, from + TOGETHER));
      if (together) nearest = Math.max(nearest, product(this.direction, together));
    }
    return Math.max(0, (nearest - UNRELATED) / (1 - UNRELATED));
  }

  /** The words nearest to the whole need, each with what it is worth in recall: 0.4 × cosine². */
  nearWords(): { text: string; weight: number }[] {
    return this.vectors
      .nearest(this.direction, NEAR_WORDS, UNRELATED)
      .map(({ word, cosine }) => ({ text: word, weight: 0.4 * cosine ** 2 }));
  }
}

/**
 * How near two texts are to the outside model, 0 to 1: their cosine, counted from that of texts which have nothing to do
 * with each other. Null unless the same model knows both: what is not known says nothing.
 */
export function modelNearness(
  asked: TextDirection | null | undefined,
  offered: TextDirection | null | undefined,
): number | null {
  if (!asked || !offered || asked.model.id !== offered.model.id) return null;
  const { unrelated } = asked.model;
  const nearness = (cosineOf(asked.components, offered.components) - unrelated) / (1 - unrelated);
  return Math.min(1, Math.max(0, nearness));
}
