import { Access, CurrentViewer, Loaders, readAnew, type RequestContext, type Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import {
  Args,
  GraphQLISODateTime,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import QRCode from 'qrcode';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { mayReadDesk } from '../events/matchmaking-event.policy.js';
import type { EventRepresentative } from '../registration/event-registration.entity.js';
import {
  EventRegistrationType,
  EventRepresentativeType,
} from '../registration/event-registration.graphql.js';
import { EventRegistrationsService } from '../registration/event-registrations.service.js';
import { RegistrationState } from '../registration/registration.enums.js';
import { EventRegistrationsLoader, TicketKeysLoader } from '../registration/registration.loaders.js';
import { writeTicket } from '../registration/ticket-token.js';
import {
  type CheckInEntryInput,
  CheckInResultType,
  EventAttendeesArgs,
  EventNumbersArgs,
  EventNumbersType,
  EventRepresentativeConnectionType,
  EventTicketType,
  RegisterWalkInInput,
  RegisterWalkInResult,
  SyncCheckInsInput,
  SyncCheckInsResult,
} from './check-in.graphql.js';
import { AttendanceLoader, CheckInService, type NotedEntry } from './check-in.service.js';
import { EventNumbersLoader, EventNumbersService } from './event-numbers.service.js';

/** The door of an event: who is expected, who came. */
@Resolver(() => MatchmakingEventType)
export class CheckInResolver {
  constructor(
    private readonly registrations: EventRegistrationsService,
    private readonly service: CheckInService,
    private readonly keys: TicketKeysLoader,
    private readonly counted: EventNumbersLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Ed25519 key, 32 bytes in base64url, by which tickets are checked without a network.',
  })
  async ticketPublicKey(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<string | null> {
    return (await this.keys.load(loaders, event.id))?.publicKey ?? null;
  }

  @ResolveField(() => EventNumbersType, {
    nullable: true,
    description: 'How it stands now; for members of those who organize it.',
  })
  async numbers(
    @Parent() event: MatchmakingEvent,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventNumbersType | null> {
    if (!mayReadDesk(viewer, event)) return null;
    const roles = await this.counted.load(loaders, event.id);
    return { eventKey: event.id, roles, countedAt: this.clock.now() };
  }

  @Query(() => EventRepresentativeConnectionType, {
    description:
      'Who is expected at an event, for the devices at the door. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventAttendees(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventAttendeesArgs,
  ): Promise<Connection<EventRepresentativeType>> {
    return this.registrations.findAttendees(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Mutation(() => SyncCheckInsResult, {
    description:
      'Merges what a device noted at the door, perhaps without a network; again is once. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  syncCheckIns(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The notes.' }) input: SyncCheckInsInput,
  ): Promise<SyncCheckInsResult> {
    return this.service.syncCheckIns(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      device: input.device.trim(),
      entries: input.entries.map(noted),
    });
  }

  @Mutation(() => RegisterWalkInResult, {
    description:
      'Lets somebody in who comes without a registration. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  registerWalkIn(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who.' }) input: RegisterWalkInInput,
  ): Promise<RegisterWalkInResult> {
    const { role, companyName, name, jobTitle = null, device, evenIfFull, clientMutationId } = input;
    return this.service.registerWalkIn(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      ...{ role, companyName, name, jobTitle, device: device.trim(), evenIfFull, clientMutationId },
    });
  }
}

function noted(
  { entryId, ticket = null, representativeId = null, at }: CheckInEntryInput,
  i: number,
): NotedEntry {
  if ((ticket === null) === (representativeId === null))
    throw new BadInputError('CHECK_IN_NAMES_ONE', {}, [`input.entries.${i}`]);
  const key = representativeId === null ? null : keyOf(representativeId, 'EventRepresentative');
  return { id: entryId.toLowerCase(), ticket, representativeId: key, at };
}

/** The numbers of an event as they change. */
@Resolver()
export class EventNumbersResolver {
  constructor(private readonly numbers: EventNumbersService) {}

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
      return this.numbers.findWatchedEvent(context.viewer, eventId);
    },
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventNumbersChanged(
    @CurrentViewer() viewer: Viewer,
    @Args() { eventId }: EventNumbersArgs,
  ): Promise<AsyncIterableIterator<string>> {
    return this.numbers.watchNumbers(viewer, keyOf(eventId, 'MatchmakingEvent'));
  }
}

/** Tickets of representatives, and whether they came. */
@Resolver(() => EventRepresentativeType)
export class TicketsResolver {
  constructor(
    private readonly registrations: EventRegistrationsLoader,
    private readonly keys: TicketKeysLoader,
    private readonly attendance: AttendanceLoader,
  ) {}

  @ResolveField(() => EventRegistrationType, { description: 'The registration.' })
  async registration(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventRegistrationType> {
    const registration = await this.registrations.load(loaders, person.registrationId);
    if (!registration) throw new Error(`representative ${person.id} has no registration`);
    return registration;
  }

  @ResolveField(() => EventTicketType, {
    nullable: true,
    description: 'The ticket, once the organization has a place.',
  })
  async ticket(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventTicketType | null> {
    const registration = await this.registrations.load(loaders, person.registrationId);
    const key = await this.keys.load(loaders, person.eventId);
    if (!key || registration?.state !== RegistrationState.CONFIRMED) return null;
    const { id: representativeId, eventId, ticketSerial: serial } = person;
    return { token: writeTicket({ eventId, representativeId, serial }, key.privateKey) };
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: 'When the person came.' })
  async checkedInAt(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<Date | null> {
    return (await this.attendance.load(loaders, person.id))?.at ?? null;
  }

  @ResolveField(() => Int, {
    description: 'How often devices noted the person; more than one are duplicates.',
  })
  async checkIns(@Parent() person: EventRepresentative, @Loaders() loaders: LoaderScope): Promise<number> {
    return (await this.attendance.load(loaders, person.id))?.entries ?? 0;
  }
}

/** The QR code of a ticket. */
@Resolver(() => EventTicketType)
export class TicketFieldsResolver {
  @ResolveField(() => String, { description: 'The QR code as SVG.' })
  qrSvg(@Parent() { token }: EventTicketType): Promise<string> {
    return QRCode.toString(token, { type: 'svg', errorCorrectionLevel: 'M' });
  }
}

/** Whom an entry speaks of. */
@Resolver(() => CheckInResultType)
export class CheckInResultFieldsResolver {
  @ResolveField(() => ID, { nullable: true, description: 'The representative.' })
  representativeId(@Parent() { representativeKey }: CheckInResultType): string | null {
    return representativeKey && encodeGlobalId('EventRepresentative', representativeKey);
  }
}
