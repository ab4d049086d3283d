import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MeetingPartnersArgs, MyMeetingsArgs } from '../booking/meeting.graphql.js';
import { MeetingWishesReader, type ParticipantKey } from './meeting-wishes.reader.js';
import {
  EventMeetingWishesArgs,
  MeetingPartnerConnectionType,
  MeetingPartnerType,
  MeetingSuggestionsArgs,
  MeetingSuggestionType,
  MeetingWishConnectionType,
  MeetingWishType,
  SetMeetingAvailabilityInput,
  SetMeetingAvailabilityPayload,
  SetMeetingTermsInput,
  SetMeetingTermsPayload,
  SetMeetingWishInput,
  SetMeetingWishResult,
  WithdrawMeetingWishInput,
  WithdrawMeetingWishResult,
} from './meeting-wish.graphql.js';
import { MeetingWishesService } from './meeting-wishes.service.js';

/** The organizers' terms for meetings. */
@Resolver()
export class MeetingTermsResolver {
  constructor(private readonly terms: MeetingWishesService) {}

  @Mutation(() => SetMeetingTermsPayload, {
    description:
      'Says until when wishes are taken and how many meetings each gets. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setMeetingTerms(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The terms.' }) input: SetMeetingTermsInput,
  ): Promise<SetMeetingTermsPayload> {
    return this.terms.setMeetingTerms(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      wishesUntil: input.wishesUntil ?? null,
      mostPerBuyer: input.mostPerBuyer ?? null,
      mostPerSupplier: input.mostPerSupplier ?? null,
      leastEach: input.leastEach ?? null,
      mustWishesEach: input.mustWishesEach,
    });
  }
}

/** Whom participants wish to meet. */
@Resolver(() => MeetingWishType)
export class MeetingWishesResolver {
  constructor(
    private readonly reader: MeetingWishesReader,
    private readonly wishes: MeetingWishesService,
  ) {}

  @Query(() => MeetingPartnerConnectionType, {
    description:
      'All confirmed participants of the other side of an event, whether they match or not, optionally filtered by part of a name. Members of a participant.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  meetingPartners(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MeetingPartnersArgs,
  ): Promise<Connection<MeetingPartnerType>> {
    return this.reader.findPartners(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'What an organization wishes at an event, the first first. Its members.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  myMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.reader.findOwnWishes(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'Who wishes to meet an organization at an event; a NO is never shown. Its members.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  receivedMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.reader.findReceivedWishes(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'All wishes of an event, the first first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventMeetingWishesArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.reader.findEventWishes(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Query(() => [MeetingSuggestionType], {
    description:
      'Participants of the other side that fit and have no wish yet, best first, with the match card. Members of a participant.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  meetingSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MeetingSuggestionsArgs,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingSuggestionType[]> {
    return this.reader.suggestPartners(viewer, participant(args), args.first, { locale, loaders });
  }

  @Mutation(() => SetMeetingWishResult, {
    description:
      'Says how much one wishes to meet somebody of the other side; the last word counts. Owners and editors of a participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  setMeetingWish(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom, and how much.' }) input: SetMeetingWishInput,
  ): Promise<SetMeetingWishResult> {
    return this.wishes.setMeetingWish(viewer, {
      ...pair(input),
      level: input.level,
      needId: input.needId ? keyOf(input.needId, 'ProcurementNeed') : null,
    });
  }

  @Mutation(() => WithdrawMeetingWishResult, {
    description: 'Takes a wish back. Owners and editors of a participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  withdrawMeetingWish(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: WithdrawMeetingWishInput,
  ): Promise<WithdrawMeetingWishResult> {
    return this.wishes.withdrawMeetingWish(viewer, pair(input));
  }

  @Mutation(() => SetMeetingAvailabilityPayload, {
    description: 'Says in which slots a participant cannot meet. Owners and editors of a participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  setMeetingAvailability(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The slots.' }) input: SetMeetingAvailabilityInput,
  ): Promise<SetMeetingAvailabilityPayload> {
    const unavailableSlotIds = input.unavailableSlotIds.map((id) => keyOf(id, 'MeetingSlot'));
    return this.wishes.setMeetingAvailability(viewer, { ...participant(input), unavailableSlotIds });
  }
}

function participant(input: { eventId: string; actingOrganizationId: string }): ParticipantKey {
  return {
    eventId: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

function pair(input: { eventId: string; actingOrganizationId: string; withOrganizationId: string }) {
  return {
    ...participant(input),
    withOrganizationId: keyOf(input.withOrganizationId, 'Organization'),
  };
}
