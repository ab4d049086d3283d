import { foldText } from '@app/kernel';
import { ConceptVocabulary } from '@app/taxonomy';

interface Name {
  readonly conceptId: string;
  readonly length: number;
}

/** A name less similar than this means another thing. */
const MIN_LIKENESS = 0.5;

/** Finds the concept that a reader may have meant by words that found little. */
export class NearConcepts {
  private byCharacter: ReadonlyMap<string, readonly Name[]> | undefined;

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The concept with the name most like the words: 2 × shared characters ÷ all characters (Dice); null when none is. */
  findNearest(words: string): string | null {
    const characters = [...new Set(foldText(words))];
    const shared = new Map<Name, number>();
    const index = (this.byCharacter ??= this.indexNames());
    for (const character of characters)
      for (const name of index.get(character) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    let nearest: string | null = null;
    let most = MIN_LIKENESS;
    for (const [{ conceptId, length }, count] of shared) {
      const likeness = (2 * count) / (characters.length + length);
      if (likeness > most) [nearest, most] = [conceptId, likeness];
    }
    return nearest;
  }

  private indexNames(): ReadonlyMap<string, readonly Name[]> {
    const index = new Map<string, Name[]>();
    for (const { id } of this.vocabulary.all()) {
      for (const name of this.vocabulary.expand(id)) {
        const characters = new Set(name);
        const entry = { conceptId: id, length: characters.size };
        for (const character of characters) {
          const names = index.get(character);
          if (names) names.push(entry);
          else index.set(character, [entry]);
        }
      }
    }
    return index;
  }
}
