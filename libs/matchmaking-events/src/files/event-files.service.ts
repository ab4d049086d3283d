import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { type Locale, renderText } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import { TicketKeysRepository } from '../registration/event-admissions.repository.js';
import { writeTicket } from '../registration/ticket-token.js';
import { EventFileKind, ExportEventFilePayload } from './event-file.graphql.js';
import { EventListsRepository, type ListedPerson } from './event-lists.repository.js';
import { attendanceList, badges } from './event-prints.js';
import { attendanceSheet, registrationsSheet } from './event-sheets.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files for organizers: lists and badges. They hold names, so each export is in the audit log. */
@Injectable()
export class EventFilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly lists: EventListsRepository,
    private readonly keys: TicketKeysRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The file, in the reader's language. The audit entry stays when drawing the file fails. */
  async exportFile(
    viewer: Viewer,
    which: OwnEvent & { kind: EventFileKind },
    locale: Locale,
  ): Promise<ExportEventFilePayload> {
    const { event, people, registrations } = await this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, which);
      const people = await this.lists.findPeople(event.id);
      const registrations = await this.lists.findRegistrations(event.id);
      const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
      await this.audit.record({ actorId: viewer.userId, action: `EXPORTED_${which.kind}`, ...subject });
      return { event, people, registrations };
    });
    switch (which.kind) {
      case EventFileKind.REGISTRATIONS_XLSX:
        return named(
          event,
          'REGISTRATIONS',
          locale,
          XLSX,
          await registrationsSheet(event, registrations, locale),
        );
      case EventFileKind.ATTENDANCE_XLSX:
        return named(event, 'ATTENDANCE', locale, XLSX, await attendanceSheet(event, people, locale));
      case EventFileKind.ATTENDANCE_PDF:
        return named(
          event,
          'ATTENDANCE',
          locale,
          'application/pdf',
          await attendanceList(event, people, locale),
        );
      case EventFileKind.BADGES_PDF: {
        const withTickets = await this.withTickets(event, people);
        return named(event, 'BADGES', locale, 'application/pdf', await badges(event, withTickets, locale));
      }
    }
  }

  private async withTickets(
    { id: eventId }: MatchmakingEvent,
    people: readonly ListedPerson[],
  ): Promise<(ListedPerson & { token: string | null })[]> {
    const [key] = await this.keys.findKeys([eventId]);
    return people.map((person) => {
      const ticket = { eventId, representativeId: person.id, serial: person.serial };
      return { ...person, token: key ? writeTicket(ticket, key.privateKey) : null };
    });
  }
}

function named(
  { title }: MatchmakingEvent,
  list: string,
  locale: Locale,
  mediaType: string,
  content: Buffer,
): ExportEventFilePayload {
  const ending = mediaType === XLSX ? 'xlsx' : 'pdf';
  const name = `${title}-${renderText(locale, `EVENT_FILE_${list}`)}`.replace(/[\\/:*?"<>|\s]+/g, '_');
  return Object.assign(new ExportEventFilePayload(), {
    fileName: `${name}.${ending}`,
    mediaType,
    base64: content.toString('base64'),
  });
}
