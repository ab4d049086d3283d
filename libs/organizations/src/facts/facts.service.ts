import { ClientMutations, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, calendarDay, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { organizationChanged } from '../profiles/organization.events.js';
import { allowEditingOrganization } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { outcomeOr, Refusal } from '../profiles/refusal.js';
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

/** For whom a fact is declared, and the key of a retry. */
export interface Declaration {
  readonly organizationId: string;
  readonly clientMutationId?: string | null;
}

/** Editors declare what their organization holds: certificates and recognised tiers. */
@Injectable()
export class DeclareFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** A certificate, once per kind, number and site. */
  certificate(viewer: Viewer, to: Declaration, stated: StatedCertificate): Promise<DeclareCertificateResult> {
    const declared = { operation: 'declareCertificate', ...to };
    return outcomeOr<DeclareCertificateResult>(async () => {
      const { id, organization } = await this.declare(viewer, declared, () =>
        this.addCertificate(to.organizationId, stated),
      );
      const held = await this.facts.certificatesOf([organization.id]);
      return new DeclareCertificatePayload(
        existing(held.find((certificate) => certificate.id === id)),
        organization,
      );
    });
  }

  /** A tier recognition, once per level and year. */
  tier(viewer: Viewer, to: Declaration, stated: StatedTier): Promise<DeclareTierRecognitionResult> {
    refuseFutureYear(stated, this.clock.now());
    const declared = { operation: 'declareTierRecognition', ...to };
    return outcomeOr<DeclareTierRecognitionResult>(async () => {
      const { id, organization } = await this.declare(viewer, declared, () =>
        this.addTier(to.organizationId, stated),
      );
      const held = await this.facts.tiersOf([organization.id]);
      return new DeclareTierRecognitionPayload(existing(held.find((tier) => tier.id === id)), organization);
    });
  }

  private async addCertificate(organizationId: string, stated: StatedCertificate): Promise<string> {
    const held = await this.facts.certificatesOf([organizationId]);
    if (held.some((certificate) => certificate.isSameAs(stated)))
      throw new Refusal(new CertificateAlreadyDeclaredError());
    const certificate = OrganizationCertificate.declare(newId(), organizationId, stated, this.clock.now());
    await this.facts.saveCertificate(certificate);
    return certificate.id;
  }

  private async addTier(organizationId: string, stated: StatedTier): Promise<string> {
    const held = await this.facts.tiersOf([organizationId]);
    if (held.some((tier) => tier.isSameAs(stated))) throw new Refusal(new TierAlreadyDeclaredError());
    const tier = TierRecognition.declare(newId(), organizationId, stated, this.clock.now());
    await this.facts.saveTier(tier);
    return tier.id;
  }

  /** The organization is locked first: two declarations at once see one another. */
  private declare(
    viewer: Viewer,
    to: Declaration & { operation: string },
    add: () => Promise<string>,
  ): Promise<{ id: string; organization: Organization }> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(to.organizationId);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      const { id, repeated } = await this.clientMutations.once({ ...to, actorId: actorOf(viewer) }, add);
      if (repeated) return { id, organization };
      organization.touch(this.clock.now());
      await this.organizations.save(organization);
      await this.events.record(organizationChanged(organization.id));
      return { id, organization };
    });
  }
}

/** Refuses a recognition of a year to come in China; throws BAD_INPUT. */
export function refuseFutureYear({ year }: StatedTier, now: Date): void {
  if (year > Number(calendarDay(now).slice(0, 4)))
    throw new BadInputError('YEAR_IN_FUTURE', {}, ['input.year']);
}

function actorOf(viewer: Viewer): string {
  if (!viewer.userId) throw new UnauthenticatedError();
  return viewer.userId;
}

function existing<T>(found: T | undefined): T {
  if (!found) throw new NotFoundError();
  return found;
}

/** Which fact of which organization. */
interface OwnFact {
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

/**
 * States certificates that an organization answered by a one-time link. Whoever calls has decided that the link is good:
 * nothing here asks who is looking.
 */
@Injectable()
export class StateCertificates {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Adds those that are not declared yet, once per kind, number and site; gives the keys of all that were stated. */
  async state(
    organizationId: string,
    factRequestId: string,
    stated: readonly StatedCertificate[],
  ): Promise<string[]> {
    if (stated.length === 0) return [];
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(organizationId);
      if (!organization) throw new NotFoundError();
      const held = await this.facts.certificatesOf([organizationId]);
      const at = this.clock.now();
      const keys: string[] = [];
      for (const one of stated) {
        const known = held.find((certificate) => certificate.isSameAs(one));
        const certificate =
          known ?? OrganizationCertificate.declare(newId(), organizationId, one, at, factRequestId);
        if (!known) await this.facts.saveCertificate(certificate);
        keys.push(certificate.id);
      }
      organization.touch(at);
      await this.organizations.save(organization);
      await this.events.record(organizationChanged(organizationId));
      return keys;
    });
  }
}
