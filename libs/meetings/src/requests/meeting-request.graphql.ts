import type { Type } from '@nestjs/common';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { Access } from '@app/identity';
import { connectionType, resultUnion } from '@app/kernel';
import { meetingPayload } from '../booking/meeting.graphql.js';
import {
  AlreadyMeetingError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
  NotAtEventError,
} from '../booking/meeting.texts.js';
import { type MeetingRequest, MeetingRequestState } from './meeting-request.entity.js';
import { MeetingRequestStateError } from './meeting-request.texts.js';

@ObjectType('MeetingRequest', {
  description:
    'One side asks the other for a meeting in a slot, or for one that stands to take place then. It holds nothing.',
})
@Access('members of the two')
export class MeetingRequestType {
  id!: string;

  @Field(() => MeetingRequestState, { description: 'Where it stands.' })
  state!: MeetingRequestState;

  @Field(() => String, { nullable: true, description: 'What goes with it.' })
  message!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent.' })
  createdAt!: Date;
}

export const MeetingRequestConnectionType = connectionType(MeetingRequestType, 'MeetingRequest');

/** What one side asks the other for: a slot, with words if it likes. */
@InputType({ isAbstract: true, description: 'A slot that one side asks the other for.' })
abstract class MeetingAskingInput {
  @Field(() => ID, { description: 'Who asks; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The slot.' })
  slotId!: string;

  @Field(() => String, { nullable: true, description: 'What goes with it.' })
  @IsOptional()
  @MaxLength(500)
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id asks once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A meeting that one side asks the other for.' })
export class RequestMeetingInput extends MeetingAskingInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Who is asked.' })
  withOrganizationId!: string;
}

@InputType({ description: 'Another time that one side of a meeting proposes to the other.' })
export class ProposeMeetingTimeInput extends MeetingAskingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

/** Names a request and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A request, and for whom the caller acts.' })
abstract class MeetingRequestStepInput {
  @Field(() => ID, { description: 'Who was asked; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The request.' })
  requestId!: string;
}

@InputType({ description: 'A request that the other side agrees to.' })
export class AcceptMeetingRequestInput extends MeetingRequestStepInput {}

@InputType({ description: 'A request that the other side turns down.' })
export class DeclineMeetingRequestInput extends MeetingRequestStepInput {}

interface RequestPayload {
  readonly request: MeetingRequest;
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
