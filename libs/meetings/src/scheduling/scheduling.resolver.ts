import { Access, CurrentViewer, readAnew, type RequestContext, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import {
  CancelSchedulingInput,
  SchedulingRunArgs,
  SchedulingRunsArgs,
  StartSchedulingInput,
} from './dto/scheduling.input.js';
import { OrderScheduling } from './order-scheduling.js';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { CancelSchedulingResult, StartSchedulingResult } from './scheduling.results.js';
import { SchedulingService } from './scheduling.service.js';
import { SchedulingRunConnectionType, SchedulingRunType } from './scheduling.type.js';

/** Automatic schedules of events. */
@Resolver(() => SchedulingRunType)
export class SchedulingResolver {
  constructor(
    private readonly scheduling: SchedulingService,
    private readonly orders: OrderScheduling,
  ) {}

  @Query(() => SchedulingRunConnectionType, {
    description: 'Runs of the scheduler for an event, the latest first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  schedulingRuns(
    @CurrentViewer() viewer: Viewer,
    @Args() args: SchedulingRunsArgs,
  ): Promise<Connection<SchedulingRunType>> {
    return this.scheduling.ofEvent(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Query(() => SchedulingRunType, {
    nullable: true,
    description: 'One run, for members of those who organize the event; null for everybody else.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  schedulingRun(
    @CurrentViewer() viewer: Viewer,
    @Args() { id }: SchedulingRunArgs,
  ): Promise<SchedulingRunType | null> {
    return this.scheduling.find(viewer, keyOf(id, 'SchedulingRun'));
  }

  @Subscription(() => SchedulingRunType, {
    nullable: true,
    description:
      'A run each time it has got on, about once a second. For members of those who organize the event.',
    resolve(
      this: SchedulingResolver,
      id: string,
      _args: unknown,
      context: RequestContext,
    ): Promise<SchedulingRun | null> {
      readAnew(context);
      return this.scheduling.find(context.viewer, id);
    },
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  schedulingProgressed(
    @CurrentViewer() viewer: Viewer,
    @Args() { id }: SchedulingRunArgs,
  ): Promise<AsyncIterableIterator<string>> {
    return this.scheduling.watch(viewer, keyOf(id, 'SchedulingRun'));
  }

  @Mutation(() => StartSchedulingResult, {
    description:
      'Sends the scheduler to work; its provisional schedule takes the place of the one before. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  startScheduling(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What is wanted.' }) input: StartSchedulingInput,
  ): Promise<StartSchedulingResult> {
    const { mode, seconds, clientMutationId } = input;
    return this.orders.start(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      mode,
      seconds,
      clientMutationId,
    });
  }

  @Mutation(() => CancelSchedulingResult, {
    description: 'Ends a run before its time. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  cancelScheduling(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and how.' }) input: CancelSchedulingInput,
  ): Promise<CancelSchedulingResult> {
    return this.orders.cancel(viewer, {
      runId: keyOf(input.runId, 'SchedulingRun'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      keepBest: input.keepBest,
    });
  }
}
