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
import { OrganizationsLoader } from '@app/organizations';
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
 * One side of a match does not want to see it again, or wants to after all. Done twice, the second time changes nothing;
 * nobody is told, so there is no domain event.
 */
@Injectable()
export class HideMatch {
  constructor(
    private readonly exclusions: ExclusionsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsLoader,
    private readonly clock: Clock,
  ) {}

  /** Hides a supplier for a need, or a need for a supplier, for the acting side. */
  async hide(viewer: Viewer, pair: HiddenPair): Promise<HiddenMatchPayload> {
    allowExcluding(viewer, pair.organizationId);
    if (!(await this.standsOnASide(viewer, pair))) throw new NotFoundError();
    const row = { id: newId(), ...pair, hiddenById: viewer.userId, hiddenAt: this.clock.now() };
    return new HiddenMatchPayload(await this.exclusions.hide(row));
  }

  /** Shows it again; a need that the side cannot see any more can still be taken off its list. */
  async showAgain(viewer: Viewer, pair: HiddenPair): Promise<MatchShownPayload> {
    allowExcluding(viewer, pair.organizationId);
    await this.exclusions.showAgain(pair);
    return new MatchShownPayload(pair);
  }

  private async standsOnASide(
    viewer: Viewer,
    { organizationId, needId, supplierId }: HiddenPair,
  ): Promise<boolean> {
    const need = await this.needs.find(viewer, needId);
    if (!need || need.organizationId === supplierId) return false;
    if (need.organizationId === organizationId) return this.exists(supplierId);
    return supplierId === organizationId && (await this.needs.addresses(need, organizationId));
  }

  private async exists(organizationId: string): Promise<boolean> {
    return (await this.organizations.load(new LoaderScope(), organizationId)) !== null;
  }
}

/** An organization does not want to be matched with another, or wants to after all. Done twice, nothing changes. */
@Injectable()
export class BlockOrganization {
  constructor(
    private readonly exclusions: ExclusionsRepository,
    private readonly organizations: OrganizationsLoader,
    private readonly clock: Clock,
  ) {}

  async block(
    viewer: Viewer,
    organizationId: string,
    blockedId: string,
  ): Promise<BlockedOrganizationPayload> {
    allowExcluding(viewer, organizationId);
    if (organizationId === blockedId)
      throw new BadInputError('BLOCK_OF_ITSELF', {}, ['input.organizationId']);
    if (!(await this.organizations.load(new LoaderScope(), blockedId))) throw new NotFoundError();
    const row = { id: newId(), organizationId, blockedId };
    const by = { blockedById: viewer.userId, blockedAt: this.clock.now() };
    return new BlockedOrganizationPayload(await this.exclusions.block({ ...row, ...by }));
  }

  async unblock(
    viewer: Viewer,
    organizationId: string,
    blockedId: string,
  ): Promise<OrganizationUnblockedPayload> {
    allowExcluding(viewer, organizationId);
    await this.exclusions.unblock(organizationId, blockedId);
    return new OrganizationUnblockedPayload(blockedId);
  }
}

/** What an organization does not want to be proposed, for its members, who may undo it. */
@Injectable()
export class ExclusionLists {
  constructor(private readonly exclusions: ExclusionsRepository) {}

  /** A page of the matches that it has hidden, the latest first. */
  hidden(viewer: Viewer, organizationId: string, page: PageArgs): Promise<Connection<HiddenMatch>> {
    allowListingExclusions(viewer, organizationId);
    return this.exclusions.hiddenPage(organizationId, page);
  }

  /** A page of the organizations that it has blocked, the latest first. */
  blocked(viewer: Viewer, organizationId: string, page: PageArgs): Promise<Connection<BlockedOrganization>> {
    allowListingExclusions(viewer, organizationId);
    return this.exclusions.blockedPage(organizationId, page);
  }
}
