import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { MeetingState } from './meeting.enums.js';

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

@OutcomeType('MeetingStateError', 'The meeting is locked, over or cancelled.')
export class MeetingStateError extends Outcome {
  @Field(() => MeetingState, { description: 'Where it stands.' })
  readonly state: MeetingState;

  constructor(state: MeetingState) {
    super('MEETING_STATE', {}, ['input.meetingId']);
    this.state = state;
  }
}

defineTexts({
  MEETING_SEAT_TAKEN: {
    zh: '该时段双方中有一方已有洽谈。',
    en: 'One of the two has another meeting in this slot.',
  },
  NO_TABLE_FREE: { zh: '该时段已无空桌。', en: 'All tables are taken in this slot.' },
  ALREADY_MEETING: { zh: '双方在该活动中已有洽谈安排。', en: 'The two have a meeting at this event.' },
  NOT_AT_EVENT: {
    zh: '对方未以相应身份确认参加该活动。',
    en: 'The other organization has no confirmed place on the other side of this event.',
  },
  MEETING_STATE: {
    zh: '该洽谈已锁定、结束或取消，不能更改。',
    en: 'The meeting is locked, over or cancelled and cannot be changed.',
  },
});
