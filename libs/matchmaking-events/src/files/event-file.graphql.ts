import { Access } from '@app/identity';
import { defineTexts, resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';

defineTexts({
  EVENT_FILE_ATTENDANCE: { zh: '参会名单', en: 'Attendance' },
  EVENT_FILE_REGISTRATIONS: { zh: '报名表', en: 'Registrations' },
  EVENT_FILE_BADGES: { zh: '胸卡', en: 'Badges' },
  EVENT_FILE_COMPANY: { zh: '单位', en: 'Company' },
  EVENT_FILE_CREDIT_CODE: { zh: '统一社会信用代码', en: 'Credit code' },
  EVENT_FILE_NAME: { zh: '姓名', en: 'Name' },
  EVENT_FILE_JOB_TITLE: { zh: '职务', en: 'Position' },
  EVENT_FILE_ROLE: { zh: '身份', en: 'Role' },
  EVENT_FILE_STATE: { zh: '状态', en: 'State' },
  EVENT_FILE_PEOPLE: { zh: '参会代表', en: 'Representatives' },
  EVENT_FILE_REGISTERED_AT: { zh: '报名时间', en: 'Registered at' },
  EVENT_FILE_CAME_AT: { zh: '签到时间', en: 'Came at' },
  EVENT_FILE_DEVICE: { zh: '签到点', en: 'Noted by' },
  EVENT_FILE_WALK_IN: { zh: '现场报名', en: 'Walk-in' },
  EVENT_FILE_YES: { zh: '是', en: 'yes' },
  EVENT_FILE_SIGNATURE: { zh: '签名', en: 'Signature' },
  EVENT_FILE_BUYER: { zh: '采购方', en: 'Buyer' },
  EVENT_FILE_SUPPLIER: { zh: '供应方', en: 'Supplier' },
  EVENT_FILE_VISITOR: { zh: '观众', en: 'Visitor' },
  EVENT_FILE_REQUESTED: { zh: '待审核', en: 'To be approved' },
  EVENT_FILE_WAITLISTED: { zh: '候补', en: 'Waitlisted' },
  EVENT_FILE_OFFERED: { zh: '待确认', en: 'Offered a place' },
  EVENT_FILE_CONFIRMED: { zh: '已确认', en: 'Confirmed' },
  EVENT_FILE_DECLINED: { zh: '未通过', en: 'Declined' },
  EVENT_FILE_WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  EVENT_FILE_LAPSED: { zh: '已过期', en: 'Lapsed' },
});

/** A file that is made when it is asked for and saved by whoever asked. */
@ObjectType({ isAbstract: true })
export abstract class SavedFileType {
  @Field({ description: 'Name for saving it.' })
  readonly fileName!: string;

  @Field({ description: 'Media type.' })
  readonly mediaType!: string;

  @Field({ description: 'What is in it, in base64.' })
  readonly base64!: string;
}

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
