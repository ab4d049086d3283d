import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { organizationChanged } from '../profiles/organization.events.js';
import { allowEditingOrganization } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { outcomeOr, Refusal } from '../profiles/refusal.js';
import { CertificateAlreadyDeclaredError, TierAlreadyDeclaredError } from './fact.errors.js';
import { refuseFutureYear } from './declare-facts.js';
import { FactChangeKind, type FactChanger, FactHistoryEntry } from './fact-history.entity.js';
import {
  DeclareCertificatePayload,
  type DeclareCertificateResult,
  DeclareTierRecognitionPayload,
  type DeclareTierRecognitionResult,
  WithdrawFactPayload,
} from './fact.results.js';
import { FactsRepository } from './facts.repository.js';
import type { OrganizationCertificate, StatedCertificate } from './organization-certificate.entity.js';
import type { StatedTier, TierRecognition } from './tier-recognition.entity.js';

/** Which fact of which organization. */
export interface OwnFact {
  readonly organizationId: string;
  readonly id: string;
}

/**
 * Editors state a certificate or recognition otherwise, or withdraw it. What was stated before is kept in the history. What
 * staff had checked is only declared again once it says something else.
 */
@Injectable()
export class ChangeFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** States a certificate otherwise; one that says the same stays as it is, checked or not. */
  updateCertificate(
    viewer: Viewer,
    own: OwnFact,
    stated: StatedCertificate,
  ): Promise<DeclareCertificateResult> {
    return outcomeOr<DeclareCertificateResult>(() =>
      this.change(viewer, own.organizationId, async (organization, changer) => {
        const held = await this.facts.certificatesOf([own.organizationId]);
        const certificate = ownOf(held, own);
        if (certificate.says(stated)) return new DeclareCertificatePayload(certificate, organization);
        if (held.some((other) => other !== certificate && other.isSameAs(stated)))
          throw new Refusal(new CertificateAlreadyDeclaredError());
        await this.facts.keepHistory(
          FactHistoryEntry.ofCertificate(certificate, changer(FactChangeKind.CHANGED)),
        );
        certificate.restate(stated);
        await this.facts.saveCertificate(certificate);
        await this.changed(organization);
        return new DeclareCertificatePayload(certificate, organization);
      }),
    );
  }

  /** States a recognition otherwise; one that says the same stays as it is, checked or not. */
  updateTier(viewer: Viewer, own: OwnFact, stated: StatedTier): Promise<DeclareTierRecognitionResult> {
    refuseFutureYear(stated, this.clock.now());
    return outcomeOr<DeclareTierRecognitionResult>(() =>
      this.change(viewer, own.organizationId, async (organization, changer) => {
        const held = await this.facts.tiersOf([own.organizationId]);
        const tier = ownOf(held, own);
        if (tier.says(stated)) return new DeclareTierRecognitionPayload(tier, organization);
        if (held.some((other) => other !== tier && other.isSameAs(stated)))
          throw new Refusal(new TierAlreadyDeclaredError());
        await this.facts.keepHistory(FactHistoryEntry.ofTier(tier, changer(FactChangeKind.CHANGED)));
        tier.restate(stated);
        await this.facts.saveTier(tier);
        await this.changed(organization);
        return new DeclareTierRecognitionPayload(tier, organization);
      }),
    );
  }

  /** Withdraws a certificate: from now on it is history. */
  withdrawCertificate(viewer: Viewer, own: OwnFact, reason: string | null): Promise<WithdrawFactPayload> {
    return this.change(viewer, own.organizationId, async (organization, changer) => {
      const certificate = ownOf(await this.facts.certificatesOf([own.organizationId]), own);
      const change = changer(FactChangeKind.WITHDRAWN, reason);
      await this.facts.keepHistory(FactHistoryEntry.ofCertificate(certificate, change));
      await this.facts.removeCertificate(own.organizationId, own.id);
      await this.changed(organization);
      return new WithdrawFactPayload(organization);
    });
  }

  /** Withdraws a recognition: from now on it is history. */
  withdrawTier(viewer: Viewer, own: OwnFact, reason: string | null): Promise<WithdrawFactPayload> {
    return this.change(viewer, own.organizationId, async (organization, changer) => {
      const tier = ownOf(await this.facts.tiersOf([own.organizationId]), own);
      const change = changer(FactChangeKind.WITHDRAWN, reason);
      await this.facts.keepHistory(FactHistoryEntry.ofTier(tier, change));
      await this.facts.removeTier(own.organizationId, own.id);
      await this.changed(organization);
      return new WithdrawFactPayload(organization);
    });
  }

  /** The organization is locked first: of two changes at once, the second sees what the first has done. */
  private change<Result>(
    viewer: Viewer,
    organizationId: string,
    work: (
      organization: Organization,
      changer: (change: FactChangeKind, reason?: string | null) => FactChanger,
    ) => Promise<Result>,
  ): Promise<Result> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(organizationId);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      const { userId } = viewer;
      if (!userId) throw new UnauthenticatedError();
      return work(organization, (change, reason = null) => ({
        id: newId(),
        changedBy: userId,
        changedAt: this.clock.now(),
        change,
        reason,
      }));
    });
  }

  private async changed(organization: Organization): Promise<void> {
    organization.touch(this.clock.now());
    await this.organizations.save(organization);
    await this.events.record(organizationChanged(organization.id));
  }
}

function ownOf<Fact extends OrganizationCertificate | TierRecognition>(
  held: readonly Fact[],
  { id }: OwnFact,
): Fact {
  const fact = held.find((one) => one.id === id);
  if (!fact) throw new NotFoundError();
  return fact;
}
