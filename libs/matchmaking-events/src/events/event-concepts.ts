import { ConceptExtractor } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { EventConcept, MatchmakingEvent } from './matchmaking-event.entity.js';

/** What an event is about, found in its title, themes and description. */
@Injectable()
export class EventConcepts {
  constructor(private readonly extractor: ConceptExtractor) {}

  /** The concepts that the texts name, most important first. */
  found({
    title,
    themes,
    description,
  }: Pick<MatchmakingEvent, 'title' | 'themes' | 'description'>): EventConcept[] {
    const text = [title, ...themes, description].filter(Boolean).join('\n');
    return this.extractor
      .extract(text)
      .map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
  }
}
