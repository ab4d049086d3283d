import { type Locale, renderText } from '@app/kernel';
import { Certificates, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { RequestedFactKind } from './fact-request.enums.js';
import type { RequestedFact } from './requested-fact.js';

/** What questions are called in a reader's language. */
@Injectable()
export class FactNames {
  constructor(
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  of({ kind, subjectId }: RequestedFact, locale: Locale): string {
    return renderText(locale, `ASKED_${kind}`, { name: this.subject(kind, subjectId ?? '', locale) });
  }

  private subject(kind: RequestedFactKind, id: string, locale: Locale): string {
    if (kind === RequestedFactKind.PARAMETER) return this.vocabulary.parameter(id)?.[locale] ?? id;
    return this.certificates.name(id, locale);
  }
}
