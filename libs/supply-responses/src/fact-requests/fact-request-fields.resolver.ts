import { CapabilitiesLoader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { Clock, type Connection, encodeGlobalId, type LoaderScope, type Locale, PageArgs } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ProcurementNeed, ProcurementNeedsLoader, ProcurementNeedType } from '@app/procurement';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FactNames } from './fact-names.js';
import { FactRequest } from './fact-request.entity.js';
import { FactRequestState } from './fact-request.enums.js';
import { AnsweredFactType, FactRequestConnectionType, FactRequestType } from './fact-request.type.js';
import { FactRequestsService } from './fact-requests.service.js';
import { isSameFact } from './requested-fact.js';

/** What a fact request shows beside its columns. */
@Resolver(() => FactRequestType)
export class FactRequestFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsLoader,
    private readonly organizations: OrganizationsLoader,
    private readonly capabilities: CapabilitiesLoader,
    private readonly names: FactNames,
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
      const name = this.names.of(fact, locale);
      return { ...fact, name, answer: answered?.answer ?? null, statement: answered?.statement ?? null };
    });
  }

  @ResolveField(() => ProcurementNeedType, { description: 'The need that it is about.' })
  async procurementNeed(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType> {
    const need = await this.needs.load(loaders, request.needId);
    if (!need) throw new Error(`fact request ${request.id} has no need`);
    return need;
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The company that is asked.' })
  organization(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.load(loaders, request.organizationId);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who asked.' })
  requester(
    @Parent() request: FactRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.load(loaders, request.requesterOrganizationId);
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
      ? await this.capabilities.load(loaders, request.capabilityId)
      : null;
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }
}

/** What companies were asked about a need. */
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
    return this.requests.ofNeed(viewer, need, page);
  }
}
