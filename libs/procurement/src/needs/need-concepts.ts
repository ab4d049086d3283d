import { ConceptExtractor } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { NeedLine } from './need-line.entity.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import type { NeedConcept } from './need-values.js';

/** What a need is about: found in its title, its lines and its description when it is written. */
@Injectable()
export class NeedConcepts {
  constructor(private readonly extractor: ConceptExtractor) {}

  /** The concepts that the texts name, most important first. */
  found(need: Pick<ProcurementNeed, 'title' | 'description'>, lines: readonly NeedLine[]): NeedConcept[] {
    const ofLines = lines.flatMap((line) => [
      line.name,
      line.process,
      line.material,
      line.surface,
      line.heatTreatment,
    ]);
    const texts = [...new Set([need.title, ...ofLines, need.description])].filter(Boolean);
    const terms = this.extractor.extract(texts.join('\n'));
    return terms.map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
  }
}
