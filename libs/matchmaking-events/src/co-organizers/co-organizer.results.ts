import { Access } from '@app/identity';
import { Outcome, OutcomeType, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';

@OutcomeType(
  'CoOrganizerNotInvitedError',
  'The organization was not asked to organize the event, or no longer is.',
)
export class CoOrganizerNotInvitedError extends Outcome {
  constructor() {
    super('CO_ORGANIZER_NOT_INVITED', {}, ['input.eventId']);
  }
}

interface EventPayload {
  readonly event: MatchmakingEvent;
}

function payload(
  name: string,
  description: string,
): Type<EventPayload> & (new (event: MatchmakingEvent) => EventPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements EventPayload {
    @Field(() => MatchmakingEventType, { description: 'The event as it is now.' })
    readonly event: MatchmakingEvent;

    constructor(event: MatchmakingEvent) {
      this.event = event;
    }
  }
  return Payload;
}

export const InviteCoOrganizerPayload = payload('InviteCoOrganizerPayload', 'The organization is asked.');
export const AnswerCoOrganizerInvitationPayload = payload(
  'AnswerCoOrganizerInvitationPayload',
  'The organization has answered.',
);
export const RemoveCoOrganizerPayload = payload(
  'RemoveCoOrganizerPayload',
  'The organization has no part in the event any more.',
);

export const InviteCoOrganizerResult = resultUnion('InviteCoOrganizerResult', [
  InviteCoOrganizerPayload,
  EventStateError,
] as const);
export type InviteCoOrganizerResult = typeof InviteCoOrganizerResult;

export const AnswerCoOrganizerInvitationResult = resultUnion('AnswerCoOrganizerInvitationResult', [
  AnswerCoOrganizerInvitationPayload,
  CoOrganizerNotInvitedError,
  EventStateError,
] as const);
export type AnswerCoOrganizerInvitationResult = typeof AnswerCoOrganizerInvitationResult;

export const RemoveCoOrganizerResult = resultUnion('RemoveCoOrganizerResult', [
  RemoveCoOrganizerPayload,
  EventStateError,
] as const);
export type RemoveCoOrganizerResult = typeof RemoveCoOrganizerResult;
