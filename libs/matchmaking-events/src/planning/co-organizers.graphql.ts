import { Access } from '@app/identity';
import { defineTexts, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { EventStepInput } from '../events/matchmaking-event.inputs.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';

defineTexts({
  CO_ORGANIZER_NOT_INVITED: {
    zh: '贵机构未被邀请联合主办该活动，或邀请已撤回。',
    en: 'Your organization was not asked to organize this event, or no longer is.',
  },
  ORGANIZER_CANNOT_JOIN_ITSELF: {
    zh: '主办方不能邀请自己联合主办。',
    en: 'The organizer cannot be its own co-organizer.',
  },
});

@InputType({ description: 'An organization that is asked to organize an event, too.' })
export class InviteCoOrganizerInput extends EventStepInput {
  @Field(() => ID, { description: 'Whom the organizer asks.' })
  organizationId!: string;
}

@InputType({ description: 'What an organization says that was asked to organize an event, too.' })
export class AnswerCoOrganizerInvitationInput {
  @Field(() => ID, { description: 'The organization that was asked, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field({ description: 'Whether it takes part.' })
  @IsBoolean()
  accept!: boolean;
}

@InputType({ description: 'A co-organizer, or one who was asked, who is to have no part any more.' })
export class RemoveCoOrganizerInput {
  @Field(() => ID, { description: 'The organizer, or the co-organizer that leaves; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Who has no part any more.' })
  organizationId!: string;
}

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
