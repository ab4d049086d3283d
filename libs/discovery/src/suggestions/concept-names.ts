import { setImmediate as turn } from 'node:timers/promises';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { pinyinKeys, typedForm } from './name-keys.repository.js';

interface Key {
  readonly key: string;
  readonly conceptId: string;
  /** The name that the key leads to. */
  readonly name: string;
  /** Main names come before synonyms. */
  readonly rank: number;
}

/** A concept by the name that somebody begins to type. */
export interface SuggestedConcept {
  readonly conceptId: string;
  readonly name: string;
}

/** So many concepts are read before others get their turn. */
const PER_TURN = 100;

/** Behind a short beginning stand hundreds of names; the first so many are looked at. */
const MOST_LOOKED_AT = 400;

/** The names of trade concepts in order, so that a beginning finds them at once. */
@Injectable()
export class ConceptNames {
  private ordered: Promise<readonly Key[]> | undefined;

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** Concepts with a name that begins so, in Chinese, English, pinyin or initials; short names first, each concept once. */
  async beginning(typed: string, first: number): Promise<SuggestedConcept[]> {
    const prefix = typedForm(typed);
    if (prefix === '') return [];
    const keys = await (this.ordered ??= this.keys());
    const from = lowerBound(keys, prefix);
    const found: Key[] = [];
    for (let i = from; i < keys.length && found.length < MOST_LOOKED_AT; i++) {
      if (!keys[i]!.key.startsWith(prefix)) break;
      found.push(keys[i]!);
    }
    found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length);
    const byConcept = new Map<string, SuggestedConcept>();
    for (const { conceptId, name } of found)
      if (!byConcept.has(conceptId)) byConcept.set(conceptId, { conceptId, name });
    return [...byConcept.values()].slice(0, first);
  }

  /** Tens of thousands of names take a good part of a second in all: others get their turn in between. */
  private async keys(): Promise<readonly Key[]> {
    const keys: Key[] = [];
    for (const [at, { id, zh, en, synonyms }] of this.vocabulary.all().entries()) {
      [zh, en, ...synonyms].forEach((name, place) => {
        const rank = place < 2 ? 0 : 1;
        for (const key of pinyinKeys(name)) keys.push({ key, conceptId: id, name, rank });
      });
      if (at % PER_TURN === 0) await turn();
    }
    return keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}

function lowerBound(keys: readonly Key[], prefix: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]!.key < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
