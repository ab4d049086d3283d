import type { NeedPart } from '@app/need-reading';

/** Where the evidence for a part was found. */
export type EvidencePlace = 'CONCEPT' | 'CAPABILITY_TEXT' | 'ORGANIZATION_TEXT' | 'NOWHERE';

/** How well one part of a need is met by a candidate, and by which of its words. */
export interface PartFit {
  readonly part: NeedPart;
  /** 0 to 1. */
  readonly fit: number;
  /** The candidate's words that met it; null when none did. */
  readonly met: string | null;
  readonly place: EvidencePlace;
}
