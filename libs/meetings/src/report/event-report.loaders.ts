import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type ConceptGap, ConceptGapsRepository } from './concept-gaps.repository.js';

/** What was sought at events and who could offer it. */
@Injectable()
export class ConceptGapsLoader extends BatchListLoader<ConceptGap> {
  constructor(private readonly gaps: ConceptGapsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<ConceptGap[]> {
    return this.gaps.findGaps(eventIds);
  }

  protected keyOf({ eventId }: ConceptGap): string {
    return eventId;
  }
}
