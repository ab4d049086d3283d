import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from './organization.entity.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** Organizations by key, many in one statement: the supplier of a capability, the buyer of a need. */
@Injectable()
export class OrganizationsLoader extends BatchLoader<Organization> {
  constructor(private readonly organizations: OrganizationsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<Organization[]> {
    return this.organizations.findMany(keys);
  }

  protected keyOf(organization: Organization): string {
    return organization.id;
  }
}
