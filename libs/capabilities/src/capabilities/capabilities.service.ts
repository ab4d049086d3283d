import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { FactsReader, QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import { CapabilityTermsParser } from './capability-terms.parser.js';
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

/** A draft of a capability, and the client's key for retries. */
export interface CapabilityDraft {
  readonly organizationId: string;
  readonly terms: CapabilityTerms;
  readonly conceptIds?: readonly string[] | null;
  readonly clientMutationId?: string | null;
}

/** A capability and the organization that the caller acts for. */
export interface OwnCapability {
  readonly id: string;
  readonly organizationId: string;
}

/** A change of a capability, from the version that the editor has read. */
export interface CapabilityChange extends OwnCapability {
  readonly expectedVersion: number;
  readonly terms: CapabilityTerms;
  readonly conceptIds?: readonly string[] | null;
}

/** The terms that a supplier may answer by a one-time link. */
export type AnsweredTerms = Pick<
  CapabilityTerms,
  'parameters' | 'capacity' | 'minimumOrder' | 'price' | 'leadTimeDays'
>;

/** Editors draft, change, publish, withdraw and reconfirm the capabilities of their organization. */
@Injectable()
export class CapabilitiesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly capabilities: CapabilitiesRepository,
    private readonly terms: CapabilityTermsParser,
    private readonly facts: FactsReader,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Drafts a capability, once for each key. */
  async createCapability(viewer: Viewer, draft: CapabilityDraft): Promise<CreateCapabilityResult> {
    const { organizationId, terms, conceptIds, clientMutationId } = draft;
    viewer.requireUserId();
    allowOffering(viewer, organizationId);
    return this.runner.runCreation<CreateCapabilityResult>(viewer, {
      operation: 'createCapability',
      clientMutationId,
      create: async () => {
        const capability = Capability.draft(newId(), organizationId, this.clock.now());
        await this.describeCapability(capability, terms, conceptIds);
        await this.capabilities.insertCapability(capability);
        await this.events.record(capabilityChanged(capability));
        return capability.id;
      },
      present: async (id) => {
        const capability = await this.capabilities.findCapability(id);
        if (!capability || capability.organizationId !== organizationId) throw new NotFoundError();
        return new CreateCapabilityPayload(capability);
      },
    });
  }

  /** Changes the description. The version check keeps two editors from overwriting one another. */
  updateCapability(viewer: Viewer, change: CapabilityChange): Promise<UpdateCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.lockOwn(viewer, change);
      if (capability.version !== change.expectedVersion)
        return new CapabilityChangedMeanwhileError(capability.version);
      await this.describeCapability(capability, change.terms, change.conceptIds);
      await this.saveChange(capability);
      return new UpdateCapabilityPayload(capability);
    });
  }

  /** Publishes a capability, so that it is found and matched. Repeating it changes nothing. */
  publishCapability(viewer: Viewer, which: OwnCapability): Promise<PublishCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.lockOwn(viewer, which);
      if (!capability.published) {
        await this.unverified.useQuota(capability.organizationId, QuotaAction.PUBLISH_CAPABILITY);
        capability.publish(this.clock.now());
        await this.saveChange(capability, capabilityPublished(capability));
      }
      return new PublishCapabilityPayload(capability);
    });
  }

  /** Takes a capability out of search and matching. Repeating it changes nothing. */
  withdrawCapability(viewer: Viewer, which: OwnCapability): Promise<WithdrawCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.lockOwn(viewer, which);
      if (capability.state === CapabilityState.DRAFT) return new CapabilityNotPublishedError();
      if (capability.published) {
        capability.withdraw(this.clock.now());
        await this.saveChange(capability, capabilityWithdrawn(capability));
      }
      return new WithdrawCapabilityPayload(capability);
    });
  }

  /** Confirms that everything stated still holds. */
  reconfirmCapability(viewer: Viewer, which: OwnCapability): Promise<ReconfirmCapabilityResult> {
    return this.transactions.run(async () => {
      const capability = await this.lockOwn(viewer, which);
      capability.reconfirm(this.clock.now());
      await this.saveChange(capability);
      return new ReconfirmCapabilityPayload(capability);
    });
  }

  /**
   * Records facts that were answered by a one-time link; parameters that the answer does not name stay. A certificate
   * that came with the answer also applies where the capability lists its certificates. Does nothing for a capability
   * that is not published any more. The caller has validated the link; there is no viewer to check.
   */
  async recordAnsweredFacts(
    capabilityId: string,
    factRequestId: string,
    { parameters, ...terms }: AnsweredTerms,
    certificateIds: readonly string[] = [],
  ): Promise<void> {
    await this.transactions.run(async () => {
      const capability = await this.capabilities.lockCapability(capabilityId);
      if (!capability?.published) return;
      const stated = new Set(parameters?.map(({ parameterId }) => parameterId));
      const others = capability.parameters.filter(({ parameterId }) => !stated.has(parameterId));
      const merged = parameters && parameters.length > 0 ? { parameters: [...others, ...parameters] } : {};
      capability.answerByLink({ ...terms, ...merged }, factRequestId, this.clock.now());
      if (capability.certificateIds)
        capability.certificateIds = [...new Set([...capability.certificateIds, ...certificateIds])];
      await this.capabilities.saveCapability(capability);
      await this.events.record(capabilityChanged(capability));
    });
  }

  /**
   * Concept ids replace what the texts would say, null goes back to the texts, and without either a correction stays.
   * Throws CERTIFICATE_NOT_HELD.
   */
  private async describeCapability(
    capability: Capability,
    terms: CapabilityTerms,
    conceptIds?: readonly string[] | null,
  ): Promise<void> {
    await this.requireCertificates(capability.organizationId, terms.certificateIds);
    capability.describe(terms, this.clock.now());
    if (conceptIds) capability.classify(this.terms.parseConcepts(conceptIds), true);
    else if (conceptIds === null || !capability.conceptsCorrected)
      capability.classify(this.terms.findConcepts(capability), false);
  }

  private async requireCertificates(
    organizationId: string,
    ids: readonly string[] | null | undefined,
  ): Promise<void> {
    if (!ids || ids.length === 0) return;
    const held = new Set((await this.facts.findCertificates(organizationId)).map(({ id }) => id));
    if (!ids.every((id) => held.has(id)))
      throw new BadInputError('CERTIFICATE_NOT_HELD', {}, ['input.certificateIds']);
  }

  private async lockOwn(viewer: Viewer, { id, organizationId }: OwnCapability): Promise<Capability> {
    const capability = await this.capabilities.lockCapability(id);
    if (!capability) throw new NotFoundError();
    allowEditingCapability(viewer, capability);
    if (capability.organizationId !== organizationId) throw new NotFoundError();
    return capability;
  }

  private async saveChange(capability: Capability, ...more: readonly DomainEvent[]): Promise<void> {
    await this.capabilities.saveCapability(capability);
    await this.events.record(capabilityChanged(capability), ...more);
  }
}
