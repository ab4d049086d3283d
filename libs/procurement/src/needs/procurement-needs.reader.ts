import type { Viewer } from '@app/identity';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import { ClaimState, type Organization, OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { addresses, NO_STANDING, type NeedStanding } from './need-audience.js';
import { NeedInvitationsLoader, NeedInvitationsRepository } from './need-invitations.repository.js';
import type { NeedLine } from './need-line.entity.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { maySeeNeed, standingMatters } from './procurement-need.policy.js';
import {
  NeedLinesLoader,
  NeedLinesRepository,
  ProcurementNeedsLoader,
  ProcurementNeedsRepository,
} from './procurement-needs.repository.js';

/** A need with its line items in their order. */
export interface NeedWithLines {
  readonly need: ProcurementNeed;
  readonly lines: readonly NeedLine[];
}

/**
 * Reads needs for the features that compare, answer and announce them. Methods that take no viewer check no permission.
 * `load…` methods batch the calls of one request; the others ask the database at once.
 */
@Injectable()
export class ProcurementNeedsReader {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly lines: NeedLinesRepository,
    private readonly invitations: NeedInvitationsRepository,
    private readonly needsLoader: ProcurementNeedsLoader,
    private readonly linesLoader: NeedLinesLoader,
    private readonly invitationsLoader: NeedInvitationsLoader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** A need; null when there is none. */
  findNeed(id: string): Promise<ProcurementNeed | null> {
    return this.needs.findNeed(id);
  }

  /** A need if the viewer may see it. */
  async findVisibleNeed(viewer: Viewer, id: string): Promise<ProcurementNeed | null> {
    const need = await this.needs.findNeed(id);
    return need && (await this.canSeeNeed(viewer, need)) ? need : null;
  }

  /** A need, locked until the transaction ends. */
  lockNeed(id: string): Promise<ProcurementNeed | null> {
    return this.needs.lockNeed(id);
  }

  /** A need with its lines; null when there is none. */
  async findNeedWithLines(id: string): Promise<NeedWithLines | null> {
    return (await this.findNeedsWithLines([id]))[0] ?? null;
  }

  /** Needs with their lines, in any order, in two statements. */
  async findNeedsWithLines(ids: readonly string[]): Promise<NeedWithLines[]> {
    if (ids.length === 0) return [];
    const [needs, lines] = [await this.needs.findNeeds(ids), await this.lines.findLines(ids)];
    return needs.map((need) => ({ need, lines: lines.filter(({ needId }) => needId === need.id) }));
  }

  /** The newest open needs of some buyers with their lines, at most `each` per buyer. */
  async findOpenNeeds(organizationIds: readonly string[], each: number, now: Date): Promise<NeedWithLines[]> {
    return this.findNeedsWithLines(await this.needs.findOpenNeedIds(organizationIds, each, now));
  }

  /**
   * Ids of the newest open needs of some buyers that show the buyer's name and address a supplier, at most `each` per buyer;
   * without a supplier only public ones.
   */
  findOpenNamedNeedIds(
    organizationIds: readonly string[],
    supplierId: string | null,
    each: number,
    now: Date,
  ): Promise<string[]> {
    return this.needs.findOpenNamedNeedIds(organizationIds, supplierId, each, now);
  }

  /** Whether the viewer may see a loaded need. */
  async canSeeNeed(viewer: Viewer, need: ProcurementNeed): Promise<boolean> {
    return maySeeNeed(viewer, need, await this.findStanding(viewer, need));
  }

  /** Whether a published need addresses an organization. Other organizations of its members do not count. */
  async isAddressedTo(need: ProcurementNeed, organizationId: string): Promise<boolean> {
    return addresses(need, await this.invitations.findStanding([organizationId], need.id));
  }

  /** The standing of the viewer's organizations, if the policy depends on it. */
  findStanding(viewer: Viewer, need: ProcurementNeed): Promise<NeedStanding> {
    if (!standingMatters(viewer, need)) return Promise.resolve(NO_STANDING);
    return this.invitations.findStanding(organizationsOf(viewer), need.id);
  }

  /** The name of the buyer that suppliers may see: its alias if it uses one, otherwise its name. */
  async findBuyerName({ alias, organizationId }: ProcurementNeed): Promise<LocalizedText> {
    if (alias !== null) return { zh: alias, en: alias };
    const buyer = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
    if (!buyer) throw new Error(`need of an unknown organization ${organizationId}`);
    return { zh: buyer.name, en: buyer.nameEn ?? buyer.name };
  }

  /** A need; null when there is none. */
  loadNeed(loaders: LoaderScope, id: string): Promise<ProcurementNeed | null> {
    return this.needsLoader.load(loaders, id);
  }

  /** A need if the viewer may see it. */
  async loadVisibleNeed(loaders: LoaderScope, viewer: Viewer, id: string): Promise<ProcurementNeed | null> {
    const need = await this.needsLoader.load(loaders, id);
    if (!need) return null;
    return maySeeNeed(viewer, need, await this.loadStanding(loaders, viewer, need)) ? need : null;
  }

  /** The lines of a need in their order. */
  loadLines(loaders: LoaderScope, needId: string): Promise<NeedLine[]> {
    return this.linesLoader.load(loaders, needId);
  }

  /** The organizations that are invited to a need, the first invited first. */
  async loadInvitedOrganizations(loaders: LoaderScope, needId: string): Promise<Organization[]> {
    const invited = await this.invitationsLoader.load(loaders, needId);
    const found = await Promise.all(
      invited.map(({ organizationId }) => this.organizations.loadOrganization(loaders, organizationId)),
    );
    return found.filter((organization) => organization !== null);
  }

  private async loadStanding(
    loaders: LoaderScope,
    viewer: Viewer,
    need: ProcurementNeed,
  ): Promise<NeedStanding> {
    if (!standingMatters(viewer, need)) return NO_STANDING;
    const [invitations, organizations] = await Promise.all([
      this.invitationsLoader.load(loaders, need.id),
      Promise.all(organizationsOf(viewer).map((id) => this.organizations.loadOrganization(loaders, id))),
    ]);
    return {
      invited: invitations.some(({ organizationId }) => viewer.memberOf(organizationId)),
      verified: organizations.some((each) => each?.claimState === ClaimState.CLAIMED),
    };
  }
}

function organizationsOf(viewer: Viewer): string[] {
  return viewer.memberships.map(({ organizationId }) => organizationId);
}
