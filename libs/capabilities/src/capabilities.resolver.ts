import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CapabilitiesService } from './capabilities.service.js';
import {
  CreateCapabilityResult,
  PublishCapabilityResult,
  ReconfirmCapabilityResult,
  UpdateCapabilityResult,
  WithdrawCapabilityResult,
} from './capability.results.js';
import { CapabilityTermsReader } from './capability-terms.reader.js';
import { CapabilityType } from './capability.type.js';
import { ChangeCapability, type OwnCapability } from './change-capability.js';
import { CreateCapability } from './create-capability.js';
import {
  PublishCapabilityInput,
  ReconfirmCapabilityInput,
  WithdrawCapabilityInput,
} from './dto/capability-step.input.js';
import { CreateCapabilityInput } from './dto/create-capability.input.js';
import { UpdateCapabilityInput } from './dto/update-capability.input.js';

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
