import { CurrentLocale, Loaders } from '@app/identity';
import { type Connection, encodeGlobalId, type LoaderScope, type Locale, renderText } from '@app/kernel';
import { EventRegistrationsReader, MatchmakingEventsReader } from '@app/matchmaking-events';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { Args, Float, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DateTime } from 'luxon';
import { MeetingSlotLoader } from '../booking/meeting.loaders.js';
import { MeetingSlotType } from '../booking/meeting.type.js';
import { LeftOutArgs } from './dto/scheduling.input.js';
import type { SchedulingAdvice, SchedulingLeftOut, SchedulingRun } from './scheduling-run.entity.js';
import { LeftOutCausesLoader } from './scheduling.loaders.js';
import { SchedulingService } from './scheduling.service.js';
import {
  LeftOutCauseCountType,
  SchedulingAdviceType,
  SchedulingLeftOutConnectionType,
  SchedulingLeftOutType,
  SchedulingRunType,
} from './scheduling.type.js';

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
    return this.service.leftOut({ runId: run.id, cause: args.cause }, args);
  }
}

/** What is left out. */
@Resolver(() => SchedulingLeftOutType)
export class SchedulingLeftOutFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsLoader,
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
      ? this.organizations.load(loaders, registration.organizationId)
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
    private readonly organizations: OrganizationsLoader,
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
    return this.organizations.load(loaders, registration.organizationId);
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
