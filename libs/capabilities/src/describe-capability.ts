import { BadInputError, Clock } from '@app/kernel';
import { FactsRepository } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { Capability, CapabilityTerms } from './capability.entity.js';
import { CapabilityConcepts } from './capability-concepts.js';

/** Puts a supplier's words into a capability and finds what it is about. */
@Injectable()
export class DescribeCapability {
  constructor(
    private readonly concepts: CapabilityConcepts,
    private readonly facts: FactsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Describes a loaded capability. Concept ids replace what the texts would say, null goes back to the texts, and
   * without either a correction stays. Throws CERTIFICATE_NOT_HELD.
   */
  async describe(
    capability: Capability,
    terms: CapabilityTerms,
    conceptIds?: readonly string[] | null,
  ): Promise<void> {
    await this.allowCertificates(capability.organizationId, terms.certificateIds);
    capability.describe(terms, this.clock.now());
    if (conceptIds) capability.classify(this.concepts.named(conceptIds), true);
    else if (conceptIds === null || !capability.conceptsCorrected)
      capability.classify(this.concepts.found(capability), false);
  }

  private async allowCertificates(
    organizationId: string,
    ids: readonly string[] | null | undefined,
  ): Promise<void> {
    if (!ids || ids.length === 0) return;
    const held = new Set((await this.facts.certificatesOf([organizationId])).map(({ id }) => id));
    if (!ids.every((id) => held.has(id)))
      throw new BadInputError('CERTIFICATE_NOT_HELD', {}, ['input.certificateIds']);
  }
}
