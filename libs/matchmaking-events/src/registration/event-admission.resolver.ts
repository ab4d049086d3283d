import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import type { OwnEvent } from '../events/own-events.service.js';
import {
  CloseEventRegistrationInput,
  DecideEventRegistrationInput,
  OpenEventRegistrationInput,
  PrioritizeEventRegistrationInput,
  SetEventAdmissionInput,
} from './event-registration.inputs.js';
import type { RegistrationStep } from './registration-changes.service.js';
import {
  CloseEventRegistrationResult,
  DecideEventRegistrationResult,
  EventAdmissionType,
  EventQuestionType,
  OpenEventRegistrationResult,
  PrioritizeEventRegistrationResult,
  SetEventAdmissionResult,
} from './event-registration.graphql.js';
import { EventAdmissionsLoader, EventQuestionsLoader, TakenPlacesLoader } from './registration.loaders.js';
import { EventAdmissionService } from './event-admission.service.js';

/** Whom an event admits, and when one can register. */
@Resolver(() => MatchmakingEventType)
export class EventAdmissionResolver {
  constructor(
    private readonly admissionsOf: EventAdmissionsLoader,
    private readonly questionsOf: EventQuestionsLoader,
    private readonly admission: EventAdmissionService,
  ) {}

  @ResolveField(() => [EventAdmissionType], { description: 'Whom it admits, by role.' })
  admissions(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventAdmissionType[]> {
    return this.admissionsOf.load(loaders, event.id);
  }

  @ResolveField(() => [EventQuestionType], { description: 'What is asked at registration.' })
  questions(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventQuestionType[]> {
    return this.questionsOf.load(loaders, event.id);
  }

  @Mutation(() => SetEventAdmissionResult, {
    description: 'Says whom an event admits and what is asked. Owners and editors of those who organize it.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setEventAdmission(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom and what.' }) input: SetEventAdmissionInput,
  ): Promise<SetEventAdmissionResult> {
    return this.admission.setAdmission(viewer, {
      ...own(input),
      admissions: input.admissions.map(({ capacity = null, ...more }) => ({ ...more, capacity })),
      questions: input.questions.map(({ text, kind, choices, required }) => ({
        text: text.trim(),
        kind,
        choices: [...new Set(choices.map((choice) => choice.trim()))],
        required,
      })),
    });
  }

  @Mutation(() => OpenEventRegistrationResult, {
    description: 'Lets organizations register. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  openEventRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: OpenEventRegistrationInput,
  ): Promise<OpenEventRegistrationResult> {
    return this.admission.openRegistration(viewer, own(input), input.closesAt ?? null);
  }

  @Mutation(() => CloseEventRegistrationResult, {
    description: 'Lets nobody register any more. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  closeEventRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: CloseEventRegistrationInput,
  ): Promise<CloseEventRegistrationResult> {
    return this.admission.closeRegistration(viewer, own(input));
  }

  @Mutation(() => DecideEventRegistrationResult, {
    description:
      'Lets a registration in or turns it down. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  decideEventRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: DecideEventRegistrationInput,
  ): Promise<DecideEventRegistrationResult> {
    const { approve, reason } = input;
    return this.admission.decideRegistration(viewer, {
      ...step(input),
      approve,
      reason: reason?.trim() || null,
    });
  }

  @Mutation(() => PrioritizeEventRegistrationResult, {
    description:
      'Lets a registration wait further ahead or back. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  prioritizeEventRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'How far.' }) input: PrioritizeEventRegistrationInput,
  ): Promise<PrioritizeEventRegistrationResult> {
    return this.admission.prioritizeRegistration(viewer, { ...step(input), priority: input.priority });
  }
}

/** How many places are left. */
@Resolver(() => EventAdmissionType)
export class EventAdmissionFieldsResolver {
  constructor(private readonly taken: TakenPlacesLoader) {}

  @ResolveField(() => Int, { nullable: true, description: 'Free places; null where as many come as like.' })
  async placesLeft(
    @Parent() admission: EventAdmissionType,
    @Loaders() loaders: LoaderScope,
  ): Promise<number | null> {
    if (admission.capacity === null) return null;
    const rows = await this.taken.load(loaders, admission.eventId);
    return Math.max(0, admission.capacity - (rows.find(({ role }) => role === admission.role)?.taken ?? 0));
  }
}

function own(input: { eventId: string; actingOrganizationId: string }): OwnEvent {
  return {
    id: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

function step(input: { registrationId: string; actingOrganizationId: string }): RegistrationStep {
  return {
    id: keyOf(input.registrationId, 'EventRegistration'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
