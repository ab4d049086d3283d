import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MeetingPartnersArgs, MyMeetingsArgs } from '../booking/dto/meeting.input.js';
import {
  EventMeetingWishesArgs,
  MeetingSuggestionsArgs,
  SetMeetingAvailabilityInput,
  SetMeetingWishInput,
  WithdrawMeetingWishInput,
} from './dto/meeting-wish.input.js';
import { MeetingSuggestions } from './meeting-suggestions.js';
import {
  SetMeetingAvailabilityPayload,
  SetMeetingWishResult,
  WithdrawMeetingWishResult,
} from './meeting-wish.results.js';
import {
  MeetingPartnerConnectionType,
  MeetingPartnerType,
  MeetingSuggestionType,
  MeetingWishConnectionType,
  MeetingWishType,
} from './meeting-wish.type.js';
import { MeetingWishesService, type ParticipantKey } from './meeting-wishes.service.js';
import { SetMeetingAvailability } from './set-meeting-availability.js';
import { StateMeetingWishes } from './state-meeting-wishes.js';

/** Whom participants wish to meet. */
@Resolver(() => MeetingWishType)
export class MeetingWishesResolver {
  constructor(
    private readonly wishes: MeetingWishesService,
    private readonly stating: StateMeetingWishes,
    private readonly availability: SetMeetingAvailability,
    private readonly suggestions: MeetingSuggestions,
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
    return this.wishes.partners(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'What an organization wishes at an event, the first first. Its members.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  myMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.wishes.own(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'Who wishes to meet an organization at an event; a NO is never shown. Its members.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  receivedMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.wishes.received(viewer, participant(args), args);
  }

  @Query(() => MeetingWishConnectionType, {
    description: 'All wishes of an event, the first first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventMeetingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventMeetingWishesArgs,
  ): Promise<Connection<MeetingWishType>> {
    return this.wishes.ofEvent(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Query(() => [MeetingSuggestionType], {
    description:
      'Participants of the other side that fit and of whom nothing is wished yet, best first, with the match card. Members of a participant.',
  })
  @Access('members of the acting organization, which takes part', 'SIGNED_IN')
  meetingSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MeetingSuggestionsArgs,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingSuggestionType[]> {
    return this.suggestions.of(viewer, participant(args), args.first, { locale, loaders });
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
    return this.stating.set(viewer, {
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
    return this.stating.withdraw(viewer, pair(input));
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
    return this.availability.set(viewer, { ...participant(input), unavailableSlotIds });
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
