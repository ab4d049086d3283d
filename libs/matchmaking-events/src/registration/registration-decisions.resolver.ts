import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { DecideRegistration } from './decide-registration.js';
import {
  DecideEventRegistrationInput,
  PrioritizeEventRegistrationInput,
} from './dto/event-registration.input.js';
import { EventRegistrationType } from './event-registration.type.js';
import { DecideEventRegistrationResult, PrioritizeEventRegistrationResult } from './registration.results.js';

/** What organizers decide on registrations. */
@Resolver(() => EventRegistrationType)
export class RegistrationDecisionsResolver {
  constructor(private readonly decisions: DecideRegistration) {}

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
    return this.decisions.decide(viewer, { ...step(input), approve, reason: reason?.trim() || null });
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
    return this.decisions.prioritize(viewer, { ...step(input), priority: input.priority });
  }
}

function step(input: { registrationId: string; actingOrganizationId: string }): {
  id: string;
  organizationId: string;
} {
  return {
    id: keyOf(input.registrationId, 'EventRegistration'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
