import { ClientMutations, type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { FactsRepository, QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { CapabilityConcepts } from './capability-terms.parser.js';
import { CapabilitiesRepository } from './capabilities.repository.js';
import { Capability, type CapabilityTerms } from './capability.entity.js';
import { CapabilityState } from './capability.enums.js';
import { capabilityChanged, capabilityPublished, capabilityWithdrawn } from './capability.events.js';
import {
  CreateCapabilityPayload,
  type CreateCapabilityResult,
  PublishCapabilityPayload,
  type PublishCapabilityResult,
  ReconfirmCapabilityPayload,
  type ReconfirmCapabilityResult,
  UpdateCapabilityPayload,
  type UpdateCapabilityResult,
  WithdrawCapabilityPayload,
  type WithdrawCapabilityResult,
} from './capability.graphql.js';
import { allowEditingCapability, allowOffering } from './capability.policy.js';
import { CapabilityChangedMeanwhileError, CapabilityNotPublishedError } from './capability.texts.js';

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
