import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  EventRegistrationType,
  MatchmakingEventType,
} from '@app/matchmaking-events';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingSlotLoader } from '../grid/meeting-grid.loaders.js';
import { MeetingSlotType } from '../grid/meeting-grid.graphql.js';
import { type MeetingWish, defaultTerms, WishLevel } from './meeting-wish.entity.js';
import { MeetingAbsencesLoader, MeetingTermsLoader, MeetingWishesLoader } from './meeting-wish.loaders.js';
import {
  MeetingPartnerType,
  MeetingSuggestionType,
  MeetingTermsType,
  MeetingWishType,
} from './meeting-wish.graphql.js';

/** What a wish shows beside its columns. */
@Resolver(() => MeetingWishType)
export class MeetingWishFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() wish: MeetingWish): string {
    return encodeGlobalId('MeetingWish', wish.id);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who wishes.' })
  from(@Parent() wish: MeetingWish, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(wish.fromRegistrationId, loaders);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Whom.' })
  to(@Parent() wish: MeetingWish, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(wish.toRegistrationId, loaders);
  }

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need that it is about, for readers who may see it under its buyer’s name.',
  })
  async need(
    @Parent() { needId }: MeetingWish,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType | null> {
    const need = needId && (await this.needs.loadVisibleNeed(loaders, viewer, needId));
    if (!need) return null;
    return need.alias === null || viewer.memberOf(need.organizationId) ? need : null;
  }

  private async organizationOf(id: string, loaders: LoaderScope): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, id);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }
}

/** A participant as the other side sees it. */
@Resolver(() => MeetingPartnerType)
export class MeetingPartnerFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly wishes: MeetingWishesLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Id, identical for every reader.' })
  id(@Parent() { registration }: MeetingPartnerType): string {
    return encodeGlobalId('MeetingPartner', registration.id);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who; null for a walk-in without a profile, who cannot be wished for.',
  })
  organization(
    @Parent() { registration: { organizationId } }: MeetingPartnerType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> | null {
    return organizationId ? this.organizations.loadOrganization(loaders, organizationId) : null;
  }

  @ResolveField(() => MeetingWishType, {
    nullable: true,
    description: 'What the asking participant wishes.',
  })
  async wish(
    @Parent() { registration, askingId }: MeetingPartnerType,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingWishType | null> {
    const own = await this.wishes.load(loaders, askingId);
    return own.find(({ toRegistrationId }) => toRegistrationId === registration.id) ?? null;
  }

  @ResolveField(() => MeetingWishType, {
    nullable: true,
    description: 'That it wishes to meet the asking participant; null without a wish and for a NO.',
  })
  async wishToMeet(
    @Parent() { registration, askingId }: MeetingPartnerType,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingWishType | null> {
    const theirs = await this.wishes.load(loaders, registration.id);
    const wish = theirs.find(({ toRegistrationId }) => toRegistrationId === askingId);
    return wish && wish.level !== WishLevel.NO ? wish : null;
  }
}

/** Who is suggested. */
@Resolver(() => MeetingSuggestionType)
export class MeetingSuggestionFieldsResolver {
  constructor(private readonly organizations: OrganizationsReader) {}

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who.' })
  organization(
    @Parent() { organizationId }: MeetingSuggestionType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.loadOrganization(loaders, organizationId);
  }
}

/** What wishes add to registrations: members and organizers see when a participant cannot meet. */
@Resolver(() => EventRegistrationType)
export class RegistrationAvailabilityResolver {
  constructor(
    private readonly absences: MeetingAbsencesLoader,
    private readonly slots: MeetingSlotLoader,
  ) {}

  @ResolveField(() => [MeetingSlotType], { description: 'Slots in which it cannot meet.' })
  async unavailableMeetingSlots(
    @Parent() registration: EventRegistration,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingSlotType[]> {
    const absences = await this.absences.load(loaders, registration.id);
    const slots = await Promise.all(absences.map(({ slotId }) => this.slots.load(loaders, slotId)));
    return slots.filter((slot) => slot !== null);
  }
}

/** What wishes add to events: the organizers' terms. */
@Resolver(() => MatchmakingEventType)
export class EventMeetingTermsResolver {
  constructor(private readonly terms: MeetingTermsLoader) {}

  @ResolveField(() => MeetingTermsType, { description: 'The organizers’ terms for 1:1 meetings.' })
  async meetingTerms(
    @Parent() event: MatchmakingEventType & { id: string },
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingTermsType> {
    return (await this.terms.load(loaders, event.id)) ?? defaultTerms(event.id);
  }
}
