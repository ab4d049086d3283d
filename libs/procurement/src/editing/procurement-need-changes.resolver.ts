import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ProcurementNeedType } from '../needs/procurement-need.graphql.js';
import { CreateProcurementNeedInput, UpdateProcurementNeedInput } from './need-terms.graphql.js';
import { NeedTermsReader } from './need-terms.reader.js';
import {
  CancelProcurementNeedInput,
  CancelProcurementNeedResult,
  CloseProcurementNeedInput,
  CloseProcurementNeedResult,
  CreateProcurementNeedResult,
  ownNeedOf,
  PublishProcurementNeedInput,
  PublishProcurementNeedResult,
  UpdateProcurementNeedResult,
} from './procurement-need-changes.graphql.js';
import { ProcurementNeedsService } from './procurement-needs.service.js';

/** Mutations by which a buyer creates, changes and ends its needs. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedChangesResolver {
  constructor(
    private readonly terms: NeedTermsReader,
    private readonly needs: ProcurementNeedsService,
  ) {}

  @Mutation(() => CreateProcurementNeedResult, {
    description: 'Drafts a need. Owners and editors of the acting organization.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  createProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: CreateProcurementNeedInput,
  ): Promise<CreateProcurementNeedResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    const { clientMutationId } = input;
    return this.needs.createNeed(viewer, {
      organizationId,
      clientMutationId,
      ...this.terms.readContent(input),
    });
  }

  @Mutation(() => UpdateProcurementNeedResult, {
    description: 'Changes a draft or amends a published need. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  updateProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateProcurementNeedInput,
  ): Promise<UpdateProcurementNeedResult> {
    const { expectedVersion } = input;
    return this.needs.updateNeed(viewer, {
      ...ownNeedOf(input),
      expectedVersion,
      ...this.terms.readContent(input),
    });
  }

  @Mutation(() => PublishProcurementNeedResult, {
    description: 'Opens a draft for responses. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  publishProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: PublishProcurementNeedInput,
  ): Promise<PublishProcurementNeedResult> {
    return this.needs.publishNeed(viewer, ownNeedOf(input));
  }

  @Mutation(() => CloseProcurementNeedResult, {
    description: 'Closes a published need: it takes no more responses. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  closeProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: CloseProcurementNeedInput,
  ): Promise<CloseProcurementNeedResult> {
    return this.needs.closeNeed(viewer, ownNeedOf(input));
  }

  @Mutation(() => CancelProcurementNeedResult, {
    description: 'Cancels a need that is not awarded. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  cancelProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need and the reason.' }) input: CancelProcurementNeedInput,
  ): Promise<CancelProcurementNeedResult> {
    return this.needs.cancelNeed(viewer, ownNeedOf(input), input.reason.trim());
  }
}
