import type { Viewer } from '@app/identity';
import { BadInputError, Clock, LoaderScope, newId, NotFoundError } from '@app/kernel';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { allowExcluding } from './exclusion.policy.js';
import { BlockedOrganizationPayload, OrganizationUnblockedPayload } from './exclusion.results.js';
import { ExclusionsRepository } from './exclusions.repository.js';

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
