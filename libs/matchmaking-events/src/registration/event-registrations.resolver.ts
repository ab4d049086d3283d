import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  RegistrationChangesService,
  type OwnRegistrationStep,
  type RegistrationStep,
} from './registration-changes.service.js';
import {
  AcceptEventPlaceInput,
  EventRegistrationsArgs,
  type EventRepresentativeInput,
  MyEventRegistrationsArgs,
  MyEventVisitsArgs,
  RegisterAsVisitorInput,
  RegisterForEventInput,
  TransferEventPlaceInput,
  WithdrawFromEventInput,
} from './event-registration.inputs.js';
import {
  AcceptEventPlaceResult,
  EventRegistrationConnectionType,
  EventRegistrationType,
  RegisterAsVisitorResult,
  RegisterForEventResult,
  TransferEventPlaceResult,
  WithdrawFromEventResult,
} from './event-registration.graphql.js';
import { EventRegistrationsService } from './event-registrations.service.js';
import type { NamedRepresentative } from './registration-terms.reader.js';

/** How organizations come to events. */
@Resolver(() => EventRegistrationType)
export class EventRegistrationsResolver {
  constructor(
    private readonly registrations: EventRegistrationsService,
    private readonly changes: RegistrationChangesService,
  ) {}

  @Query(() => EventRegistrationConnectionType, {
    description: 'Registrations for an event, the first first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventRegistrations(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventRegistrationsArgs,
  ): Promise<Connection<EventRegistrationType>> {
    const { states, role } = args;
    return this.registrations.findEventRegistrations(
      viewer,
      { eventId: keyOf(args.eventId, 'MatchmakingEvent'), states, role },
      args,
    );
  }

  @Query(() => EventRegistrationConnectionType, {
    description: 'Registrations of an organization, the first first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myEventRegistrations(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyEventRegistrationsArgs,
  ): Promise<Connection<EventRegistrationType>> {
    const organizationId = keyOf(args.actingOrganizationId, 'Organization');
    const eventId = args.eventId ? keyOf(args.eventId, 'MatchmakingEvent') : undefined;
    return this.registrations.findOrganizationRegistrations(viewer, { organizationId, eventId }, args);
  }

  @Query(() => EventRegistrationConnectionType, {
    description: 'Registrations of the caller as a visitor on their own, the first first.',
  })
  @Access('the caller', 'SIGNED_IN')
  myEventVisits(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyEventVisitsArgs,
  ): Promise<Connection<EventRegistrationType>> {
    const eventId = args.eventId ? keyOf(args.eventId, 'MatchmakingEvent') : undefined;
    return this.registrations.findVisits(viewer, eventId, args);
  }

  @Mutation(() => RegisterAsVisitorResult, {
    description:
      'Registers the caller for an event as a visitor on their own. Everybody who is signed in; no organization is needed.',
  })
  @Access('the caller', 'SIGNED_IN')
  registerAsVisitor(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The visit.' }) input: RegisterAsVisitorInput,
  ): Promise<RegisterAsVisitorResult> {
    return this.changes.registerVisitor(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      companyName: input.companyName?.trim() || null,
      jobTitle: input.jobTitle?.trim() || null,
      answers: input.answers,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => RegisterForEventResult, {
    description: 'Registers an organization for an event. Its owners and editors.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  registerForEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The registration.' }) input: RegisterForEventInput,
  ): Promise<RegisterForEventResult> {
    return this.changes.registerOrganization(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      role: input.role,
      representatives: input.representatives.map(named),
      answers: input.answers,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => WithdrawFromEventResult, {
    description:
      'Takes a registration back. Owners and editors of the registered organization, or the visitor.',
  })
  @Access('owners and editors of the acting organization, which is registered, or the visitor', 'SIGNED_IN')
  withdrawFromEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The registration.' }) input: WithdrawFromEventInput,
  ): Promise<WithdrawFromEventResult> {
    return this.changes.withdrawRegistration(viewer, ownStep(input));
  }

  @Mutation(() => AcceptEventPlaceResult, {
    description: 'Takes an offered place. Owners and editors of the registered organization, or the visitor.',
  })
  @Access('owners and editors of the acting organization, which is registered, or the visitor', 'SIGNED_IN')
  acceptEventPlace(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The registration.' }) input: AcceptEventPlaceInput,
  ): Promise<AcceptEventPlaceResult> {
    return this.changes.acceptPlace(viewer, ownStep(input));
  }

  @Mutation(() => TransferEventPlaceResult, {
    description: 'Lets a colleague come instead. Owners and editors of the registered organization.',
  })
  @Access('owners and editors of the acting organization, which is registered', 'SIGNED_IN')
  transferEventPlace(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The person who leaves and the one who comes instead.' })
    input: TransferEventPlaceInput,
  ): Promise<TransferEventPlaceResult> {
    const representativeId = keyOf(input.representativeId, 'EventRepresentative');
    return this.changes.transferPlace(viewer, {
      ...step(input),
      representativeId,
      colleague: named(input.colleague),
    });
  }
}

function ownStep(input: WithdrawFromEventInput): OwnRegistrationStep {
  const { registrationId, actingOrganizationId } = input;
  return {
    id: keyOf(registrationId, 'EventRegistration'),
    organizationId: actingOrganizationId ? keyOf(actingOrganizationId, 'Organization') : null,
  };
}

function step(input: { registrationId: string; actingOrganizationId: string }): RegistrationStep {
  return {
    id: keyOf(input.registrationId, 'EventRegistration'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

function named({ userId, name, jobTitle }: EventRepresentativeInput): NamedRepresentative {
  return {
    userId: userId ? keyOf(userId, 'User') : null,
    name: name?.trim() || null,
    jobTitle: jobTitle?.trim() || null,
  };
}
