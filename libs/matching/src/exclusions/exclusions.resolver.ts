import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BlockOrganization } from './block-organization.js';
import {
  BlockOrganizationInput,
  HideMatchInput,
  ShowMatchAgainInput,
  UnblockOrganizationInput,
} from './dto/exclusion.input.js';
import { ExclusionsArgs } from './dto/exclusions.args.js';
import {
  BlockedOrganizationPayload,
  HiddenMatchPayload,
  MatchShownPayload,
  OrganizationUnblockedPayload,
} from './exclusion.results.js';
import {
  BlockedOrganizationConnectionType,
  type BlockedOrganizationType,
  HiddenMatchConnectionType,
  type HiddenMatchType,
} from './exclusion.type.js';
import { ExclusionLists } from './exclusion-lists.js';
import type { HiddenPair } from './hidden-match.entity.js';
import { HideMatch } from './hide-match.js';

const EDITORS = 'owners and editors of the acting organization';
const MEMBERS = 'members of the acting organization';

/** What an organization does not want to be proposed. */
@Resolver()
export class ExclusionsResolver {
  constructor(
    private readonly lists: ExclusionLists,
    private readonly hiding: HideMatch,
    private readonly blocking: BlockOrganization,
  ) {}

  @Query(() => HiddenMatchConnectionType, {
    description: 'The matches that the acting organization has hidden, the latest first. Its members.',
  })
  @Access(MEMBERS, 'SIGNED_IN')
  async hiddenMatches(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ExclusionsArgs,
  ): Promise<Connection<HiddenMatchType>> {
    return this.lists.hidden(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }

  @Query(() => BlockedOrganizationConnectionType, {
    description: 'The organizations that the acting one has blocked, the latest first. Its members.',
  })
  @Access(MEMBERS, 'SIGNED_IN')
  async blockedOrganizations(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ExclusionsArgs,
  ): Promise<Connection<BlockedOrganizationType>> {
    return this.lists.blocked(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
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
    return this.hiding.hide(viewer, pairOf(input));
  }

  @Mutation(() => MatchShownPayload, {
    description: 'Shows a hidden match again. Owners and editors of the organization that hid it.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  showMatchAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The match.' }) input: ShowMatchAgainInput,
  ): Promise<MatchShownPayload> {
    return this.hiding.showAgain(viewer, pairOf(input));
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
    return this.blocking.block(viewer, ...bothOf(input));
  }

  @Mutation(() => OrganizationUnblockedPayload, {
    description: 'Lifts a block. Owners and editors.',
  })
  @Access(EDITORS, 'SIGNED_IN')
  unblockOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) input: UnblockOrganizationInput,
  ): Promise<OrganizationUnblockedPayload> {
    return this.blocking.unblock(viewer, ...bothOf(input));
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
