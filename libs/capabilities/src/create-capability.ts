import { ClientMutations, DomainEvents } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import { Capability, type CapabilityTerms } from './capability.entity.js';
import { capabilityChanged } from './capability.events.js';
import { allowOffering } from './capability.policy.js';
import { CreateCapabilityPayload, type CreateCapabilityResult } from './capability.results.js';
import { DescribeCapability } from './describe-capability.js';

/** What a supplier drafts, for whom, and the key of a retry. */
export interface CapabilityDraft {
  readonly organizationId: string;
  readonly terms: CapabilityTerms;
  readonly conceptIds?: readonly string[] | null;
  readonly clientMutationId?: string | null;
}

/** An editor drafts a capability of the organization. */
@Injectable()
export class CreateCapability {
  constructor(
    private readonly capabilities: CapabilitiesRepository,
    private readonly description: DescribeCapability,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async create(viewer: Viewer, draft: CapabilityDraft): Promise<CreateCapabilityResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowOffering(viewer, draft.organizationId);
    const key = {
      actorId: viewer.userId,
      operation: 'createCapability',
      clientMutationId: draft.clientMutationId,
    };
    const { id } = await this.clientMutations.once(key, () => this.add(draft));
    const capability = await this.capabilities.find(id);
    if (!capability || capability.organizationId !== draft.organizationId) throw new NotFoundError();
    return new CreateCapabilityPayload(capability);
  }

  private async add({ organizationId, terms, conceptIds }: CapabilityDraft): Promise<string> {
    const capability = Capability.draft(newId(), organizationId, this.clock.now());
    await this.description.describe(capability, terms, conceptIds);
    await this.capabilities.insert(capability);
    await this.events.record(capabilityChanged(capability));
    return capability.id;
  }
}
