import { Access, CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import { Clock, type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import {
  FactsReader,
  Organization,
  OrganizationCertificateType,
  OrganizationsReader,
  OrganizationType,
} from '@app/organizations';
import {
  ConceptParameterType,
  ConceptVocabulary,
  Industries,
  IndustryType,
  Regions,
  RegionType,
  TradeConceptType,
} from '@app/taxonomy';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CapabilitiesReader } from './capabilities.reader.js';
import { CapabilitiesService, type OwnCapability } from './capabilities.service.js';
import { CapabilityTermsParser } from './capability-terms.parser.js';
import { Capability } from './capability.entity.js';
import {
  CapabilityConceptType,
  CapabilityConnectionType,
  CapabilityFreshnessType,
  CapabilityType,
  CreateCapabilityResult,
  OfferedParameterType,
  PublishCapabilityResult,
  ReconfirmCapabilityResult,
  UpdateCapabilityResult,
  WithdrawCapabilityResult,
} from './capability.graphql.js';
import {
  CreateCapabilityInput,
  OrganizationCapabilitiesArgs,
  PublishCapabilityInput,
  ReconfirmCapabilityInput,
  UpdateCapabilityInput,
  WithdrawCapabilityInput,
} from './capability.inputs.js';
import { freshnessOf } from './freshness.js';

/** Queries and mutations of capabilities. */
@Resolver(() => CapabilityType)
export class CapabilitiesResolver implements OnModuleInit {
  constructor(
    private readonly capabilities: CapabilitiesReader,
    private readonly terms: CapabilityTermsParser,
    private readonly service: CapabilitiesService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Capability', (id, { loaders, viewer }) =>
      this.capabilities.loadVisibleCapability(loaders, viewer, id),
    );
  }

  @Query(() => CapabilityType, {
    nullable: true,
    description: 'A capability by its global id; null when the caller may not see it.',
  })
  @Access('everyone once published; before and afterwards the supplier’s members')
  capability(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<CapabilityType | null> {
    return this.capabilities.findCapability(viewer, keyOf(id, 'Capability'));
  }

  @Mutation(() => CreateCapabilityResult, {
    description: 'Drafts a capability. Owners and editors of the acting organization.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  createCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The capability.' }) input: CreateCapabilityInput,
  ): Promise<CreateCapabilityResult> {
    const { conceptIds, clientMutationId } = input;
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.service.createCapability(viewer, {
      organizationId,
      conceptIds,
      clientMutationId,
      terms: this.terms.parseTerms(input),
    });
  }

  @Mutation(() => UpdateCapabilityResult, {
    description: 'Changes a capability. Owners and editors of its supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  updateCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateCapabilityInput,
  ): Promise<UpdateCapabilityResult> {
    const { conceptIds, expectedVersion } = input;
    return this.service.updateCapability(viewer, {
      ...own(input),
      expectedVersion,
      conceptIds,
      terms: this.terms.parseTerms(input),
    });
  }

  @Mutation(() => PublishCapabilityResult, {
    description:
      'Publishes a draft or a withdrawn capability, so that it is found and matched. Owners and editors of its supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  publishCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The capability.' }) input: PublishCapabilityInput,
  ): Promise<PublishCapabilityResult> {
    return this.service.publishCapability(viewer, own(input));
  }

  @Mutation(() => WithdrawCapabilityResult, {
    description: 'Withdraws a published capability. Owners and editors of its supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The capability.' }) input: WithdrawCapabilityInput,
  ): Promise<WithdrawCapabilityResult> {
    return this.service.withdrawCapability(viewer, own(input));
  }

  @Mutation(() => ReconfirmCapabilityResult, {
    description:
      'Confirms that everything stated about a capability still holds. Owners and editors of its supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  reconfirmCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The capability.' }) input: ReconfirmCapabilityInput,
  ): Promise<ReconfirmCapabilityResult> {
    return this.service.reconfirmCapability(viewer, own(input));
  }
}

function own(input: { capabilityId: string; actingOrganizationId: string }): OwnCapability {
  return {
    id: keyOf(input.capabilityId, 'Capability'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

/** Computed fields of a capability. */
@Resolver(() => CapabilityType)
export class CapabilityFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly facts: FactsReader,
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() capability: Capability): string {
    return encodeGlobalId('Capability', capability.id);
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async organization(
    @Parent() capability: Capability,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.loadOrganization(loaders, capability.organizationId);
    if (!organization) throw new Error(`capability ${capability.id} has no supplier`);
    return organization;
  }

  @ResolveField(() => IndustryType, { nullable: true, description: 'Industry.' })
  industry(@Parent() capability: Capability): IndustryType | null {
    return (capability.industryCode && this.industries.get(capability.industryCode)) || null;
  }

  @ResolveField(() => [RegionType], { description: 'Places delivered to; empty when not stated.' })
  regionsServed(@Parent() capability: Capability): RegionType[] {
    return capability.regionsServed.flatMap((code) => this.regions.get(code) ?? []);
  }

  @ResolveField(() => [OrganizationCertificateType], {
    description: 'The supplier’s certificates that apply.',
  })
  async certificates(
    @Parent() capability: Capability,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationCertificateType[]> {
    const held = await this.facts.loadCertificates(loaders, capability.organizationId);
    return held.filter(({ id }) => capability.certificateIds?.includes(id) ?? true);
  }

  @ResolveField(() => [CapabilityFreshnessType], { description: 'How old the stated facts are.' })
  freshness(@Parent() capability: Capability): CapabilityFreshnessType[] {
    return freshnessOf(capability.factsConfirmedAt, this.clock.now(), capability.factSources);
  }
}

/** The vocabulary behind the concepts of a capability. */
@Resolver(() => CapabilityConceptType)
export class CapabilityConceptFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => TradeConceptType, {
    nullable: true,
    description: 'The trade concept; null for a plain word.',
  })
  concept(@Parent() found: CapabilityConceptType): TradeConceptType | null {
    return (found.conceptId && this.vocabulary.get(found.conceptId)) || null;
  }
}

/** The vocabulary behind the parameters of a capability. */
@Resolver(() => OfferedParameterType)
export class OfferedParameterFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => ConceptParameterType, {
    nullable: true,
    description: 'The parameter; null for one that left the vocabulary.',
  })
  parameter(@Parent() offered: OfferedParameterType): ConceptParameterType | null {
    return this.vocabulary.parameter(offered.parameterId) ?? null;
  }
}

/** The capabilities of an organization. */
@Resolver(() => OrganizationType)
export class OrganizationCapabilitiesResolver {
  constructor(private readonly offered: CapabilitiesReader) {}

  @ResolveField(() => CapabilityConnectionType, {
    description: 'What it can do, newest first; drafts and withdrawn ones for its members only.',
  })
  capabilities(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationCapabilitiesArgs,
  ): Promise<Connection<CapabilityType>> {
    return this.offered.listCapabilities(viewer, organization.id, args);
  }
}
