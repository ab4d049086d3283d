import {
  Access,
  CurrentLocale,
  CurrentViewer,
  Loaders,
  readAnew,
  type RequestContext,
  type Viewer,
} from '@app/identity';
import {
  type Connection,
  encodeGlobalId,
  keyOf,
  type LoaderScope,
  type Locale,
  renderText,
} from '@app/kernel';
import { EventRegistrationsReader, MatchmakingEventsReader } from '@app/matchmaking-events';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import {
  Args,
  Float,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { DateTime } from 'luxon';
import { MeetingSlotLoader } from '../grid/meeting-grid.loaders.js';
import { MeetingSlotType } from '../grid/meeting-grid.graphql.js';
import { SchedulingService } from './scheduling.service.js';
import type { SchedulingAdvice, SchedulingLeftOut, SchedulingRun } from './scheduling-run.entity.js';
import {
  CancelSchedulingInput,
  CancelSchedulingResult,
  LeftOutArgs,
  LeftOutCauseCountType,
  SchedulingAdviceType,
  SchedulingLeftOutConnectionType,
  SchedulingLeftOutType,
  SchedulingRunArgs,
  SchedulingRunConnectionType,
  SchedulingRunsArgs,
  SchedulingRunType,
  StartSchedulingInput,
  StartSchedulingResult,
} from './scheduling.graphql.js';
import { LeftOutCausesLoader } from './scheduling.loaders.js';

/** What a run shows beside its columns. */
@Resolver(() => SchedulingRunType)
export class SchedulingRunFieldsResolver {
  constructor(
    private readonly service: SchedulingService,
    private readonly counts: LeftOutCausesLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() run: SchedulingRun): string {
    return encodeGlobalId('SchedulingRun', run.id);
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: 'How far the schedule may be from the best, 0 to 1; null while not known.',
  })
  gap(@Parent() { bound, meetings }: SchedulingRun): number | null {
    if (bound === null) return null;
    return bound === 0 ? 0 : Math.max(0, bound - meetings) / bound;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it failed, in the reader’s language.' })
  failure(@Parent() { failure }: SchedulingRun, @CurrentLocale() locale: Locale): string | null {
    return failure && renderText(locale, failure);
  }

  @ResolveField(() => [LeftOutCauseCountType], {
    description: 'How many wished meetings are left out, by cause.',
  })
  causes(@Parent() run: SchedulingRun, @Loaders() loaders: LoaderScope): Promise<LeftOutCauseCountType[]> {
    return this.counts.load(loaders, run.id);
  }

  @ResolveField(() => SchedulingLeftOutConnectionType, { description: 'What is left out, and why.' })
  leftOut(
    @Parent() run: SchedulingRun,
    @Args() args: LeftOutArgs,
  ): Promise<Connection<SchedulingLeftOutType>> {
    return this.service.findLeftOut({ runId: run.id, cause: args.cause }, args);
  }
}

/** What is left out. */
@Resolver(() => SchedulingLeftOutType)
export class SchedulingLeftOutFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The buyer; null without a profile.' })
  buyer(
    @Parent() pair: SchedulingLeftOut,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizationOf(pair.buyerRegistrationId, loaders);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The supplier; null without a profile.',
  })
  supplier(
    @Parent() pair: SchedulingLeftOut,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizationOf(pair.supplierRegistrationId, loaders);
  }

  @ResolveField(() => String, { description: 'The cause in the reader’s language.' })
  reason(@Parent() { cause }: SchedulingLeftOut, @CurrentLocale() locale: Locale): string {
    return renderText(locale, `LEFT_OUT_${cause}`);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the two have a published meeting, which falls out when the schedule is published.',
  })
  fallsOut(@Parent() { meetingId }: SchedulingLeftOut): boolean {
    return meetingId !== null;
  }

  private async organizationOf(id: string, loaders: LoaderScope): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, id);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }
}

/** What would help. */
@Resolver(() => SchedulingAdviceType)
export class SchedulingAdviceFieldsResolver {
  constructor(
    private readonly slots: MeetingSlotLoader,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  @ResolveField(() => MeetingSlotType, { nullable: true, description: 'The slot from which it holds.' })
  slot(
    @Parent() { slotId }: SchedulingAdvice,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingSlotType | null> | null {
    return slotId ? this.slots.load(loaders, slotId) : null;
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The participant concerned.' })
  async organization(
    @Parent() { registrationId }: SchedulingAdvice,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    const registration =
      registrationId && (await this.registrations.loadRegistration(loaders, registrationId));
    if (!registration || !registration.organizationId) return null;
    return this.organizations.loadOrganization(loaders, registration.organizationId);
  }

  @ResolveField(() => String, { description: 'In a sentence, in the reader’s language.' })
  async text(
    @Parent() advice: SchedulingAdvice,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<string> {
    const { kind, gain, mostGain, slotId } = advice;
    const slot = slotId && (await this.slots.load(loaders, slotId));
    const event = slot && (await this.events.loadEvent(loaders, slot.eventId));
    const time = event ? DateTime.fromJSDate(slot.startsAt, { zone: event.zone }).toFormat('HH:mm') : '';
    const who = await this.organization(advice, loaders);
    const name = locale === 'en' ? (who?.nameEn ?? who?.name) : who?.name;
    return renderText(locale, `ADVICE_${kind}`, { gain, most: mostGain, time, who: name ?? '' });
  }
}

/** Automatic schedules of events. */
@Resolver(() => SchedulingRunType)
export class SchedulingResolver {
  constructor(private readonly scheduling: SchedulingService) {}

  @Query(() => SchedulingRunConnectionType, {
    description: 'Runs of the scheduler for an event, the latest first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  schedulingRuns(
    @CurrentViewer() viewer: Viewer,
    @Args() args: SchedulingRunsArgs,
  ): Promise<Connection<SchedulingRunType>> {
    return this.scheduling.findEventRuns(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
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
    return this.scheduling.findRun(viewer, keyOf(id, 'SchedulingRun'));
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
      return this.scheduling.findRun(context.viewer, id);
    },
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  schedulingProgressed(
    @CurrentViewer() viewer: Viewer,
    @Args() { id }: SchedulingRunArgs,
  ): Promise<AsyncIterableIterator<string>> {
    return this.scheduling.watchRun(viewer, keyOf(id, 'SchedulingRun'));
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
    return this.scheduling.startScheduling(viewer, {
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
    return this.scheduling.cancelScheduling(viewer, {
      runId: keyOf(input.runId, 'SchedulingRun'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      keepBest: input.keepBest,
    });
  }
}
