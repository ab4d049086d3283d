import type { Viewer } from '@app/identity';
import { WatchedMatches } from '@app/matching';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { Searchable } from '../search/search.type.js';

/** A listing by where it is listed. */
interface Listed {
  readonly index: IndexName;
  readonly id: string;
}

/** Whether a reader is to be told nothing of a thing of an index. */
export type IsOutOfSight = (viewer: Viewer, index: IndexName, thing: Searchable) => boolean;

/**
 * What readers put out of their sight, as members of their organizations: needs that one of these hid, and needs,
 * capabilities and profiles of whomever one of these blocks or is blocked by. A need under an alias is only out of sight
 * when it was hidden, or its silence would tell whose it is.
 */
@Injectable()
export class OutOfSight {
  constructor(private readonly matches: WatchedMatches) {}

  /** Two statements for any number of readers and listings. */
  async among(viewers: readonly Viewer[], listings: readonly Listed[]): Promise<IsOutOfSight> {
    const organizationIds = [
      ...new Set(viewers.flatMap(({ memberships }) => memberships.map((one) => one.organizationId))),
    ];
    const needIds = listings.flatMap(({ index, id }) => (index === 'needs' ? id : []));
    const { needs, organizations } = await this.matches.putOutOfSight(organizationIds, needIds);
    return (viewer, index, thing) =>
      viewer.memberships.some(({ organizationId }) => {
        if (index === 'needs') return needs.get(organizationId)?.has(thing.id) === true;
        if (index === 'events') return false;
        const owner = 'organizationId' in thing ? thing.organizationId : thing.id;
        return organizations.get(organizationId)?.has(owner) === true;
      });
  }
}
