import { Access, CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import { Clock, type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import {
  CertificatesLoader,
  Organization,
  OrganizationCertificateType,
  OrganizationsLoader,
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
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CapabilitiesLoader, CapabilitiesService } from './capabilities.reader.js';
import { ChangeCapability, CreateCapability, type OwnCapability } from './capabilities.service.js';
import { CapabilityTermsReader } from './capability-terms.parser.js';
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
import { maySeeCapability } from './capability.policy.js';
import { freshnessOf } from './freshness.js';

/** What suppliers can do, and how they say so. */
@Resolver(() => CapabilityType)
export class CapabilitiesResolver {
  constructor(
    private readonly capabilities: CapabilitiesService,
    private readonly terms: CapabilityTermsReader,
    private readonly creation: CreateCapability,
    private readonly changes: ChangeCapability,
  ) {}

  @Query(() => CapabilityType, {
    nullable: true,
    description: 'A capability by its global id; null when the caller may not see it.',
  })
  @Access('everyone once published; before and afterwards the supplier’s members')
  capability(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<CapabilityType | null> {
    return this.capabilities.find(viewer, keyOf(id, 'Capability'));
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
    return this.creation.create(viewer, {
      organizationId,
      conceptIds,
      clientMutationId,
      terms: this.terms.read(input),
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
    return this.changes.update(viewer, {
      ...own(input),
      expectedVersion,
      conceptIds,
      terms: this.terms.read(input),
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
    return this.changes.publish(viewer, own(input));
  }

  @Mutation(() => WithdrawCapabilityResult, {
    description: 'Withdraws a published capability. Owners and editors of its supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawCapability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The capability.' }) input: WithdrawCapabilityInput,
  ): Promise<WithdrawCapabilityResult> {
    return this.changes.withdraw(viewer, own(input));
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
    return this.changes.reconfirm(viewer, own(input));
  }
}

function own(input: { capabilityId: string; actingOrganizationId: string }): OwnCapability {
  return {
    id: keyOf(input.capabilityId, 'Capability'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

/** What a capability shows beside its columns. */
@Resolver(() => CapabilityType)
export class CapabilityFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly certificatesHeld: CertificatesLoader,
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
    const organization = await this.organizations.load(loaders, capability.organizationId);
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
    const held = await this.certificatesHeld.load(loaders, capability.organizationId);
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

/** What an organization offers. */
@Resolver(() => OrganizationType)
export class OrganizationCapabilitiesResolver {
  constructor(private readonly offered: CapabilitiesService) {}

  @ResolveField(() => CapabilityConnectionType, {
    description: 'What it can do, newest first; drafts and withdrawn ones for its members only.',
  })
  capabilities(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationCapabilitiesArgs,
  ): Promise<Connection<CapabilityType>> {
    return this.offered.page(viewer, organization.id, args);
  }
}

/** Finds capabilities for `node(id)`. */
@Injectable()
export class CapabilityNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly capabilities: CapabilitiesLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Capability', async (id, { loaders, viewer }) => {
      const capability = await this.capabilities.load(loaders, id);
      return capability && maySeeCapability(viewer, capability) ? capability : null;
    });
  }
}
