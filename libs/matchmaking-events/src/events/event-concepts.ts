import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { EventConcept, MatchmakingEvent } from './matchmaking-event.entity.js';

/** What an event is about: what the organizer named, and what is found in its title, themes and description. */
@Injectable()
export class EventConcepts {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The concepts that the organizer named, then those that the texts name, most important first. */
  found({
    title,
    themes,
    description,
    conceptIds,
  }: Pick<MatchmakingEvent, 'title' | 'themes' | 'description' | 'conceptIds'>): EventConcept[] {
    const text = [title, ...themes, description].filter(Boolean).join('\n');
    const named = conceptIds.flatMap((conceptId) => {
      const concept = this.vocabulary.get(conceptId);
      return concept ? [{ conceptId, kind: concept.kind, text: concept.zh, weight: 1 }] : [];
    });
    const found = this.extractor
      .extract(text)
      .filter(({ conceptId }) => !conceptId || !conceptIds.includes(conceptId))
      .map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
    return [...named, ...found];
  }
}
