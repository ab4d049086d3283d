import { CapabilitiesReader, CapabilityType, maySeeCapability } from '@app/capabilities';
import {
  Access,
  CurrentLocale,
  CurrentViewer,
  Loaders,
  NodeRegistry,
  parseIdentifier,
  type Viewer,
} from '@app/identity';
import {
  Clock,
  type Connection,
  encodeGlobalId,
  keyOf,
  type LoaderScope,
  type Locale,
  PageArgs,
} from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeed, ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FactQuestionsReader } from './fact-questions.reader.js';
import { FactRequest, isSameFact } from './fact-request.entity.js';
import { FactRequestState } from './fact-request.enums.js';
import {
  AnsweredFactType,
  FactRequestConnectionType,
  FactRequestType,
  RequestFactsInput,
  RequestFactsResult,
  RevokeFactRequestInput,
  RevokeFactRequestResult,
} from './fact-request.graphql.js';
import { FactRequestsService } from './fact-requests.service.js';

/** Fields of a fact request that are not columns. */
@Resolver(() => FactRequestType)
export class FactRequestFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly questions: FactQuestionsReader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() request: FactRequest): string {
    return encodeGlobalId('FactRequest', request.id);
  }

  @ResolveField(() => FactRequestState, { description: 'Where it stands.' })
  state(@Parent() request: FactRequest): FactRequestState {
    return request.stateAt(this.clock.now());
  }

  @ResolveField(() => [AnsweredFactType], { description: 'The questions, with what became of each.' })
  facts(@Parent() request: FactRequest, @CurrentLocale() locale: Locale): AnsweredFactType[] {
    return request.facts.map((fact) => {
      const answered = request.answers.find((one) => isSameFact(one, fact));
      const name = this.questions.nameQuestion(fact, locale);
      return { ...fact, name, answer: answered?.answer ?? null, statement: answered?.statement ?? null };
    });
  }

  @ResolveField(() => ProcurementNeedType, { description: 'The need that it is about.' })
  async procurementNeed(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType> {
    const need = await this.needs.loadNeed(loaders, request.needId);
    if (!need) throw new Error(`fact request ${request.id} has no need`);
    return need;
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The company that is asked.' })
  organization(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.loadOrganization(loaders, request.organizationId);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who asked.' })
  requester(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.loadOrganization(loaders, request.requesterOrganizationId);
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'The capability that the facts belong to; null when it is not published any more.',
  })
  async capability(
    @Parent() request: FactRequest,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<CapabilityType | null> {
    const capability = request.capabilityId
      ? await this.capabilities.loadCapability(loaders, request.capabilityId)
      : null;
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }
}

/** The fact requests about a need. */
@Resolver(() => ProcurementNeedType)
export class NeedFactRequestsResolver {
  constructor(private readonly requests: FactRequestsService) {}

  @ResolveField(() => FactRequestConnectionType, {
    nullable: true,
    description:
      'Which companies were asked for facts, newest first; null for others than the buyer’s members and staff.',
  })
  factRequests(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
  ): Promise<Connection<FactRequestType> | null> {
    return this.requests.listRequests(viewer, need, page);
  }
}

/** Buyers and organizers request facts from companies. */
@Resolver(() => FactRequestType)
export class FactRequestsResolver implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly questions: FactQuestionsReader,
    private readonly requests: FactRequestsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('FactRequest', (id, { viewer }) => this.requests.findRequest(viewer, id));
  }

  @Mutation(() => RequestFactsResult, {
    description:
      'Asks a company, once for a need, for the facts that decide a match: by a one-time link to its members, or, for an unclaimed profile, to a given contact. Owners and editors of the buyer; for an organizer, staff.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async requestFacts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: RequestFactsInput,
  ): Promise<RequestFactsResult> {
    return this.requests.requestFacts(viewer, {
      requesterOrganizationId: keyOf(input.actingOrganizationId, 'Organization'),
      needId: keyOf(input.needId, 'ProcurementNeed'),
      capabilityId: keyOf(input.capabilityId, 'Capability'),
      facts: input.facts ? this.questions.readQuestions(input.facts) : null,
      contact: input.contact ? parseIdentifier(input.contact, 'input.contact') : null,
      locale: input.locale,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => RevokeFactRequestResult, {
    description:
      'Takes a request back that was not answered. Owners and editors of the buyer or of who asked.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async revokeFactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: RevokeFactRequestInput,
  ): Promise<RevokeFactRequestResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.requests.revokeRequest(viewer, keyOf(input.factRequestId, 'FactRequest'), organizationId);
  }
}
