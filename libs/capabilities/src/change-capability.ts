import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import type { Capability, CapabilityTerms } from './capability.entity.js';
import { CapabilityState } from './capability.enums.js';
import { CapabilityChangedMeanwhileError, CapabilityNotPublishedError } from './capability.errors.js';
import { capabilityChanged, capabilityPublished, capabilityWithdrawn } from './capability.events.js';
import { allowEditingCapability } from './capability.policy.js';
import {
  PublishCapabilityPayload,
  type PublishCapabilityResult,
  ReconfirmCapabilityPayload,
  type ReconfirmCapabilityResult,
  UpdateCapabilityPayload,
  type UpdateCapabilityResult,
  WithdrawCapabilityPayload,
  type WithdrawCapabilityResult,
} from './capability.results.js';
import { DescribeCapability } from './describe-capability.js';

/** A capability and the organization that the caller acts for. */
export interface OwnCapability {
  readonly id: string;
  readonly organizationId: string;
}

/** What an editor changes, from the version that was read. */
export interface CapabilityChange extends OwnCapability {
  readonly expectedVersion: number;
  readonly terms: CapabilityTerms;
  readonly conceptIds?: readonly string[] | null;
}

/** Editors change what their organization offers: its description, whether it is found, and that it still holds. */
@Injectable()
export class ChangeCapability {
  constructor(
    private readonly transactions: Transactions,
    private readonly capabilities: CapabilitiesRepository,
    private readonly description: DescribeCapability,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Changes the description; two at once cannot overwrite one another. */
  update(viewer: Viewer, change: CapabilityChange): Promise<UpdateCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.own(viewer, change);
      if (capability.version !== change.expectedVersion)
        return new CapabilityChangedMeanwhileError(capability.version);
      await this.description.describe(capability, change.terms, change.conceptIds);
      await this.keep(capability);
      return new UpdateCapabilityPayload(capability);
    });
  }

  /** Lets it be found and matched; what is published already stays so. */
  publish(viewer: Viewer, which: OwnCapability): Promise<PublishCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.own(viewer, which);
      if (!capability.published) {
        await this.unverified.useQuota(capability.organizationId, QuotaAction.PUBLISH_CAPABILITY);
        capability.publish(this.clock.now());
        await this.keep(capability, capabilityPublished(capability));
      }
      return new PublishCapabilityPayload(capability);
    });
  }

  /** Takes it out of search and matching; what is withdrawn already stays so. */
  withdraw(viewer: Viewer, which: OwnCapability): Promise<WithdrawCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.own(viewer, which);
      if (capability.state === CapabilityState.DRAFT) return new CapabilityNotPublishedError();
      if (capability.published) {
        capability.withdraw(this.clock.now());
        await this.keep(capability, capabilityWithdrawn(capability));
      }
      return new WithdrawCapabilityPayload(capability);
    });
  }

  /** Says that everything stated still holds. */
  reconfirm(viewer: Viewer, which: OwnCapability): Promise<ReconfirmCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.own(viewer, which);
      capability.reconfirm(this.clock.now());
      await this.keep(capability);
      return new ReconfirmCapabilityPayload(capability);
    });
  }

  private async own(viewer: Viewer, { id, organizationId }: OwnCapability): Promise<Capability> {
    const capability = await this.capabilities.lock(id);
    if (!capability) throw new NotFoundError();
    allowEditingCapability(viewer, capability);
    if (capability.organizationId !== organizationId) throw new NotFoundError();
    return capability;
  }

  private async keep(capability: Capability, ...more: readonly DomainEvent[]): Promise<void> {
    await this.capabilities.save(capability);
    await this.events.record(capabilityChanged(capability), ...more);
  }
}
