import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchType } from '../matches/match.type.js';
import { pairKey } from '../pairs/pair-keys.js';
import { HiddenMatchesLoader } from './hidden-matches.loader.js';

/** Whether a match is hidden. */
@Resolver(() => MatchType)
export class MatchHiddenResolver {
  constructor(private readonly hidden: HiddenMatchesLoader) {}

  @ResolveField('hidden', () => Boolean, {
    description:
      'Whether the viewer’s own side has hidden it; a list never shows such a match. What the other side hid is nobody else’s business.',
  })
  async isHidden(
    @Parent() { procurementNeed, organization }: MatchType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<boolean> {
    if (!procurementNeed || !viewer.signedIn) return false;
    const rows = await this.hidden.load(loaders, pairKey(procurementNeed.id, organization.id));
    return rows.some(({ organizationId }) => viewer.memberOf(organizationId));
  }
}
