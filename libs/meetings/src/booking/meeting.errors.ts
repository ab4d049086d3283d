import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { MeetingRequestState, MeetingState } from './meeting.enums.js';

@OutcomeType('MeetingSeatTakenError', 'One of the two has another meeting in this slot.')
export class MeetingSeatTakenError extends Outcome {
  constructor() {
    super('MEETING_SEAT_TAKEN', {}, ['input']);
  }
}

@OutcomeType('NoTableFreeError', 'All tables are taken in this slot.')
export class NoTableFreeError extends Outcome {
  constructor() {
    super('NO_TABLE_FREE', {}, ['input']);
  }
}

@OutcomeType('AlreadyMeetingError', 'The two have a meeting at this event.')
export class AlreadyMeetingError extends Outcome {
  constructor() {
    super('ALREADY_MEETING', {}, ['input']);
  }
}

@OutcomeType(
  'NotAtEventError',
  'The other organization has no confirmed place at the event, or not on the other side.',
)
export class NotAtEventError extends Outcome {
  constructor() {
    super('NOT_AT_EVENT', {}, ['input.withOrganizationId']);
  }
}

@OutcomeType('MeetingRequestStateError', 'The request was answered, or its time is over.')
export class MeetingRequestStateError extends Outcome {
  @Field(() => MeetingRequestState, { description: 'Where it stands.' })
  readonly state: MeetingRequestState;

  constructor(state: MeetingRequestState) {
    super('MEETING_REQUEST_STATE', {}, ['input.requestId']);
    this.state = state;
  }
}

@OutcomeType('MeetingStateError', 'The meeting is locked, over or cancelled.')
export class MeetingStateError extends Outcome {
  @Field(() => MeetingState, { description: 'Where it stands.' })
  readonly state: MeetingState;

  constructor(state: MeetingState) {
    super('MEETING_STATE', {}, ['input.meetingId']);
    this.state = state;
  }
}

@OutcomeType('MeetingGridInUseError', 'Meetings stand in slots or at tables that are to go.')
export class MeetingGridInUseError extends Outcome {
  @Field({
    description: 'Whether only provisional ones stand there, which can go with it (`discardProvisional`).',
  })
  readonly provisionalOnly: boolean;

  constructor(provisionalOnly: boolean) {
    super(provisionalOnly ? 'MEETING_GRID_PLANNED' : 'MEETING_GRID_IN_USE', {}, ['input']);
    this.provisionalOnly = provisionalOnly;
  }
}
