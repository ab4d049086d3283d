import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from '../profiles/organization.events.js';
import { allowEditingOrganization } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { WithdrawFactPayload } from './fact.results.js';
import { FactsRepository } from './facts.repository.js';

/** Editors take back what was declared by mistake or no longer holds. */
@Injectable()
export class WithdrawFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Takes a certificate back. */
  certificate(viewer: Viewer, organizationId: string, id: string): Promise<WithdrawFactPayload> {
    return this.withdraw(viewer, organizationId, () => this.facts.removeCertificate(organizationId, id));
  }

  /** Takes a tier recognition back. */
  tier(viewer: Viewer, organizationId: string, id: string): Promise<WithdrawFactPayload> {
    return this.withdraw(viewer, organizationId, () => this.facts.removeTier(organizationId, id));
  }

  private withdraw(
    viewer: Viewer,
    organizationId: string,
    remove: () => Promise<boolean>,
  ): Promise<WithdrawFactPayload> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(organizationId);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      if (!(await remove())) throw new NotFoundError();
      organization.touch(this.clock.now());
      await this.organizations.save(organization);
      await this.events.record(organizationChanged(organizationId));
      return new WithdrawFactPayload(organization);
    });
  }
}
