import { Clock } from '@app/kernel';
import { Certificates } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { heldCertificates } from '../candidates/said-facts.js';
import { pairKey } from '../pairs/pair-keys.js';
import { withResponse } from './response-facts.js';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** What suppliers stated in their responses to some needs; they are between buyer and supplier. */
export interface StatedForNeeds {
  /** The capabilities that the responses name: who says that it can supply is compared, however it words its listing. */
  readonly capabilityIds: readonly string[];
  /** A candidate with what its supplier stated for a need. */
  of(needId: string, candidate: CandidateFacts): CandidateFacts;
}

/** For readers to whom responses are nobody's business. */
export const NOTHING_STATED: StatedForNeeds = { capabilityIds: [], of: (_needId, candidate) => candidate };

/** Reads what suppliers stated for needs beside their listings, as far as their responses stand. */
@Injectable()
export class StatedForNeedsReader {
  constructor(
    private readonly responses: SupplyResponsesRepository,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {}

  /** What all suppliers stated for one need. */
  async toNeed(needId: string): Promise<StatedForNeeds> {
    return this.stated(await this.responses.standing({ needIds: [needId] }));
  }

  /** What all suppliers stated for some needs. */
  async toNeeds(needIds: readonly string[]): Promise<StatedForNeeds> {
    return needIds.length > 0 ? this.stated(await this.responses.standing({ needIds })) : NOTHING_STATED;
  }

  /** What one supplier stated for some needs. */
  async ofSupplier(organizationId: string, needIds: readonly string[]): Promise<StatedForNeeds> {
    if (needIds.length === 0) return NOTHING_STATED;
    return this.stated(await this.responses.standing({ needIds, organizationId }));
  }

  private stated(responses: readonly SupplyResponse[]): StatedForNeeds {
    const byPair = new Map(
      responses.map((response) => [pairKey(response.needId, response.organizationId), response]),
    );
    const now = this.clock.now();
    const certificatesIn = (text: string) => heldCertificates(this.certificates, text);
    return {
      capabilityIds: responses.flatMap(({ capabilityId }) => capabilityId ?? []),
      of: (needId, candidate) => {
        const response = byPair.get(pairKey(needId, candidate.organizationId));
        return response ? withResponse(candidate, response, { certificatesIn, now }) : candidate;
      },
    };
  }
}
