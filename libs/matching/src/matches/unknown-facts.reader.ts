import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { type NeedConditions, NeedReader } from '@app/need-reading';
import { maySeeAmount, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { validOn } from '../criteria/certificates.criterion.js';
import { describeNeed } from '../pairs/describe-need.js';

/** Facts that a need asks about and that nobody has stated of a capability, in the order of the match card. */
export interface UnknownFacts {
  /** Kinds of certificates. */
  readonly certificates: readonly string[];
  /** Parameters of the vocabulary. */
  readonly parameters: readonly string[];
  readonly capacity: boolean;
  readonly leadTime: boolean;
  readonly price: boolean;
}

/** Compares the conditions of a need with what is known of a candidate. What the supplier denied is known. */
function unknownFacts(conditions: NeedConditions, candidate: CandidateFacts, now: Date): UnknownFacts {
  return {
    certificates: [...conditions.requiredCertificates, ...conditions.preferredCertificates].filter(
      (id) =>
        !candidate.certificates.some((held) => held.kindId === id && validOn(held, now)) &&
        !candidate.deniedCertificates?.includes(id),
    ),
    parameters: conditions.parameters
      .map(({ parameterId }) => parameterId)
      .filter(
        (id) =>
          !candidate.parameters.some((offered) => offered.parameterId === id) &&
          !candidate.deniedParameters?.includes(id),
      ),
    capacity: Boolean(conditions.quantity) && !candidate.capacity,
    leadTime: Boolean(conditions.deliverInDays) && candidate.leadTimeDays === null,
    price: Boolean(conditions.price) && !candidate.price,
  };
}

/** Finds what the match card of a stored need and a capability does not know. */
@Injectable()
export class UnknownFactsReader {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly reader: NeedReader,
    private readonly candidates: CandidateFactsRepository,
    private readonly clock: Clock,
  ) {}

  /** The unknown facts, with the need read as the viewer may see it; null when the capability is not a candidate. */
  async readUnknownFacts(
    viewer: Viewer,
    need: ProcurementNeed,
    capabilityId: string,
  ): Promise<UnknownFacts | null> {
    const [candidate] = await this.candidates.findFacts([capabilityId]);
    const stored = await this.needs.findNeedWithLines(need.id);
    if (!candidate || !stored) return null;
    const now = this.clock.now();
    const view = { now, seesHiddenAmounts: maySeeAmount(viewer, need, false) };
    const { conditions } = this.reader.readNeed(describeNeed(need, stored.lines, view));
    return unknownFacts(conditions, candidate, now);
  }
}
