import { Access } from '@app/identity';
import { SavedFileType } from '@app/matchmaking-events';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';

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
