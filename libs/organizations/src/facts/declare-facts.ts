import { ClientMutations, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, calendarDay, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { organizationChanged } from '../profiles/organization.events.js';
import { allowEditingOrganization } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { outcomeOr, Refusal } from '../profiles/refusal.js';
import { CertificateAlreadyDeclaredError, TierAlreadyDeclaredError } from './fact.errors.js';
import {
  DeclareCertificatePayload,
  type DeclareCertificateResult,
  DeclareTierRecognitionPayload,
  type DeclareTierRecognitionResult,
} from './fact.results.js';
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
