import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { SavedFileType } from './saved-file.type.js';

/** What organizers take along on paper or in a table. */
export enum EventFileKind {
  REGISTRATIONS_XLSX = 'REGISTRATIONS_XLSX',
  ATTENDANCE_XLSX = 'ATTENDANCE_XLSX',
  ATTENDANCE_PDF = 'ATTENDANCE_PDF',
  BADGES_PDF = 'BADGES_PDF',
}

registerEnumType(EventFileKind, {
  name: 'EventFileKind',
  description: 'What organizers take along on paper or in a table.',
  valuesMap: {
    REGISTRATIONS_XLSX: { description: 'All registrations with their answers, as a table.' },
    ATTENDANCE_XLSX: { description: 'Who is expected and who came, as a table.' },
    ATTENDANCE_PDF: { description: 'Who is expected, to be ticked off and signed, on A4.' },
    BADGES_PDF: { description: 'Badges with the QR codes of tickets, ten on a sheet of A4.' },
  },
});

@InputType({ description: 'Which file of which event.' })
export class ExportEventFileInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => EventFileKind, { description: 'What it holds.' })
  @IsEnum(EventFileKind)
  kind!: EventFileKind;
}

@ObjectType('ExportEventFilePayload', { description: 'A file.' })
@Access('the caller')
export class ExportEventFilePayload extends SavedFileType {}

export const ExportEventFileResult = resultUnion('ExportEventFileResult', [ExportEventFilePayload] as const);
export type ExportEventFileResult = typeof ExportEventFileResult;
