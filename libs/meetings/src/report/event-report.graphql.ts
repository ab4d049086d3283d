import { Access } from '@app/identity';
import { SavedFileType } from '@app/matchmaking-events';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';

@ObjectType('ConceptGap', {
  description: 'A trade concept that needs of an event name, and how many could offer it.',
})
@Access('members of those who organize the event')
export class ConceptGapType {
  @Field(() => ID, { description: 'The concept.' })
  conceptId!: string;

  chainIds!: readonly string[];

  @Field(() => Int, {
    description: 'Needs that name it: public ones of the buyers, those on stage, those collected.',
  })
  needs!: number;

  @Field(() => Int, { description: 'Suppliers at the event with a published capability of it.' })
  suppliersHere!: number;

  @Field(() => Int, {
    description:
      'Suppliers anywhere whose published capability of it is declared or checked: whom to invite.',
  })
  suppliersAnywhere!: number;
}

/** How a report is laid out. */
export enum EventReportKind {
  REPORT_PDF = 'REPORT_PDF',
  REPORT_XLSX = 'REPORT_XLSX',
  REPORT_DOCX = 'REPORT_DOCX',
}

registerEnumType(EventReportKind, {
  name: 'EventReportKind',
  description: 'How the report of an event is laid out.',
  valuesMap: {
    REPORT_PDF: { description: 'Pages of A4.' },
    REPORT_XLSX: { description: 'A table that can be worked on.' },
    REPORT_DOCX: { description: 'A document that can be written on in.' },
  },
});

@InputType({ description: 'The report of which event.' })
export class ExportEventReportInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => EventReportKind, { description: 'The layout.' })
  @IsEnum(EventReportKind)
  kind!: EventReportKind;
}

@ObjectType('ExportEventReportPayload', { description: 'A file.' })
@Access('the caller')
export class ExportEventReportPayload extends SavedFileType {}
