import { DomainEvents, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, calendarDay, Clock, newId, NotFoundError, Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { organizationChanged } from '../profiles/organization.events.js';
import { allowEditingOrganization } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { FactChangeKind, type FactChanger, FactHistoryEntry } from './fact-history.entity.js';
import {
  CertificateAlreadyDeclaredError,
  DeclareCertificatePayload,
  type DeclareCertificateResult,
  DeclareTierRecognitionPayload,
  type DeclareTierRecognitionResult,
  TierAlreadyDeclaredError,
  WithdrawFactPayload,
} from './fact.graphql.js';
import { FactsRepository } from './facts.repository.js';
import { OrganizationCertificate, type StatedCertificate } from './organization-certificate.entity.js';
import { type StatedTier, TierRecognition } from './tier-recognition.entity.js';

/** The organization that a fact is declared for, and the client's key for retries. */
export interface Declaration {
  readonly organizationId: string;
  readonly clientMutationId?: string | null;
}

/** A fact and the organization that the caller acts for. */
export interface OwnFact {
  readonly organizationId: string;
  readonly id: string;
}

/**
 * Editors declare, change and withdraw certificates and tier recognitions of their organization. Earlier statements are
 * kept in the history; a fact that staff had checked is DECLARED again once it says something else. Every use case locks
 * the organization first, so two changes at once see each other.
 */
@Injectable()
export class FactsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Declares a certificate, once per kind, number and site. */
  declareCertificate(
    viewer: Viewer,
    { organizationId, clientMutationId }: Declaration,
    stated: StatedCertificate,
  ): Promise<DeclareCertificateResult> {
    return this.runner.runChange<DeclareCertificateResult>(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      return this.runner.runCreation<DeclareCertificateResult>(viewer, {
        operation: 'declareCertificate',
        clientMutationId,
        create: () => this.addCertificate(organization, stated),
        present: async (id) => {
          const held = await this.facts.findCertificates([organizationId]);
          return new DeclareCertificatePayload(requireFact(held, id), organization);
        },
      });
    });
  }

  /** Declares a tier recognition, once per level and year; throws BAD_INPUT for a year to come. */
  declareTier(
    viewer: Viewer,
    { organizationId, clientMutationId }: Declaration,
    stated: StatedTier,
  ): Promise<DeclareTierRecognitionResult> {
    refuseFutureYear(stated, this.clock.now());
    return this.runner.runChange<DeclareTierRecognitionResult>(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      return this.runner.runCreation<DeclareTierRecognitionResult>(viewer, {
        operation: 'declareTierRecognition',
        clientMutationId,
        create: () => this.addTier(organization, stated),
        present: async (id) => {
          const held = await this.facts.findTiers([organizationId]);
          return new DeclareTierRecognitionPayload(requireFact(held, id), organization);
        },
      });
    });
  }

  /** Changes what a certificate states. One that already says the same stays as it is, checked or not. */
  updateCertificate(
    viewer: Viewer,
    { organizationId, id }: OwnFact,
    stated: StatedCertificate,
  ): Promise<DeclareCertificateResult> {
    return this.runner.runChange<DeclareCertificateResult>(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      const held = await this.facts.findCertificates([organizationId]);
      const certificate = requireFact(held, id);
      if (certificate.says(stated)) return new DeclareCertificatePayload(certificate, organization);
      if (held.some((other) => other !== certificate && other.isSameAs(stated)))
        throw new Rollback<DeclareCertificateResult>(new CertificateAlreadyDeclaredError());
      const changer = this.changerOf(viewer, FactChangeKind.CHANGED);
      await this.facts.insertHistory(FactHistoryEntry.ofCertificate(certificate, changer));
      certificate.restate(stated);
      await this.facts.saveCertificate(certificate);
      await this.touchOrganization(organization);
      return new DeclareCertificatePayload(certificate, organization);
    });
  }

  /** Changes what a recognition states. One that already says the same stays as it is, checked or not. */
  updateTier(
    viewer: Viewer,
    { organizationId, id }: OwnFact,
    stated: StatedTier,
  ): Promise<DeclareTierRecognitionResult> {
    refuseFutureYear(stated, this.clock.now());
    return this.runner.runChange<DeclareTierRecognitionResult>(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      const held = await this.facts.findTiers([organizationId]);
      const tier = requireFact(held, id);
      if (tier.says(stated)) return new DeclareTierRecognitionPayload(tier, organization);
      if (held.some((other) => other !== tier && other.isSameAs(stated)))
        throw new Rollback<DeclareTierRecognitionResult>(new TierAlreadyDeclaredError());
      const changer = this.changerOf(viewer, FactChangeKind.CHANGED);
      await this.facts.insertHistory(FactHistoryEntry.ofTier(tier, changer));
      tier.restate(stated);
      await this.facts.saveTier(tier);
      await this.touchOrganization(organization);
      return new DeclareTierRecognitionPayload(tier, organization);
    });
  }

  /** Withdraws a certificate; it stays in the history. */
  withdrawCertificate(
    viewer: Viewer,
    { organizationId, id }: OwnFact,
    reason: string | null,
  ): Promise<WithdrawFactPayload> {
    return this.transactions.run(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      const certificate = requireFact(await this.facts.findCertificates([organizationId]), id);
      const changer = this.changerOf(viewer, FactChangeKind.WITHDRAWN, reason);
      await this.facts.insertHistory(FactHistoryEntry.ofCertificate(certificate, changer));
      await this.facts.removeCertificate(organizationId, id);
      await this.touchOrganization(organization);
      return new WithdrawFactPayload(organization);
    });
  }

  /** Withdraws a recognition; it stays in the history. */
  withdrawTier(
    viewer: Viewer,
    { organizationId, id }: OwnFact,
    reason: string | null,
  ): Promise<WithdrawFactPayload> {
    return this.transactions.run(async () => {
      const organization = await this.lockForEditor(viewer, organizationId);
      const tier = requireFact(await this.facts.findTiers([organizationId]), id);
      const changer = this.changerOf(viewer, FactChangeKind.WITHDRAWN, reason);
      await this.facts.insertHistory(FactHistoryEntry.ofTier(tier, changer));
      await this.facts.removeTier(organizationId, id);
      await this.touchOrganization(organization);
      return new WithdrawFactPayload(organization);
    });
  }

  /**
   * Adds the certificates that an organization stated by a one-time link, once per kind, number and site, and returns
   * the keys of all of them. The caller has validated the link; there is no viewer to check.
   */
  async addAnsweredCertificates(
    organizationId: string,
    factRequestId: string,
    stated: readonly StatedCertificate[],
  ): Promise<string[]> {
    if (stated.length === 0) return [];
    return this.transactions.run(async () => {
      const organization = await this.organizations.lockOrganization(organizationId);
      if (!organization) throw new NotFoundError();
      const held = await this.facts.findCertificates([organizationId]);
      const keys: string[] = [];
      for (const one of stated) {
        const known = held.find((certificate) => certificate.isSameAs(one));
        const certificate =
          known ??
          OrganizationCertificate.declare(newId(), organizationId, one, this.clock.now(), factRequestId);
        if (!known) await this.facts.saveCertificate(certificate);
        keys.push(certificate.id);
      }
      await this.touchOrganization(organization);
      return keys;
    });
  }

  private async addCertificate(organization: Organization, stated: StatedCertificate): Promise<string> {
    const held = await this.facts.findCertificates([organization.id]);
    if (held.some((certificate) => certificate.isSameAs(stated)))
      throw new Rollback<DeclareCertificateResult>(new CertificateAlreadyDeclaredError());
    const certificate = OrganizationCertificate.declare(newId(), organization.id, stated, this.clock.now());
    await this.facts.saveCertificate(certificate);
    await this.touchOrganization(organization);
    return certificate.id;
  }

  private async addTier(organization: Organization, stated: StatedTier): Promise<string> {
    const held = await this.facts.findTiers([organization.id]);
    if (held.some((tier) => tier.isSameAs(stated)))
      throw new Rollback<DeclareTierRecognitionResult>(new TierAlreadyDeclaredError());
    const tier = TierRecognition.declare(newId(), organization.id, stated, this.clock.now());
    await this.facts.saveTier(tier);
    await this.touchOrganization(organization);
    return tier.id;
  }

  private async lockForEditor(viewer: Viewer, organizationId: string): Promise<Organization> {
    const organization = await this.organizations.lockOrganization(organizationId);
    if (!organization) throw new NotFoundError();
    allowEditingOrganization(viewer, organization);
    return organization;
  }

  private changerOf(viewer: Viewer, change: FactChangeKind, reason: string | null = null): FactChanger {
    return {
      id: newId(),
      changedBy: viewer.requireUserId(),
      changedAt: this.clock.now(),
      change,
      reason,
    };
  }

  /** Raises the version, because facts are part of what others see of an organization. */
  private async touchOrganization(organization: Organization): Promise<void> {
    organization.touch(this.clock.now());
    await this.organizations.saveOrganization(organization);
    await this.events.record(organizationChanged(organization.id));
  }
}

/** Throws BAD_INPUT when a recognition names a year that has not begun in China. */
export function refuseFutureYear({ year }: StatedTier, now: Date): void {
  if (year > Number(calendarDay(now).slice(0, 4)))
    throw new BadInputError('YEAR_IN_FUTURE', {}, ['input.year']);
}

function requireFact<Fact extends OrganizationCertificate | TierRecognition>(
  held: readonly Fact[],
  id: string,
): Fact {
  const fact = held.find((one) => one.id === id);
  if (!fact) throw new NotFoundError();
  return fact;
}
