import type { Viewer } from '@app/identity';
import { Clock, LoaderScope, newId, NotFoundError } from '@app/kernel';
import { OrganizationsLoader } from '@app/organizations';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { allowExcluding } from './exclusion.policy.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import type { HiddenPair } from './hidden-match.entity.js';
import { HiddenMatchPayload, MatchShownPayload } from './exclusion.results.js';

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
