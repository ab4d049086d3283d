import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, keyOf, type LoaderScope } from '@app/kernel';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { mayReadDesk } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';
import { EventRegistrationsService } from '../registration/event-registrations.service.js';
import type { EventRepresentativeType } from '../registration/event-registration.type.js';
import {
  EventNumbersType,
  EventRepresentativeConnectionType,
  RegisterWalkInResult,
  SyncCheckInsResult,
} from './check-in.type.js';
import { EventNumbersLoader, TicketKeysLoader } from './check-in.loaders.js';
import {
  type CheckInEntryInput,
  EventAttendeesArgs,
  RegisterWalkInInput,
  SyncCheckInsInput,
} from './dto/check-in.input.js';
import { RegisterWalkIn } from './register-walk-in.js';
import { type NotedEntry, SyncCheckIns } from './sync-check-ins.js';

/** The door of an event: who is expected, who came. */
@Resolver(() => MatchmakingEventType)
export class CheckInResolver {
  constructor(
    private readonly registrations: EventRegistrationsService,
    private readonly syncing: SyncCheckIns,
    private readonly walkIns: RegisterWalkIn,
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
    return this.syncing.syncCheckIns(viewer, {
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
    return this.walkIns.registerWalkIn(viewer, {
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
