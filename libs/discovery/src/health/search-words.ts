import { Clock, encodeGlobalId } from '@app/kernel';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { NearConcepts } from './near-concepts.js';
import type { SearchSynonymType, WeakQueryType } from './search-health.type.js';
import type { SearchSynonym } from './search-synonyms.repository.js';

const DAY_MS = 86_400_000;

/** Words of readers and of staff beside the trade concepts that they name. */
@Injectable()
export class SearchWords {
  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly near: NearConcepts,
    private readonly clock: Clock,
  ) {}

  daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }

  weak(query: Omit<WeakQueryType, 'suggestion'>): WeakQueryType {
    const near = this.near.nearest(query.words);
    return { ...query, suggestion: near === null ? null : (this.vocabulary.get(near) ?? null) };
  }

  synonym({ id, words, conceptId, addedAt, undoneAt }: SearchSynonym): SearchSynonymType {
    const concept = this.vocabulary.get(conceptId) ?? null;
    return { id: encodeGlobalId('SearchSynonym', id), words, concept, addedAt, undoneAt };
  }
}
