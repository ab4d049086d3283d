import { Clock } from '@app/kernel';
import { Certificates } from '@app/taxonomy';
import { NOTHING_STATED, pairKey, type StatedForNeeds, StatedForNeedsReader } from '@app/matching';
import { heldCertificates } from '@app/need-reading';
import { Injectable } from '@nestjs/common';
import { withResponse } from './response-facts.js';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** Reads what suppliers stated for needs in responses that are not withdrawn. */
@Injectable()
export class StatedInResponsesReader extends StatedForNeedsReader {
  constructor(
    private readonly responses: SupplyResponsesRepository,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {
    super();
  }

  async readForNeeds(needIds: readonly string[]): Promise<StatedForNeeds> {
    return needIds.length > 0 ? this.stated(await this.responses.standing({ needIds })) : NOTHING_STATED;
  }

  async readForSupplier(organizationId: string, needIds: readonly string[]): Promise<StatedForNeeds> {
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
      applyTo: (needId, candidate) => {
        const response = byPair.get(pairKey(needId, candidate.organizationId));
        return response ? withResponse(candidate, response, { certificatesIn, now }) : candidate;
      },
    };
  }
}
