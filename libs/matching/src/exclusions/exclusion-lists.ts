import type { Viewer } from '@app/identity';
import type { Connection, PageArgs } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { BlockedOrganization } from './blocked-organization.entity.js';
import { allowListingExclusions } from './exclusion.policy.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import type { HiddenMatch } from './hidden-match.entity.js';

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
