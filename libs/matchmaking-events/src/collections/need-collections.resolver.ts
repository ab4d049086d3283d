import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { BadInputError, keyOf, type Locale, type LoaderScope } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { CollectedNeedsService } from './collected-needs.service.js';
import { EventCollectionsLoader, NeedCollectionsService } from './need-collections.service.js';
import {
  EnterCollectedNeedInput,
  ExportNeedCollectionInput,
  InviteForCollectedNeedInput,
  OpenNeedCollectionInput,
  ReviewCollectedNeedInput,
} from './need-collection.inputs.js';
import type { CollectedTerms } from './need-collection.entity.js';
import {
  EnterCollectedNeedResult,
  ExportNeedCollectionResult,
  InviteForCollectedNeedResult,
  NeedCollectionType,
  OpenNeedCollectionResult,
  ReviewCollectedNeedResult,
} from './need-collection.graphql.js';

/** How needs are collected for events. */
@Resolver(() => MatchmakingEventType)
export class NeedCollectionsResolver {
  constructor(
    private readonly collections: NeedCollectionsService,
    private readonly collected: CollectedNeedsService,
    private readonly ofEvents: EventCollectionsLoader,
  ) {}

  @Query(() => NeedCollectionType, {
    nullable: true,
    description: 'A collection by its id; null when the caller has no part in it.',
  })
  @Access('members of the bureau and of its districts')
  needCollection(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Id.' }) id: string,
  ): Promise<NeedCollectionType | null> {
    return this.collections.findCollection(viewer, keyOf(id, 'NeedCollection'));
  }

  @ResolveField(() => [NeedCollectionType], {
    description: 'Collections of needs for it, in which the caller has a part.',
  })
  async needCollections(
    @Parent() event: MatchmakingEvent,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<NeedCollectionType[]> {
    const all = await this.ofEvents.load(loaders, event.id);
    const seen = await Promise.all(all.map(({ id }) => this.collections.findCollection(viewer, id)));
    return seen.filter((collection) => collection !== null);
  }

  @Mutation(() => OpenNeedCollectionResult, {
    description:
      'Opens a collection of needs for an event. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  openNeedCollection(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The collection.' }) input: OpenNeedCollectionInput,
  ): Promise<OpenNeedCollectionResult> {
    const { deadline, clientMutationId } = input;
    return this.collections.openCollection(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      title: input.title.trim(),
      instructions: input.instructions?.trim() || null,
      ...{ deadline, clientMutationId },
      districts: input.districts.map(({ name, quota, delegateOrganizationId }) => ({
        name: name.trim(),
        quota,
        delegateOrganizationId: keyOf(delegateOrganizationId, 'Organization'),
      })),
    });
  }

  @Mutation(() => EnterCollectedNeedResult, {
    description:
      'Writes down a company’s need for a district. Owners and editors of the delegates’ organization.',
  })
  @Access('owners and editors of the acting organization, which is the district’s', 'SIGNED_IN')
  enterCollectedNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: EnterCollectedNeedInput,
  ): Promise<EnterCollectedNeedResult> {
    const { submit, clientMutationId } = input;
    return this.collected.enterNeed(viewer, {
      actingOrganizationId: keyOf(input.actingOrganizationId, 'Organization'),
      collectionId: keyOf(input.collectionId, 'NeedCollection'),
      districtId: keyOf(input.districtId, 'CollectionDistrict'),
      collectedNeedId: input.collectedNeedId ? keyOf(input.collectedNeedId, 'CollectedNeed') : null,
      terms: termsOf(input),
      ...{ submit, clientMutationId },
    });
  }

  @Mutation(() => ReviewCollectedNeedResult, {
    description: 'Takes a collected need over or gives it back. Owners and editors of the bureau.',
  })
  @Access('owners and editors of the acting organization, which is the bureau', 'SIGNED_IN')
  reviewCollectedNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: ReviewCollectedNeedInput,
  ): Promise<ReviewCollectedNeedResult> {
    return this.collected.reviewNeed(viewer, {
      id: keyOf(input.collectedNeedId, 'CollectedNeed'),
      actingOrganizationId: keyOf(input.actingOrganizationId, 'Organization'),
      accept: input.accept,
      reason: input.reason?.trim() || null,
    });
  }

  @Mutation(() => InviteForCollectedNeedResult, {
    description:
      'Invites suppliers to the event because of a collected need. Owners and editors of the bureau.',
  })
  @Access('owners and editors of the acting organization, which is the bureau', 'SIGNED_IN')
  inviteForCollectedNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) input: InviteForCollectedNeedInput,
  ): Promise<InviteForCollectedNeedResult> {
    return this.collected.inviteSuppliers(viewer, {
      id: keyOf(input.collectedNeedId, 'CollectedNeed'),
      actingOrganizationId: keyOf(input.actingOrganizationId, 'Organization'),
      organizationIds: input.organizationIds.map((id) => keyOf(id, 'Organization')),
    });
  }

  @Mutation(() => ExportNeedCollectionResult, {
    description: 'The whole collection as one table; it is logged. Owners and editors of the bureau.',
  })
  @Access('owners and editors of the acting organization, which is the bureau', 'SIGNED_IN')
  exportNeedCollection(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'Which.' }) input: ExportNeedCollectionInput,
  ): Promise<ExportNeedCollectionResult> {
    const collectionId = keyOf(input.collectionId, 'NeedCollection');
    const actingOrganizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.collections.exportCollection(viewer, { collectionId, actingOrganizationId }, locale);
  }
}

function termsOf(input: EnterCollectedNeedInput): CollectedTerms {
  const { kind, consentGivenOn, consentForm, creditCode = null } = input;
  if (consentGivenOn > tomorrow()) throw new BadInputError('CONSENT_IN_FUTURE', {}, ['input.consentGivenOn']);
  return {
    organizationId: input.organizationId ? keyOf(input.organizationId, 'Organization') : null,
    companyName: input.companyName.trim(),
    title: input.title.trim(),
    description: input.description?.trim() || null,
    quantity: input.quantity?.trim() || null,
    public: input.public,
    consentGivenBy: input.consentGivenBy.trim(),
    ...{ kind, consentGivenOn, consentForm, creditCode },
  };
}

/** The last day that it can be anywhere on earth. */
function tomorrow(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}
