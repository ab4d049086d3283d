import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationChangedMeanwhileError } from './organization.errors.js';
import type { OrganizationProfile } from './organization.entity.js';
import { organizationChanged } from './organization.events.js';
import { OrganizationNameCheck } from './organization-name-check.js';
import { allowEditingOrganization } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { UpdateOrganizationPayload } from './organization.results.js';

/** An editor changes the profile, from the version that was read: two at once cannot overwrite one another. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly names: OrganizationNameCheck,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async update(
    viewer: Viewer,
    wish: { id: string; expectedVersion: number; profile: OrganizationProfile },
  ): Promise<UpdateOrganizationPayload | OrganizationChangedMeanwhileError> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(wish.id);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      if (organization.version !== wish.expectedVersion)
        return new OrganizationChangedMeanwhileError(organization.version);
      const { name } = organization;
      organization.describe(wish.profile, this.clock.now());
      if (organization.name !== name) await this.names.allow(organization);
      await this.organizations.save(organization);
      await this.events.record(organizationChanged(organization.id));
      return new UpdateOrganizationPayload(organization);
    });
  }
}
