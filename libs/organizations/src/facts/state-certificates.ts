import { DomainEvents, Transactions } from '@app/database';
import { Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from '../profiles/organization.events.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { FactsRepository } from './facts.repository.js';
import { OrganizationCertificate, type StatedCertificate } from './organization-certificate.entity.js';

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
