import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { type MatchmakingEvent, MatchmakingEventType } from '@app/matchmaking-events';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MeetingRequest } from './meeting-request.entity.js';
import type { Meeting } from './meeting.entity.js';
import {
  AlreadyMeetingError,
  MeetingGridInUseError,
  MeetingRequestStateError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
  NotAtEventError,
} from './meeting.errors.js';
import { MeetingRequestType, MeetingType } from './meeting.type.js';

interface MeetingPayload {
  readonly meeting: Meeting;
}

interface RequestPayload {
  readonly request: MeetingRequest;
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

function requestPayload(
  name: string,
  description: string,
): Type<RequestPayload> & (new (request: MeetingRequest) => RequestPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements RequestPayload {
    @Field(() => MeetingRequestType, { description: 'The request as it is now.' })
    readonly request: MeetingRequest;

    constructor(request: MeetingRequest) {
      this.request = request;
    }
  }
  return Payload;
}

@ObjectType('SetMeetingGridPayload', { description: 'Slots and tables are set.' })
@Access('the caller')
export class SetMeetingGridPayload {
  @Field(() => MatchmakingEventType, { description: 'The event.' })
  readonly event: MatchmakingEvent;

  constructor(event: MatchmakingEvent) {
    this.event = event;
  }
}

@ObjectType('SwapMeetingsPayload', { description: 'The two meetings have changed places.' })
@Access('the caller')
export class SwapMeetingsPayload {
  @Field(() => MeetingType, { description: 'The one, where the other was.' })
  readonly meeting: Meeting;

  @Field(() => MeetingType, { description: 'The other, where the one was.' })
  readonly other: Meeting;

  constructor(meeting: Meeting, other: Meeting) {
    this.meeting = meeting;
    this.other = other;
  }
}

export const RequestMeetingPayload = requestPayload('RequestMeetingPayload', 'The other side is asked.');
export const ProposeMeetingTimePayload = requestPayload(
  'ProposeMeetingTimePayload',
  'The other side is asked for another time.',
);
export const DeclineMeetingRequestPayload = requestPayload(
  'DeclineMeetingRequestPayload',
  'The answer is no.',
);
export const AcceptMeetingRequestPayload = meetingPayload(
  'AcceptMeetingRequestPayload',
  'The two will meet.',
);
export const RescheduleMeetingPayload = meetingPayload('RescheduleMeetingPayload', 'The meeting has moved.');
export const CancelMeetingPayload = meetingPayload('CancelMeetingPayload', 'The meeting is called off.');

export const SetMeetingGridResult = resultUnion('SetMeetingGridResult', [
  SetMeetingGridPayload,
  MeetingGridInUseError,
] as const);
export type SetMeetingGridResult = typeof SetMeetingGridResult;

export const RequestMeetingResult = resultUnion('RequestMeetingResult', [
  RequestMeetingPayload,
  NotAtEventError,
] as const);
export type RequestMeetingResult = typeof RequestMeetingResult;

export const ProposeMeetingTimeResult = resultUnion('ProposeMeetingTimeResult', [
  ProposeMeetingTimePayload,
  MeetingStateError,
] as const);
export type ProposeMeetingTimeResult = typeof ProposeMeetingTimeResult;

export const AcceptMeetingRequestResult = resultUnion('AcceptMeetingRequestResult', [
  AcceptMeetingRequestPayload,
  MeetingRequestStateError,
  MeetingStateError,
  NotAtEventError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type AcceptMeetingRequestResult = typeof AcceptMeetingRequestResult;

export const DeclineMeetingRequestResult = resultUnion('DeclineMeetingRequestResult', [
  DeclineMeetingRequestPayload,
  MeetingRequestStateError,
] as const);
export type DeclineMeetingRequestResult = typeof DeclineMeetingRequestResult;

export const RescheduleMeetingResult = resultUnion('RescheduleMeetingResult', [
  RescheduleMeetingPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type RescheduleMeetingResult = typeof RescheduleMeetingResult;

export const SwapMeetingsResult = resultUnion('SwapMeetingsResult', [
  SwapMeetingsPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type SwapMeetingsResult = typeof SwapMeetingsResult;

export const CancelMeetingResult = resultUnion('CancelMeetingResult', [
  CancelMeetingPayload,
  MeetingStateError,
] as const);
export type CancelMeetingResult = typeof CancelMeetingResult;
