import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { ForbiddenError, type Locale, NotFoundError, renderText } from '@app/kernel';
import { type MatchmakingEvent, MatchmakingEventsReader, maySeeEvent } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { scheduleSheet, schedulesOfParticipants, schedulesOfTables } from './meeting-files.js';
import { type ListedMeeting, MeetingListsRepository } from './meeting-lists.repository.js';
import { ExportMeetingSchedulePayload, MeetingFileKind } from './meeting-participation.graphql.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A schedule as a file; the caller acts for `organizationId`. */
export interface MeetingScheduleFile {
  readonly eventId: string;
  readonly organizationId: string;
  readonly kind: MeetingFileKind;
}

/** Organizers take everybody's schedule along, which is logged since it names persons; participants their own. */
@Injectable()
export class MeetingScheduleFilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: MatchmakingEventsReader,
    private readonly sides: MeetingSidesReader,
    private readonly lists: MeetingListsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The file in the reader's language, with what is published. */
  async exportSchedule(
    viewer: Viewer,
    which: MeetingScheduleFile,
    locale: Locale,
  ): Promise<ExportMeetingSchedulePayload> {
    const { event, only, meetings } = await this.transactions.run(() => this.read(viewer, which));
    const content = await draw(which.kind, { event, only, meetings, locale });
    const isSheet = which.kind === MeetingFileKind.SCHEDULE_XLSX;
    const name = `${event.title}-${renderText(locale, 'MEETING_FILE_SCHEDULE')}`;
    return Object.assign(new ExportMeetingSchedulePayload(), {
      fileName: `${name.replace(/[\\/:*?"<>|\s]+/g, '_')}.${isSheet ? 'xlsx' : 'pdf'}`,
      mediaType: isSheet ? XLSX : 'application/pdf',
      base64: content.toString('base64'),
    });
  }

  private async read(viewer: Viewer, { eventId, organizationId, kind }: MeetingScheduleFile) {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const organizes = event.organizedBy(organizationId);
    if (organizes && !viewer.canEdit(organizationId)) throw new ForbiddenError();
    const own = organizes ? null : await this.sides.findParticipant(eventId, organizationId);
    if (!organizes && (!own || kind === MeetingFileKind.BY_TABLE_PDF)) throw new NotFoundError();
    if (organizes) {
      const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
      await this.audit.record({ actorId: viewer.userId, action: `EXPORTED_MEETINGS_${kind}`, ...subject });
    }
    const only = own?.id ?? null;
    return { event, only, meetings: await this.lists.findEventMeetings(eventId, only) };
  }
}

function draw(
  kind: MeetingFileKind,
  given: { event: MatchmakingEvent; only: string | null; meetings: readonly ListedMeeting[]; locale: Locale },
): Promise<Buffer> {
  const { event, only, meetings, locale } = given;
  switch (kind) {
    case MeetingFileKind.BY_PARTICIPANT_PDF:
      return schedulesOfParticipants(event, meetings, locale, only);
    case MeetingFileKind.BY_TABLE_PDF:
      return schedulesOfTables(event, meetings, locale);
    case MeetingFileKind.SCHEDULE_XLSX:
      return scheduleSheet(event, meetings, locale);
  }
}
