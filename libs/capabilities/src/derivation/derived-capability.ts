import { createHash } from 'node:crypto';
import type { ConceptExtractor, ConceptHit, ConceptVocabulary, ExtractedTerm } from '@app/taxonomy';
import { CapabilityKind, ScopeActivity } from '../capabilities/capability.enums.js';
import { readBusinessScope } from './business-scope.js';

/** A capability that software inferred from a registered business scope: nobody has declared it. */
export interface DerivedCapability {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: CapabilityKind;
  readonly title: string;
  readonly concepts: readonly ExtractedTerm[];
  readonly industryCode: string | null;
  readonly activity: ScopeActivity | null;
}

/** More things than this in one scope are a department store's list. */
const MOST_PER_ORGANIZATION = 60;

/** The same phrase of the same enterprise always has the same id, so that deriving again doubles nothing. */
export function derivedCapabilityId(organizationId: string, phrase: string): string {
  const hash = createHash('sha256').update(`${organizationId}\0${phrase}`).digest('hex');
  const variant = ((parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

interface ReadPhrase {
  readonly kind: CapabilityKind;
  readonly concepts: readonly ExtractedTerm[];
  readonly industryCode: string | null;
  readonly known: boolean;
}

function kindOf(hits: readonly ConceptHit[], phrase: string): CapabilityKind {
  const last = hits.at(-1);
  if (last?.kind === 'PROCESS' || (!last && /(?:加工|处理|[镀涂染焊铸锻])$/.test(phrase)))
    return CapabilityKind.PROCESS;
  return last?.kind === 'SERVICE' ? CapabilityKind.SERVICE : CapabilityKind.PRODUCT;
}

/** Infers capabilities from business scopes: one for each thing that is made, dealt in or served with. */
export class CapabilityDeriver {
  private readonly phrases = new Map<string, ReadPhrase>();

  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly extractor: ConceptExtractor,
  ) {}

  /** The capabilities of one enterprise. A word that the vocabulary does not know counts only where it is made. */
  derive(organizationId: string, businessScope: string): DerivedCapability[] {
    const isName = (words: string) => this.vocabulary.named(words).length > 0;
    return readBusinessScope(businessScope, isName)
      .map(({ phrase, activity }) => ({ phrase, activity, read: this.read(phrase) }))
      .filter(({ activity, read }) => read.known || activity === ScopeActivity.MAKES)
      .slice(0, MOST_PER_ORGANIZATION)
      .map(({ phrase, activity, read }) => ({
        id: derivedCapabilityId(organizationId, phrase),
        organizationId,
        kind: read.kind,
        title: phrase,
        concepts: read.concepts,
        industryCode: read.industryCode,
        activity,
      }));
  }

  private read(phrase: string): ReadPhrase {
    let read = this.phrases.get(phrase);
    if (!read) {
      const hits = this.extractor.hits(phrase).filter((hit) => hit.kind !== 'APPLICATION');
      const concepts = this.extractor.extract(phrase);
      const industryCode = this.vocabulary.get(hits.at(-1)?.conceptId ?? '')?.industries[0] ?? null;
      read = { kind: kindOf(hits, phrase), concepts, industryCode, known: hits.length > 0 };
      if (this.phrases.size > 200_000) this.phrases.clear();
      this.phrases.set(phrase, read);
    }
    return read;
  }
}
