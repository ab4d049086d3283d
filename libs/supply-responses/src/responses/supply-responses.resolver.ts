import { CapabilitiesReader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { Access, CurrentLocale, CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { MatchType } from '@app/matching';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeed, ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AgreeToContactExchangeInput,
  AgreeToContactExchangeResult,
  ContactExchangeType,
} from './contact-exchange.graphql.js';
import { ContactExchangesService } from './contact-exchanges.service.js';
import {
  AnswerSupplyResponseInput,
  AnswerSupplyResponseResult,
  MySupplyResponsesArgs,
  RespondToNeedInput,
  RespondToNeedResult,
  SupplyResponseConnectionType,
  SupplyResponsesArgs,
  SupplyResponseType,
  WithdrawSupplyResponseInput,
  WithdrawSupplyResponseResult,
} from './supply-response.graphql.js';
import { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponsesService } from './supply-responses.service.js';

/** Fields of a response that are not columns. */
@Resolver(() => SupplyResponseType)
export class SupplyResponseFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly capabilities: CapabilitiesReader,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() response: SupplyResponse): string {
    return encodeGlobalId('SupplyResponse', response.id);
  }

  @ResolveField(() => ProcurementNeedType, {
    description: 'The need; a supplier that answered it keeps seeing it.',
  })
  async procurementNeed(
    @Parent() response: SupplyResponse,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType> {
    const need = await this.needs.loadNeed(loaders, response.needId);
    if (!need) throw new Error(`supply response ${response.id} has no need`);
    return need;
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async organization(
    @Parent() response: SupplyResponse,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.loadOrganization(loaders, response.organizationId);
    if (!organization) throw new Error(`supply response ${response.id} has no supplier`);
    return organization;
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'The capability that the supplier named; null when it is not published any more.',
  })
  async capability(
    @Parent() response: SupplyResponse,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<CapabilityType | null> {
    const capability = response.capabilityId
      ? await this.capabilities.loadCapability(loaders, response.capabilityId)
      : null;
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }
}

/** The responses to a need. */
@Resolver(() => ProcurementNeedType)
export class NeedResponsesResolver {
  constructor(private readonly responses: SupplyResponsesService) {}

  @ResolveField(() => SupplyResponseConnectionType, {
    description: 'Who can supply, newest first: all for the buyer’s members, for a supplier its own.',
  })
  supplyResponses(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Args() args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponseType>> {
    return this.responses.listResponsesToNeed(viewer, need, args);
  }
}

/** The response in a match. */
@Resolver(() => MatchType)
export class MatchResponseResolver {
  constructor(private readonly responses: SupplyResponsesService) {}

  @ResolveField(() => SupplyResponseType, {
    nullable: true,
    description:
      'What the supplier answered to the need; for the members of both sides, null for everybody else and while there is none.',
  })
  async supplyResponse(
    @Parent() { procurementNeed, organization }: MatchType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<SupplyResponseType | null> {
    if (!procurementNeed) return null;
    const need = procurementNeed as ProcurementNeed;
    return this.responses.loadResponse(loaders, viewer, { need, organizationId: organization.id });
  }
}

/** The exchange of contacts between the two sides of a response. */
@Resolver(() => SupplyResponseType)
export class ContactExchangeResolver {
  constructor(private readonly exchanges: ContactExchangesService) {}

  @ResolveField(() => ContactExchangeType, {
    nullable: true,
    description:
      'The exchange of contacts as the acting organization sees it; null before the buyer is interested, and for others than owners and editors of the two sides.',
  })
  contactExchange(
    @Parent() response: SupplyResponse,
    @Args('actingOrganizationId', { type: () => ID, description: 'The buyer or the supplier.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ContactExchangeType | null> {
    return this.exchanges.describeExchange(viewer, response, keyOf(id, 'Organization'), loaders);
  }

  @Mutation(() => AgreeToContactExchangeResult, {
    description:
      'Agrees that the other side of a response gets the viewer’s contacts, once somebody of it agrees, too; `withdrawConsent` ends it. Owners and editors of either side.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  agreeToContactExchange(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'The response and the wording.' }) input: AgreeToContactExchangeInput,
  ): Promise<AgreeToContactExchangeResult> {
    return this.exchanges.agreeToExchange(viewer, {
      responseId: keyOf(input.supplyResponseId, 'SupplyResponse'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      textVersion: input.textVersion,
      locale,
    });
  }
}

/** Suppliers respond to needs, buyers answer the responses. */
@Resolver(() => SupplyResponseType)
export class SupplyResponsesResolver implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly responses: SupplyResponsesService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SupplyResponse', (id, { viewer }) => this.responses.findResponse(viewer, id));
  }

  @Query(() => SupplyResponseConnectionType, {
    description: 'What the acting organization answered to needs, newest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  async mySupplyResponses(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MySupplyResponsesArgs,
  ): Promise<Connection<SupplyResponseType>> {
    return this.responses.listOwnResponses(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }

  @Mutation(() => RespondToNeedResult, {
    description:
      'Says that the acting organization can supply, while the need is open. Owners and editors of a supplier that sees the need.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  respondToNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The response.' }) input: RespondToNeedInput,
  ): Promise<RespondToNeedResult> {
    return this.responses.respondToNeed(viewer, input);
  }

  @Mutation(() => WithdrawSupplyResponseResult, {
    description: 'Takes a response back that the buyer has not declined. Owners and editors of the supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawSupplyResponse(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The response.' }) input: WithdrawSupplyResponseInput,
  ): Promise<WithdrawSupplyResponseResult> {
    return this.responses.withdrawResponse(viewer, step(input));
  }

  @Mutation(() => AnswerSupplyResponseResult, {
    description: 'Answers a response with interest, not now, or no. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  answerSupplyResponse(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: AnswerSupplyResponseInput,
  ): Promise<AnswerSupplyResponseResult> {
    const { answer, reason = null } = input;
    return this.responses.answerResponse(viewer, { ...step(input), answer, reason });
  }
}

function step(input: { supplyResponseId: string; actingOrganizationId: string }): {
  id: string;
  organizationId: string;
} {
  return {
    id: keyOf(input.supplyResponseId, 'SupplyResponse'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
