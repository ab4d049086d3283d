import { Access } from '@app/identity';
import { Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventChangedMeanwhileError, EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';
import type { AgendaConflict } from './agenda-conflict.js';

@OutcomeType('AgendaConflictError', 'Two sessions want one room, or one speaker, at the same time.')
export class AgendaConflictError extends Outcome {
  @Field(() => [Int], { description: 'The two sessions, by their places in the list, from 0.' })
  readonly sessions: number[];

  @Field(() => String, { nullable: true, description: 'The room that both want.' })
  readonly room: string | null;

  @Field(() => String, { nullable: true, description: 'Who would have to be in both.' })
  readonly speaker: string | null;

  constructor({ first, second, room, speaker }: AgendaConflict) {
    super(
      room === null ? 'SPEAKER_IN_TWO_SESSIONS' : 'ROOM_TAKEN_TWICE',
      { first: first + 1, second: second + 1, room: room ?? '', speaker: speaker ?? '' },
      [first, second].map((i) => `input.sessions.${i}`),
    );
    this.sessions = [first, second];
    this.room = room;
    this.speaker = speaker;
  }
}

@ObjectType('SetEventAgendaPayload', { description: 'The agenda is set.' })
@Access('the caller')
export class SetEventAgendaPayload {
  @Field(() => MatchmakingEventType, { description: 'The event as it is now.' })
  readonly event: MatchmakingEvent;

  constructor(event: MatchmakingEvent) {
    this.event = event;
  }
}

export const SetEventAgendaResult = resultUnion('SetEventAgendaResult', [
  SetEventAgendaPayload,
  AgendaConflictError,
  EventChangedMeanwhileError,
  EventStateError,
] as const);
export type SetEventAgendaResult = typeof SetEventAgendaResult;
