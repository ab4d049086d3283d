import { DomainEvents, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import type { CapabilityTerms } from './capability.entity.js';
import { capabilityChanged } from './capability.events.js';

/** What a supplier may answer by a one-time link. */
export type AnsweredTerms = Pick<
  CapabilityTerms,
  'parameters' | 'capacity' | 'minimumOrder' | 'price' | 'leadTimeDays'
>;

/**
 * States facts of a capability that were answered by a one-time link. Whoever calls has decided that the link is good:
 * nothing here asks who is looking.
 */
@Injectable()
export class StateCapabilityFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly capabilities: CapabilitiesRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * States facts; parameters that are not spoken of stay. A certificate that came with the answer applies also where the
   * capability names its certificates. Does nothing for a capability that is not published any more.
   */
  async state(
    capabilityId: string,
    factRequestId: string,
    { parameters, ...terms }: AnsweredTerms,
    certificateIds: readonly string[] = [],
  ): Promise<void> {
    await this.transactions.run(async () => {
      const capability = await this.capabilities.lock(capabilityId);
      if (!capability?.published) return;
      const stated = new Set(parameters?.map(({ parameterId }) => parameterId));
      const others = capability.parameters.filter(({ parameterId }) => !stated.has(parameterId));
      const merged = parameters && parameters.length > 0 ? { parameters: [...others, ...parameters] } : {};
      capability.answerByLink({ ...terms, ...merged }, factRequestId, this.clock.now());
      if (capability.certificateIds)
        capability.certificateIds = [...new Set([...capability.certificateIds, ...certificateIds])];
      await this.capabilities.save(capability);
      await this.events.record(capabilityChanged(capability));
    });
  }
}
