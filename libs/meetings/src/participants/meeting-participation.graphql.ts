import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { SavedFileType } from '@app/matchmaking-events';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { meetingPayload } from '../booking/meeting.graphql.js';
import {
  AlreadyMeetingError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
} from '../booking/meeting.texts.js';

/** How a schedule is laid out. */
export enum MeetingFileKind {
  BY_PARTICIPANT_PDF = 'BY_PARTICIPANT_PDF',
  BY_TABLE_PDF = 'BY_TABLE_PDF',
  SCHEDULE_XLSX = 'SCHEDULE_XLSX',
}

registerEnumType(MeetingFileKind, {
  name: 'MeetingFileKind',
  description: 'How a schedule of meetings is laid out.',
  valuesMap: {
    BY_PARTICIPANT_PDF: { description: 'A page of A4 for each participant.' },
    BY_TABLE_PDF: { description: 'A page of A4 for each table. For organizers.' },
    SCHEDULE_XLSX: { description: 'All meetings as a table.' },
  },
});

@InputType({ description: 'Which schedule of which event.' })
export class ExportMeetingScheduleInput {
  @Field(() => ID, {
    description: 'An organizer of the event, who gets everybody’s; or a participant, who gets its own.',
  })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => MeetingFileKind, { description: 'The layout.' })
  @IsEnum(MeetingFileKind)
  kind!: MeetingFileKind;
}

@ObjectType('ExportMeetingSchedulePayload', { description: 'A file.' })
@Access('the caller')
export class ExportMeetingSchedulePayload extends SavedFileType {}

@InputType({ description: 'Who of one’s own representatives is to sit in a meeting.' })
export class NameMeetingStandInInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, { description: 'A registered representative of the same registration.' })
  representativeId!: string;
}

export const NameMeetingStandInPayload = meetingPayload(
  'NameMeetingStandInPayload',
  'Somebody else sits there.',
);

export const NameMeetingStandInResult = resultUnion('NameMeetingStandInResult', [
  NameMeetingStandInPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type NameMeetingStandInResult = typeof NameMeetingStandInResult;
