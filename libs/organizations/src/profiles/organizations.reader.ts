import { OrganizationNames, type Viewer } from '@app/identity';
import { BatchLoader, type Connection, type LoaderScope, type Locale, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Classification } from './classification.js';
import { canonicalCreditCode, creditCodeFault } from './credit-code.js';
import { NameNormaliser } from './name-normaliser.js';
import type { Organization } from './organization.entity.js';
import type { OrganizationsArgs } from './organization.graphql.js';
import { allowModeratingOrganizations } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';

const MAX_SIMILAR = 50;
const MAX_MEMBERSHIPS = 500;

/** Reads the directory of organizations. Profiles are public, so most methods need no viewer. */
@Injectable()
export class OrganizationsReader implements OrganizationNames {
  private readonly loader: OrganizationsLoader;

  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly classification: Classification,
    private readonly names: NameNormaliser,
  ) {
    this.loader = new OrganizationsLoader(organizations);
  }

  /** Loads an organization by key for a GraphQL field; all keys of one tick share a statement. */
  loadOrganization(loaders: LoaderScope, id: string): Promise<Organization | null> {
    return this.loader.load(loaders, id);
  }

  /** An organization by key, or null. */
  findOrganization(id: string): Promise<Organization | null> {
    return this.organizations.findOrganization(id);
  }

  /** An organization by its credit code in any spelling; null for a code that cannot be one. */
  async findByCreditCode(text: string): Promise<Organization | null> {
    const code = canonicalCreditCode(text);
    return creditCodeFault(code) ? null : this.organizations.findByCreditCode(code);
  }

  /** A page of the directory, by name. */
  listOrganizations(args: OrganizationsArgs): Promise<Connection<Organization>> {
    const regionCode = args.regionCode ? this.classification.regionCode(args.regionCode, 'regionCode') : null;
    return this.organizations.pageOrganizations({ ...args, regionCode }, args);
  }

  /** The organizations that the viewer belongs to, by name. */
  async listOwnOrganizations(viewer: Viewer): Promise<Organization[]> {
    const ids = viewer.memberships.slice(0, MAX_MEMBERSHIPS).map((membership) => membership.organizationId);
    const found = ids.length > 0 ? await this.organizations.findOrganizations(ids) : [];
    return found.sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.id.localeCompare(b.id));
  }

  /** Possible duplicates of an organization: equal names but for place and company form, near it. For staff. */
  async findSimilarOrganizations(viewer: Viewer, id: string): Promise<Organization[]> {
    allowModeratingOrganizations(viewer);
    const organization = await this.organizations.findOrganization(id);
    if (!organization) throw new NotFoundError();
    const { normalisedName, regionCode } = organization;
    const same = await this.organizations.findByNormalisedName(normalisedName, regionCode, MAX_SIMILAR);
    return same.filter((other) => other.id !== id);
  }

  /** Organizations that a name may mean, in a region or anywhere. */
  findByName(name: string, regionCode: string | null): Promise<Organization[]> {
    return this.organizations.findByNormalisedName(this.names.normaliseName(name), regionCode, MAX_SIMILAR);
  }

  /** The name of an organization in messages about it. */
  async nameOf(organizationId: string, locale: Locale): Promise<string | null> {
    const organization = await this.organizations.findOrganization(organizationId);
    return organization && ((locale === 'en' && organization.nameEn) || organization.name);
  }
}

/** Organizations by key, many in one statement. */
class OrganizationsLoader extends BatchLoader<Organization> {
  constructor(private readonly organizations: OrganizationsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<Organization[]> {
    return this.organizations.findOrganizations(keys);
  }

  protected keyOf(organization: Organization): string {
    return organization.id;
  }
}
