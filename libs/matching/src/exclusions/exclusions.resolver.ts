import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, keyOf, type LoaderScope } from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchType } from '../cards/match.graphql.js';
import { pairKey } from '../pair-keys.js';
import type { BlockedOrganization, HiddenMatch, HiddenPair } from './exclusion.entity.js';
import {
  BlockedOrganizationConnectionType,
  BlockedOrganizationPayload,
  BlockedOrganizationType,
  BlockOrganizationInput,
  ExclusionsArgs,
  HiddenMatchConnectionType,
  HiddenMatchPayload,
  HiddenMatchType,
  HideMatchInput,
  MatchShownPayload,
  OrganizationUnblockedPayload,
  ShowMatchAgainInput,
  UnblockOrganizationInput,
} from './exclusion.graphql.js';
import { HiddenMatchesLoader } from './exclusions.reader.js';
import { ExclusionsService } from './exclusions.service.js';

/** What a hidden match shows beside its columns. */
@Resolver(() => HiddenMatchType)
export class HiddenMatchFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need; null when the organization does not see it any more.',
  })
  procurementNeed(
    @Parent() hidden: HiddenMatch,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType | null> {
    return this.needs.loadVisibleNeed(loaders, viewer, hidden.needId);
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async supplier(@Parent() hidden: HiddenMatch, @Loaders() loaders: LoaderScope): Promise<OrganizationType> {
    const supplier = await this.organizations.loadOrganization(loaders, hidden.supplierId);
    if (!supplier) throw new Error(`hidden match ${hidden.id} has no supplier`);
    return supplier;
  }
}

/** What a block shows beside its columns. */
@Resolver(() => BlockedOrganizationType)
export class BlockedOrganizationFieldsResolver {
  constructor(private readonly organizations: OrganizationsReader) {}

  @ResolveField(() => OrganizationType, { description: 'Who is blocked.' })
  async organization(
    @Parent() blocked: BlockedOrganization,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.loadOrganization(loaders, blocked.blockedId);
    if (!organization) throw new Error(`blocked organization ${blocked.id} is gone`);
    return organization;
  }
}

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

const EDITORS = 'owners and editors of the acting organization';
const MEMBERS = 'members of the acting organization';

/** What an organization does not want to be proposed. */
@Resolver()
export class ExclusionsResolver {
  constructor(private readonly exclusions: ExclusionsService) {}

  @Query(() => HiddenMatchConnectionType, {
    description: 'The matches that the acting organization has hidden, the latest first. Its members.',
  })
  @Access(MEMBERS, 'SIGNED_IN')
  async hiddenMatches(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ExclusionsArgs,
  ): Promise<Connection<HiddenMatchType>> {
    return this.exclusions.listHiddenMatches(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }

  @Query(() => BlockedOrganizationConnectionType, {
    description: 'The organizations that the acting one has blocked, the latest first. Its members.',
  })
  @Access(MEMBERS, 'SIGNED_IN')
  async blockedOrganizations(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ExclusionsArgs,
  ): Promise<Connection<BlockedOrganizationType>> {
    return this.exclusions.listBlockedOrganizations(
      viewer,
      keyOf(args.actingOrganizationId, 'Organization'),
      args,
    );
  }

  @Mutation(() => HiddenMatchPayload, {
    description:
      'Hides a match from the acting side’s lists until it is shown again; the other side does not learn of it. Owners and editors of the buyer or of the supplier.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  hideMatch(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The match.' }) input: HideMatchInput,
  ): Promise<HiddenMatchPayload> {
    return this.exclusions.hideMatch(viewer, pairOf(input));
  }

  @Mutation(() => MatchShownPayload, {
    description: 'Shows a hidden match again. Owners and editors of the organization that hid it.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  showMatchAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The match.' }) input: ShowMatchAgainInput,
  ): Promise<MatchShownPayload> {
    return this.exclusions.showMatchAgain(viewer, pairOf(input));
  }

  @Mutation(() => BlockedOrganizationPayload, {
    description:
      'Takes an organization out of all matches with the acting one, in both directions, until it is unblocked. Owners and editors.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  blockOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) input: BlockOrganizationInput,
  ): Promise<BlockedOrganizationPayload> {
    return this.exclusions.blockOrganization(viewer, ...bothOf(input));
  }

  @Mutation(() => OrganizationUnblockedPayload, {
    description: 'Lifts a block. Owners and editors.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  unblockOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) input: UnblockOrganizationInput,
  ): Promise<OrganizationUnblockedPayload> {
    return this.exclusions.unblockOrganization(viewer, ...bothOf(input));
  }
}

function pairOf({ actingOrganizationId, needId, supplierId }: HideMatchInput): HiddenPair {
  return {
    organizationId: keyOf(actingOrganizationId, 'Organization'),
    needId: keyOf(needId, 'ProcurementNeed'),
    supplierId: keyOf(supplierId, 'Organization'),
  };
}

function bothOf({ actingOrganizationId, organizationId }: BlockOrganizationInput): [string, string] {
  return [keyOf(actingOrganizationId, 'Organization'), keyOf(organizationId, 'Organization')];
}
