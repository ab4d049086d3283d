import { OrganizationNames } from '@app/identity';
import type { Locale } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationsRepository } from './organizations.repository.js';

/** What an organization is called in messages about it. */
@Injectable()
export class OrganizationDisplayNames extends OrganizationNames {
  constructor(private readonly organizations: OrganizationsRepository) {
    super();
  }

  async nameOf(organizationId: string, locale: Locale): Promise<string | null> {
    const organization = await this.organizations.find(organizationId);
    return organization && ((locale === 'en' && organization.nameEn) || organization.name);
  }
}
