import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { type Locale, renderText } from '@app/kernel';
import { type MatchmakingEvent, OwnEvents, printedTables, sheetFile } from '@app/matchmaking-events';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { EventReportReader } from './event-report.reader.js';
import { type ReportLine, reportLines } from './event-report-lines.js';
import { EventReportKind, ExportEventReportPayload } from './event-report.types.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A report as a file; the caller acts for `organizationId`. */
export interface EventReportFile {
  readonly eventId: string;
  readonly organizationId: string;
  readonly kind: EventReportKind;
}

/** Organizers take the report of their event along; it holds numbers and no names of participants. */
@Injectable()
export class ExportEventReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEvents,
    private readonly reader: EventReportReader,
    private readonly vocabulary: ConceptVocabulary,
    private readonly audit: AuditLog,
  ) {}

  /** The file in the reader's language, with the numbers of this moment. */
  async export(viewer: Viewer, which: EventReportFile, locale: Locale): Promise<ExportEventReportPayload> {
    const { event, report } = await this.transactions.run(async () => {
      const event = await this.own.share(viewer, { id: which.eventId, organizationId: which.organizationId });
      const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
      await this.audit.record({ actorId: viewer.userId, action: `EXPORTED_EVENT_${which.kind}`, ...subject });
      return { event, report: await this.reader.of(event.id) };
    });
    const lines = reportLines(report, this.vocabulary, locale);
    const isSheet = which.kind === EventReportKind.REPORT_XLSX;
    const title = renderText(locale, 'EVENT_REPORT');
    const content = isSheet ? await sheet(lines, locale) : await pages(event, lines, locale);
    return Object.assign(new ExportEventReportPayload(), {
      fileName: `${`${event.title}-${title}`.replace(/[\\/:*?"<>|\s]+/g, '_')}.${isSheet ? 'xlsx' : 'pdf'}`,
      mediaType: isSheet ? XLSX : 'application/pdf',
      base64: content.toString('base64'),
    });
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
function pages(event: MatchmakingEvent, lines: readonly ReportLine[], locale: Locale): Promise<Buffer> {
  const parts = [...new Set(lines.map(({ part }) => part))];
  return printedTables(
    event,
    renderText(locale, 'EVENT_REPORT'),
    parts.map((heading) => ({
      heading,
      widths: [60, 20, 100],
      heads: ['ITEM', 'NUMBER', 'DETAIL'].map((code) => word(locale, code)),
      rows: lines
        .filter(({ part }) => part === heading)
        .map(({ item, number, detail }) => [item, String(number), detail]),
    })),
  );
}
