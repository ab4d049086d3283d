import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingStateError } from '../booking/meeting.errors.js';
import { MeetingType } from '../booking/meeting.type.js';

interface MeetingPayload {
  readonly meeting: Meeting;
}

function meetingPayload(
  name: string,
  description: string,
): Type<MeetingPayload> & (new (meeting: Meeting) => MeetingPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements MeetingPayload {
    @Field(() => MeetingType, { description: 'The meeting as it is now.' })
    readonly meeting: Meeting;

    constructor(meeting: Meeting) {
      this.meeting = meeting;
    }
  }
  return Payload;
}

export const RecordMeetingAttendancePayload = meetingPayload(
  'RecordMeetingAttendancePayload',
  'It is noted who came.',
);
export const ClaimMeetingOutcomePayload = meetingPayload(
  'ClaimMeetingOutcomePayload',
  'The claim is noted, or taken back.',
);
export const RateMeetingPayload = meetingPayload('RateMeetingPayload', 'The feedback is noted.');

export const RecordMeetingAttendanceResult = resultUnion('RecordMeetingAttendanceResult', [
  RecordMeetingAttendancePayload,
  MeetingStateError,
] as const);
export type RecordMeetingAttendanceResult = typeof RecordMeetingAttendanceResult;

export const ClaimMeetingOutcomeResult = resultUnion('ClaimMeetingOutcomeResult', [
  ClaimMeetingOutcomePayload,
  MeetingStateError,
] as const);
export type ClaimMeetingOutcomeResult = typeof ClaimMeetingOutcomeResult;

export const RateMeetingResult = resultUnion('RateMeetingResult', [
  RateMeetingPayload,
  MeetingStateError,
] as const);
export type RateMeetingResult = typeof RateMeetingResult;
