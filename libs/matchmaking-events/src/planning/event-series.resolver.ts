import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { BatchListLoader, keyOf, type LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { RepeatMatchmakingEventInput, RepeatMatchmakingEventResult } from './event-series.graphql.js';
import { EventSeriesService } from './event-series.service.js';

/** The announced editions of series, many series in one statement. */
@Injectable()
export class EventEditionsLoader extends BatchListLoader<MatchmakingEvent> {
  constructor(private readonly series: EventSeriesService) {
    super();
  }

  protected fetch(seriesIds: readonly string[]): Promise<MatchmakingEvent[]> {
    return this.series.findAnnouncedEditions(seriesIds);
  }

  protected keyOf({ seriesId }: MatchmakingEvent): string {
    return seriesId ?? '';
  }
}

/** Events that come again. */
@Resolver(() => MatchmakingEventType)
export class EventSeriesResolver {
  constructor(
    private readonly editions: EventEditionsLoader,
    private readonly series: EventSeriesService,
  ) {}

  @ResolveField(() => [MatchmakingEventType], {
    description: 'Announced editions of the same series, itself among them, the earliest first.',
  })
  async seriesEditions(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchmakingEventType[]> {
    return event.seriesId ? this.editions.load(loaders, event.seriesId) : [];
  }

  @Mutation(() => RepeatMatchmakingEventResult, {
    description:
      'Drafts further editions of an event: next year’s, or a series. Owners and editors of those who organize it.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  repeatMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'How it comes again.' }) input: RepeatMatchmakingEventInput,
  ): Promise<RepeatMatchmakingEventResult> {
    return this.series.repeatEvent(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      step: input.step,
      times: input.times,
      clientMutationId: input.clientMutationId,
    });
  }
}
