import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { type Locale, renderText } from '@app/kernel';
import {
  editableDocument,
  EventNumbersService,
  type MatchmakingEvent,
  OwnEventsService,
  type PrintedTable,
  printedTables,
  sheetFile,
} from '@app/matchmaking-events';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { MeetingOutcomesRepository } from '../outcomes/meeting-outcomes.repository.js';
import { OutcomeThreadRepository } from '../outcomes/outcome-thread.repository.js';
import { ConceptGapsRepository } from './concept-gaps.repository.js';
import { type EventReport, type ReportLine, reportLines } from './event-report-lines.js';
import { EventReportKind, ExportEventReportPayload } from './event-report.graphql.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** How each kind is saved. */
const FORMATS: Readonly<Record<EventReportKind, { extension: string; mediaType: string }>> = {
  REPORT_PDF: { extension: 'pdf', mediaType: 'application/pdf' },
  REPORT_XLSX: { extension: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` },
  REPORT_DOCX: { extension: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` },
};

/** A report as a file; the caller acts for `organizationId`. */
export interface EventReportFile {
  readonly eventId: string;
  readonly organizationId: string;
  readonly kind: EventReportKind;
}

/** Organizers take the report of their event along; it holds numbers and no names of participants. */
@Injectable()
export class EventReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly numbers: EventNumbersService,
    private readonly outcomes: MeetingOutcomesRepository,
    private readonly threads: OutcomeThreadRepository,
    private readonly gaps: ConceptGapsRepository,
    private readonly vocabulary: ConceptVocabulary,
    private readonly audit: AuditLog,
  ) {}

  /** The file in the reader's language, with the numbers of this moment. */
  async exportReport(
    viewer: Viewer,
    which: EventReportFile,
    locale: Locale,
  ): Promise<ExportEventReportPayload> {
    const { event, report } = await this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, {
        id: which.eventId,
        organizationId: which.organizationId,
      });
      const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
      await this.audit.record({ actorId: viewer.userId, action: `EXPORTED_EVENT_${which.kind}`, ...subject });
      return { event, report: await this.readReport(event.id) };
    });
    const lines = reportLines(report, this.vocabulary, locale);
    const title = renderText(locale, 'EVENT_REPORT');
    const { extension, mediaType } = FORMATS[which.kind];
    return Object.assign(new ExportEventReportPayload(), {
      fileName: `${`${event.title}-${title}`.replace(/[\\/:*?"<>|\s]+/g, '_')}.${extension}`,
      mediaType,
      base64: (await content(which.kind, event, lines, locale)).toString('base64'),
    });
  }

  /** The numbers of a report, in a fixed number of statements. */
  private async readReport(eventId: string): Promise<EventReport> {
    const [meetings = null] = await this.outcomes.countMeetings([eventId]);
    return {
      roles: await this.numbers.countByRole([eventId]),
      meetings,
      outcomes: await this.threads.sumOutcomes([eventId]),
      gaps: await this.gaps.findGaps([eventId]),
    };
  }
}

function content(
  kind: EventReportKind,
  event: MatchmakingEvent,
  lines: readonly ReportLine[],
  locale: Locale,
): Promise<Buffer> {
  const title = renderText(locale, 'EVENT_REPORT');
  switch (kind) {
    case EventReportKind.REPORT_PDF:
      return printedTables(event, title, tables(lines, locale));
    case EventReportKind.REPORT_DOCX:
      return editableDocument(event, title, tables(lines, locale));
    case EventReportKind.REPORT_XLSX:
      return sheet(lines, locale);
  }
}

const word = (locale: Locale, code: string) => renderText(locale, `EVENT_REPORT_${code}`);

/** All lines as a table that can be worked on. */
function sheet(lines: readonly ReportLine[], locale: Locale): Promise<Buffer> {
  return sheetFile(
    renderText(locale, 'EVENT_REPORT'),
    [
      { header: word(locale, 'PART'), width: 36, value: ({ part }) => part },
      { header: word(locale, 'ITEM'), width: 36, value: ({ item }) => item },
      { header: word(locale, 'NUMBER'), width: 10, value: ({ number }) => number },
      { header: word(locale, 'DETAIL'), width: 60, value: ({ detail }) => detail },
    ],
    lines,
  );
}

/** A table for each part. */
function tables(lines: readonly ReportLine[], locale: Locale): PrintedTable[] {
  const parts = [...new Set(lines.map(({ part }) => part))];
  return parts.map((heading) => ({
    heading,
    widths: [60, 20, 100],
    heads: ['ITEM', 'NUMBER', 'DETAIL'].map((code) => word(locale, code)),
    rows: lines
      .filter(({ part }) => part === heading)
      .map(({ item, number, detail }) => [item, String(number), detail]),
  }));
}
