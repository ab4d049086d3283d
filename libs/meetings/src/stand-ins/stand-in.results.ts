import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import {
  AlreadyMeetingError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
} from '../booking/meeting.errors.js';
import { MeetingType } from '../booking/meeting.type.js';

@InputType({ description: 'Who of one’s own representatives is to sit in a meeting.' })
export class NameMeetingStandInInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, { description: 'A registered representative of the same registration.' })
  representativeId!: string;
}

@ObjectType('NameMeetingStandInPayload', { description: 'Somebody else sits there.' })
@Access('the caller')
export class NameMeetingStandInPayload {
  @Field(() => MeetingType, { description: 'The meeting as it is now.' })
  readonly meeting: Meeting;

  constructor(meeting: Meeting) {
    this.meeting = meeting;
  }
}

export const NameMeetingStandInResult = resultUnion('NameMeetingStandInResult', [
  NameMeetingStandInPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type NameMeetingStandInResult = typeof NameMeetingStandInResult;
