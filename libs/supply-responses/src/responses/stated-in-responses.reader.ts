import { Clock, FactState, Period } from '@app/kernel';
import {
  type CandidateCertificate,
  type CandidateFacts,
  CriterionKey,
  NOTHING_STATED,
  pairKey,
  type StatedForNeeds,
  StatedForNeedsReader,
} from '@app/matching';
import { heldCertificates } from '@app/need-reading';
import { Certificates } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** What of a response is compared. */
export type StatedInResponse = Pick<
  SupplyResponse,
  'capabilityId' | 'parameters' | 'capacity' | 'leadTimeDays' | 'certificates'
>;

/** The certificate kinds that a text names. */
type CertificatesIn = (text: string) => readonly string[];

function isValid({ validUntil }: CandidateCertificate, today: string): boolean {
  return validUntil === null || validUntil >= today;
}

/** Certificates that the response names and the profile does not hold; without a date, as the supplier says them. */
function added(kindIds: readonly string[], held: readonly CandidateCertificate[], now: Date) {
  const today = now.toISOString().slice(0, 10);
  return [...new Set(kindIds)]
    .filter((kindId) => !held.some((each) => each.kindId === kindId && isValid(each, today)))
    .map((kindId) => ({ kindId, validUntil: null, factState: FactState.DECLARED }));
}

/**
 * A candidate with what its supplier stated for this very need: facts of the response, declared by the supplier, stand in
 * the place of those of the listing; what the response does not speak of stays as the listing has it. A response that
 * names a capability speaks of no other.
 */
export function withResponse(
  candidate: CandidateFacts,
  response: StatedInResponse,
  { certificatesIn, now }: { readonly certificatesIn: CertificatesIn; readonly now: Date },
): CandidateFacts {
  if (response.capabilityId !== null && response.capabilityId !== candidate.capabilityId) return candidate;
  const { parameters, leadTimeDays } = response;
  const capacity = statedCapacity(response.capacity, candidate.capacity);
  const stated = new Set(parameters.map(({ parameterId }) => parameterId));
  const kinds = response.certificates === null ? [] : certificatesIn(response.certificates);
  const certificates = added(kinds, candidate.certificates, now);
  return {
    ...candidate,
    parameters: [
      ...parameters,
      ...candidate.parameters.filter(({ parameterId }) => !stated.has(parameterId)),
    ],
    capacity: capacity ?? candidate.capacity,
    leadTimeDays: leadTimeDays ?? candidate.leadTimeDays,
    certificates: [...candidate.certificates, ...certificates],
    statedForNeed: [
      ...(stated.size > 0 ? [CriterionKey.TECHNICAL_ENVELOPE] : []),
      ...(capacity ? [CriterionKey.CAPACITY] : []),
      ...(leadTimeDays === null ? [] : [CriterionKey.LEAD_TIME]),
      ...(certificates.length > 0 ? [CriterionKey.CERTIFICATES] : []),
    ],
  };
}

/**
 * What a response says of capacity. A quantity for this once, such as the lot that is asked for, is no rate: it does not
 * take the place of what the listing makes in a month or year.
 */
function statedCapacity(
  stated: StatedInResponse['capacity'],
  listed: CandidateFacts['capacity'],
): StatedInResponse['capacity'] {
  return stated?.period === Period.ONCE && listed && listed.period !== Period.ONCE ? null : stated;
}

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
    return needIds.length > 0
      ? this.stated(await this.responses.findActiveResponses({ needIds }))
      : NOTHING_STATED;
  }

  async readForSupplier(organizationId: string, needIds: readonly string[]): Promise<StatedForNeeds> {
    if (needIds.length === 0) return NOTHING_STATED;
    return this.stated(await this.responses.findActiveResponses({ needIds, organizationId }));
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
