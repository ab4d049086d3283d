import { Access, CurrentViewer, readAnew, type RequestContext, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Resolver, Subscription } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';
import { EventNumbersArgs } from './dto/check-in.input.js';
import { EventNumbersWatch } from './event-numbers-watch.js';

/** The numbers of an event as they change. */
@Resolver()
export class EventNumbersResolver {
  constructor(private readonly numbers: EventNumbersWatch) {}

  @Subscription(() => MatchmakingEventType, {
    nullable: true,
    description:
      'An event at once, and each time its numbers have changed: who is registered and came, meetings, wishes, outcomes. For members of those who organize it.',
    resolve(
      this: EventNumbersResolver,
      eventId: string,
      _args: unknown,
      context: RequestContext,
    ): Promise<MatchmakingEvent | null> {
      readAnew(context);
      return this.numbers.find(context.viewer, eventId);
    },
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventNumbersChanged(
    @CurrentViewer() viewer: Viewer,
    @Args() { eventId }: EventNumbersArgs,
  ): Promise<AsyncIterableIterator<string>> {
    return this.numbers.watch(viewer, keyOf(eventId, 'MatchmakingEvent'));
  }
}
