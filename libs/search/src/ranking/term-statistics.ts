import { ownTurn } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import { SearchEngine } from '../port/search-engine.js';
import { inverseDocumentFrequency } from './impact.js';

const KEEP_MS = 60_000;
const MAX_KEPT = 50_000;
/** Analysing words takes processor time: between so many of them, others get their turn. */
const ASKED_AT_ONCE = 250;

interface Kept {
  readonly until: number;
  readonly documents: number;
  readonly frequencies: Map<string, number>;
}

/** How rare words are in an index; kept for a minute, since rarity hardly moves. */
@Injectable()
export class TermStatistics {
  private readonly kept = new Map<IndexName, Kept>();

  constructor(private readonly engine: SearchEngine) {}

  /** Documents of an index. */
  async countDocuments(index: IndexName): Promise<number> {
    return (await this.readFrequencies(index, [])).documents;
  }

  /** The rarity of each text (a word or a phrase, see SearchEngine.documentFrequencies). */
  async readRarity(index: IndexName, texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { documents, frequencies } = await this.readFrequencies(index, texts);
    return new Map(
      texts.map((text) => [text, inverseDocumentFrequency(documents, frequencies.get(text) ?? 0)]),
    );
  }

  /** The number of documents and, per text, of documents that carry it. */
  async readFrequencies(
    index: IndexName,
    texts: readonly string[],
  ): Promise<{ documents: number; frequencies: ReadonlyMap<string, number> }> {
    let kept = this.kept.get(index);
    if (!kept || kept.until < Date.now() || kept.frequencies.size > MAX_KEPT) {
      const { documents } = await this.engine.documentFrequencies(index, []);
      this.kept.set(index, (kept = { until: Date.now() + KEEP_MS, documents, frequencies: new Map() }));
    }
    const missing = texts.filter((text) => !kept.frequencies.has(text));
    if (missing.length > 0) {
      for (let from = 0; from < missing.length; from += ASKED_AT_ONCE) {
        await ownTurn();
        const asked = await this.engine.documentFrequencies(index, missing.slice(from, from + ASKED_AT_ONCE));
        for (const [text, frequency] of asked.frequencies) kept.frequencies.set(text, frequency);
      }
    }
    return kept;
  }
}
