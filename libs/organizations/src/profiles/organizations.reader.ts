import { OrganizationNames, type Viewer } from '@app/identity';
import { BatchLoader, type Connection, type Locale, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Classification } from './classification.js';
import { canonicalCreditCode, creditCodeFault } from './credit-code.js';
import { NameNormaliser } from './name-normaliser.js';
import type { Organization } from './organization.entity.js';
import type { OrganizationsArgs } from './organization.graphql.js';
import { allowModeratingOrganizations } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';

const MOST_SIMILAR = 50;
const MOST_MEMBERSHIPS = 500;

/** Reading the directory of organizations: profiles are public. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly classification: Classification,
    private readonly names: NameNormaliser,
  ) {}

  /** An organization by key, or null. */
  find(id: string): Promise<Organization | null> {
    return this.organizations.find(id);
  }

  /** An organization by its credit code, however it is written; null for a code that cannot be one. */
  async findByCreditCode(text: string): Promise<Organization | null> {
    const code = canonicalCreditCode(text);
    return creditCodeFault(code) ? null : this.organizations.findByCreditCode(code);
  }

  /** A page of the directory, by name. */
  page(args: OrganizationsArgs): Promise<Connection<Organization>> {
    const regionCode = args.regionCode ? this.classification.regionCode(args.regionCode, 'regionCode') : null;
    return this.organizations.page({ ...args, regionCode }, args);
  }

  /** The organizations that the viewer belongs to, by name. */
  async mine(viewer: Viewer): Promise<Organization[]> {
    const ids = viewer.memberships.slice(0, MOST_MEMBERSHIPS).map((membership) => membership.organizationId);
    const found = ids.length > 0 ? await this.organizations.findMany(ids) : [];
    return found.sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.id.localeCompare(b.id));
  }

  /** For staff: others around it whose name is the same but for place and company form. */
  async similar(viewer: Viewer, id: string): Promise<Organization[]> {
    allowModeratingOrganizations(viewer);
    const organization = await this.organizations.find(id);
    if (!organization) throw new NotFoundError();
    const same = await this.organizations.sameName(
      organization.normalisedName,
      organization.regionCode,
      MOST_SIMILAR,
    );
    return same.filter((other) => other.id !== id);
  }

  /** Organizations that a name in a region (or anywhere) may already stand for, whatever their credit code. */
  findByName(name: string, regionCode: string | null): Promise<Organization[]> {
    return this.organizations.sameName(this.names.normalise(name), regionCode, MOST_SIMILAR);
  }
}

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
