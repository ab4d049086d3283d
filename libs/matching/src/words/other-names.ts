import { Naming, type NeedPart } from '@app/need-reading';
import type { ConceptVocabulary } from '@app/taxonomy';
import { termsOf, type WeightedWord } from './word-set.js';

/** What a listing says for words of a need that it calls by another name, against saying the words once. */
const SAME_THING = 0.55;
/** The same where it names a narrower thing. */
const NARROWER_THING = 0.45;
/** The same where it names a thing that stands near. */
const NEAR_THING = 0.3;
/** What the weaker of the words and another name adds to the stronger. */
const WEAKER_ADDS = 0.2;
/** Of a broader thing with more narrower ones than this, only those directly below count. */
const MOST_NARROWER = 24;

/** The words of a need that name one concept, by their place among its terms. */
interface NamedWords {
  readonly terms: readonly number[];
  /** What the words weigh together. */
  readonly mass: number;
  /** The concepts that say the same, with what each is worth. */
  readonly saying: ReadonlyMap<string, number>;
}

/**
 * Words of a need that listings call by other names as well: 鱼眼接头 for 杆端关节轴承. The words and the other names of one concept
 * count once, the stronger in full, as in the search box.
 */
export class OtherNames {
  private readonly named: readonly NamedWords[];

  constructor(parts: readonly NeedPart[], terms: readonly WeightedWord[], vocabulary: ConceptVocabulary) {
    const free = new Map(terms.map(({ word }, place) => [word, place]));
    this.named = parts.flatMap(({ conceptId, text }): NamedWords[] => {
      if (!conceptId) return [];
      const own = termsOf(text).flatMap(({ word }) => {
        const place = free.get(word);
        free.delete(word);
        return place ?? [];
      });
      const mass = own.reduce((sum, place) => sum + (terms[place]?.weight ?? 0), 0);
      return mass === 0 ? [] : [{ terms: own, mass, saying: sayingSame(conceptId, vocabulary) }];
    });
  }

  /**
   * What other names add to what the words gained: `gains` for each term, `once` what saying a term of weight 1 once gains.
   * Only what is named as the thing offered counts.
   */
  added(gains: readonly number[], offered: ReadonlyMap<string, Naming>, once: number): number {
    return this.named.reduce((sum, { terms, mass, saying }) => {
      let worth = 0;
      for (const [conceptId, of] of saying)
        if (of > worth && offered.get(conceptId) === Naming.ITSELF) worth = of;
      if (worth === 0) return sum;
      const own = terms.reduce((gained, place) => gained + (gains[place] ?? 0), 0);
      const other = worth * mass * once;
      return sum + Math.max(own, other) + WEAKER_ADDS * Math.min(own, other) - own;
    }, 0);
  }
}

function sayingSame(conceptId: string, vocabulary: ConceptVocabulary): Map<string, number> {
  const below = vocabulary.descendants(conceptId);
  const narrower = below.length <= MOST_NARROWER ? below : vocabulary.narrower(conceptId);
  const worthOf = (ids: Iterable<string>, worth: number) =>
    Array.from(ids, (id): [string, number] => [id, worth]);
  return new Map([
    ...worthOf(vocabulary.near(conceptId), NEAR_THING),
    ...worthOf(narrower, NARROWER_THING),
    [conceptId, SAME_THING],
  ]);
}
