import { BadInputError } from '@app/kernel';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CapabilityConcept } from './capability-values.js';

/** What concepts are found in. */
export interface DescribedCapability {
  readonly title: string;
  readonly description: string | null;
  readonly materials: readonly string[];
  readonly processes: readonly string[];
  readonly specification: string | null;
}

/** Each concept that a supplier names after the first counts a little less than the one before. */
const STEP = 0.9;

/** What a capability is about: found in its texts, or named by the supplier, most important first. */
@Injectable()
export class CapabilityConcepts {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The concepts that the texts name. */
  found(capability: DescribedCapability): CapabilityConcept[] {
    const { title, processes, materials, description, specification } = capability;
    const texts = [title, ...processes, ...materials, description, specification];
    const terms = this.extractor.extract(texts.filter(Boolean).join('\n'));
    return terms.map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
  }

  /** The concepts that a supplier names instead, most important first; throws UNKNOWN_CONCEPT. */
  named(conceptIds: readonly string[]): CapabilityConcept[] {
    return [...new Set(conceptIds)].map((id, i) => {
      const concept = this.vocabulary.get(id);
      if (!concept) throw new BadInputError('UNKNOWN_CONCEPT', { id: id.slice(0, 80) }, ['input.conceptIds']);
      return { conceptId: id, kind: concept.kind, text: concept.zh, weight: Number((STEP ** i).toFixed(3)) };
    });
  }
}
