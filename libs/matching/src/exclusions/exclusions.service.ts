import type { Viewer } from '@app/identity';
import {
  BadInputError,
  Clock,
  type Connection,
  ForbiddenError,
  LoaderScope,
  newId,
  NotFoundError,
  type PageArgs,
} from '@app/kernel';
import { OrganizationsReader } from '@app/organizations';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { BlockedOrganization, HiddenMatch, HiddenPair } from './exclusion.entity.js';
import {
  BlockedOrganizationPayload,
  HiddenMatchPayload,
  MatchShownPayload,
  OrganizationUnblockedPayload,
} from './exclusion.graphql.js';
import { ExclusionsRepository } from './exclusions.repository.js';

/** Owners and editors say what their organization does not want to be proposed. */
function allowExcluding(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** What an organization has hidden and blocked is known to its members, and to nobody else, not even to staff. */
function allowListingExclusions(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/**
 * What an organization does not want to be proposed: single matches of either side, and whole organizations. Doing or undoing
 * something twice changes nothing the second time. The other side is not informed, so there are no domain events.
 */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly exclusions: ExclusionsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly clock: Clock,
  ) {}

  /** Hides a supplier for a need, or a need for a supplier, for the acting side. */
  async hideMatch(viewer: Viewer, pair: HiddenPair): Promise<HiddenMatchPayload> {
    allowExcluding(viewer, pair.organizationId);
    if (!(await this.isOneSide(viewer, pair))) throw new NotFoundError();
    const row = { id: newId(), ...pair, hiddenById: viewer.userId, hiddenAt: this.clock.now() };
    return new HiddenMatchPayload(await this.exclusions.insertHiddenMatch(row));
  }

  /** Shows a match again, also when the side cannot see the need any more. */
  async showMatchAgain(viewer: Viewer, pair: HiddenPair): Promise<MatchShownPayload> {
    allowExcluding(viewer, pair.organizationId);
    await this.exclusions.deleteHiddenMatch(pair);
    return new MatchShownPayload(pair);
  }

  async blockOrganization(
    viewer: Viewer,
    organizationId: string,
    blockedId: string,
  ): Promise<BlockedOrganizationPayload> {
    allowExcluding(viewer, organizationId);
    if (organizationId === blockedId)
      throw new BadInputError('BLOCK_OF_ITSELF', {}, ['input.organizationId']);
    if (!(await this.exists(blockedId))) throw new NotFoundError();
    const row = { id: newId(), organizationId, blockedId };
    const by = { blockedById: viewer.userId, blockedAt: this.clock.now() };
    return new BlockedOrganizationPayload(await this.exclusions.insertBlock({ ...row, ...by }));
  }

  async unblockOrganization(
    viewer: Viewer,
    organizationId: string,
    blockedId: string,
  ): Promise<OrganizationUnblockedPayload> {
    allowExcluding(viewer, organizationId);
    await this.exclusions.deleteBlock(organizationId, blockedId);
    return new OrganizationUnblockedPayload(blockedId);
  }

  /** A page of the matches that an organization has hidden, the latest first. */
  listHiddenMatches(
    viewer: Viewer,
    organizationId: string,
    page: PageArgs,
  ): Promise<Connection<HiddenMatch>> {
    allowListingExclusions(viewer, organizationId);
    return this.exclusions.findHiddenPage(organizationId, page);
  }

  /** A page of the organizations that an organization has blocked, the latest first. */
  listBlockedOrganizations(
    viewer: Viewer,
    organizationId: string,
    page: PageArgs,
  ): Promise<Connection<BlockedOrganization>> {
    allowListingExclusions(viewer, organizationId);
    return this.exclusions.findBlockedPage(organizationId, page);
  }

  private async isOneSide(
    viewer: Viewer,
    { organizationId, needId, supplierId }: HiddenPair,
  ): Promise<boolean> {
    const need = await this.needs.findVisibleNeed(viewer, needId);
    if (!need || need.organizationId === supplierId) return false;
    if (need.organizationId === organizationId) return this.exists(supplierId);
    return supplierId === organizationId && (await this.needs.isAddressedTo(need, organizationId));
  }

  private async exists(organizationId: string): Promise<boolean> {
    return (await this.organizations.loadOrganization(new LoaderScope(), organizationId)) !== null;
  }
}
