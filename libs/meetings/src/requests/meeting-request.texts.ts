import { Field } from '@nestjs/graphql';
import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { MeetingRequestState } from './meeting-request.entity.js';

defineTexts({
  MEETING_REQUEST_STATE: {
    zh: '该洽谈邀约已答复或已过期。',
    en: 'The request was answered, or its time is over.',
  },
  MEETING_SAME_SLOT: { zh: '该洽谈已在这一时段。', en: 'The meeting is in this slot already.' },
});

@OutcomeType('MeetingRequestStateError', 'The request was answered, or its time is over.')
export class MeetingRequestStateError extends Outcome {
  @Field(() => MeetingRequestState, { description: 'Where it stands.' })
  readonly state: MeetingRequestState;

  constructor(state: MeetingRequestState) {
    super('MEETING_REQUEST_STATE', {}, ['input.requestId']);
    this.state = state;
  }
}
