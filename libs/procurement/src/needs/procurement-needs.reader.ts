import type { Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { NeedInvitationsRepository } from './need-invitations.repository.js';
import type { NeedLine } from './need-line.entity.js';
import { NeedLinesRepository } from './need-lines.repository.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import {
  addresses,
  maySeeNeed,
  NO_STANDING,
  type NeedStanding,
  standingMatters,
} from './procurement-need.policy.js';
import { ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** A need with its line items in their order. */
export interface NeedWithLines {
  readonly need: ProcurementNeed;
  readonly lines: readonly NeedLine[];
}

/** Needs for the parts of the platform that compare, answer and announce them. */
@Injectable()
export class ProcurementNeedsReader {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly lines: NeedLinesRepository,
    private readonly invitations: NeedInvitationsRepository,
  ) {}

  /** A need with its lines, whoever asks; null when there is none. */
  async withLines(id: string): Promise<NeedWithLines | null> {
    return (await this.manyWithLines([id]))[0] ?? null;
  }

  /** Needs with their lines in two statements, whoever asks, in any order. */
  async manyWithLines(ids: readonly string[]): Promise<NeedWithLines[]> {
    if (ids.length === 0) return [];
    const [needs, lines] = [await this.needs.findMany(ids), await this.lines.ofNeeds(ids)];
    return needs.map((need) => ({ need, lines: lines.filter(({ needId }) => needId === need.id) }));
  }

  /** The newest open needs of some buyers, at most so many of each, with their lines, whoever asks. */
  async openOf(organizationIds: readonly string[], each: number, now: Date): Promise<NeedWithLines[]> {
    return this.manyWithLines(await this.needs.openOf(organizationIds, each, now));
  }

  /** Keys of open needs of some buyers that name the buyer and address a supplier, or everybody; the newest of each buyer. */
  openNamedOf(
    organizationIds: readonly string[],
    supplierId: string | null,
    each: number,
    now: Date,
  ): Promise<string[]> {
    return this.needs.openNamedOf(organizationIds, supplierId, each, now);
  }

  /** A need, whoever asks; null when there is none. */
  byId(id: string): Promise<ProcurementNeed | null> {
    return this.needs.find(id);
  }

  /** A need if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<ProcurementNeed | null> {
    const need = await this.needs.find(id);
    return need && (await this.visible(viewer, need)) ? need : null;
  }

  /** A need, kept from others until the transaction ends, whoever asks. */
  lock(id: string): Promise<ProcurementNeed | null> {
    return this.needs.lock(id);
  }

  /** Whether the viewer may see a loaded need. */
  async visible(viewer: Viewer, need: ProcurementNeed): Promise<boolean> {
    return maySeeNeed(viewer, need, await this.standing(viewer, need));
  }

  /** Whether a published need is meant for an organization, whatever else its members belong to. */
  async addresses(need: ProcurementNeed, organizationId: string): Promise<boolean> {
    return addresses(need, await this.invitations.standing([organizationId], need.id));
  }

  /** What the policy has to know of the viewer's organizations. */
  standing(viewer: Viewer, need: ProcurementNeed): Promise<NeedStanding> {
    if (!standingMatters(viewer, need)) return Promise.resolve(NO_STANDING);
    const mine = viewer.memberships.map(({ organizationId }) => organizationId);
    return this.invitations.standing(mine, need.id);
  }
}
