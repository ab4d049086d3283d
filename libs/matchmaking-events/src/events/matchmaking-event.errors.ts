import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import type { OutsideEvent } from './event-followers.js';
import { EventState } from './matchmaking-event.enums.js';

@OutcomeType('EventChangedMeanwhileError', 'Somebody else changed the event after the caller had read it.')
export class EventChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the event has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('EVENT_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

@OutcomeType('EventStateError', 'The event stands where this is no longer possible: finished or cancelled.')
export class EventStateError extends Outcome {
  @Field(() => EventState, { description: 'Where the event stands.' })
  readonly state: EventState;

  constructor(state: EventState) {
    super(state === EventState.CANCELLED ? 'EVENT_IS_CANCELLED' : 'EVENT_IS_FINISHED', {}, ['input.eventId']);
    this.state = state;
  }
}

@OutcomeType('EventWithoutPlaceError', 'An announced event needs a venue in a region, or an online link.')
export class EventWithoutPlaceError extends Outcome {
  constructor() {
    super('EVENT_WITHOUT_PLACE', {}, ['input.venue', 'input.regionCode', 'input.onlineUrl']);
  }
}

@OutcomeType('EventInPastError', 'The end of the event lies in the past, so that it cannot be announced so.')
export class EventInPastError extends Outcome {
  constructor() {
    super('EVENT_IN_PAST', {}, ['input.schedule.ends']);
  }
}

@OutcomeType(
  'EventMeetingsOutsideError',
  'Slots for meetings would lie outside of the new times of the event, and it was not said that they are cancelled.',
)
export class EventMeetingsOutsideError extends Outcome {
  @Field(() => Int, { description: 'How many slots would go.' })
  readonly slots: number;

  @Field(() => Int, { description: 'How many meetings of which the two sides know would be cancelled.' })
  readonly meetings: number;

  constructor({ slots, meetings }: OutsideEvent) {
    super('EVENT_MEETINGS_OUTSIDE', { slots, meetings }, ['input.schedule']);
    this.slots = slots;
    this.meetings = meetings;
  }
}
