import { defineTexts, type Locale, renderText } from '@app/kernel';
import { type PrintedTable, printedTables, sheetFile } from '@app/matchmaking-events';
import { DateTime } from 'luxon';
import type { ListedMeeting } from './meeting-lists.repository.js';

defineTexts({
  MEETING_FILE_SCHEDULE: { zh: '洽谈日程', en: 'Meetings' },
  MEETING_FILE_TIME: { zh: '时间', en: 'Time' },
  MEETING_FILE_TABLE: { zh: '桌位', en: 'Table' },
  MEETING_FILE_BUYER: { zh: '采购方', en: 'Buyer' },
  MEETING_FILE_SUPPLIER: { zh: '供应方', en: 'Supplier' },
  MEETING_FILE_BUYER_PERSON: { zh: '采购方代表', en: 'For the buyer' },
  MEETING_FILE_SUPPLIER_PERSON: { zh: '供应方代表', en: 'For the supplier' },
  MEETING_FILE_STATE: { zh: '状态', en: 'State' },
  MEETING_FILE_STATE_PUBLISHED: { zh: '已安排', en: 'Arranged' },
  MEETING_FILE_STATE_HELD: { zh: '已洽谈', en: 'Held' },
  MEETING_FILE_STATE_NO_SHOW: { zh: '缺席', en: 'Somebody did not come' },
  MEETING_FILE_WITH: { zh: '洽谈对象', en: 'With' },
  MEETING_FILE_PERSON: { zh: '对方代表', en: 'Person' },
});

/** The event that a schedule is of. */
interface ScheduledHost {
  readonly title: string;
  readonly zone: string;
  readonly startsAt: Date;
}

const word = (locale: Locale, code: string) => renderText(locale, `MEETING_FILE_${code}`);

/** When a meeting takes place, by the clock of the venue. */
function timeOf({ startsAt, endsAt }: ListedMeeting, zone: string): string {
  const at = (instant: Date) => DateTime.fromJSDate(instant, { zone });
  return `${at(startsAt).toFormat('MM-dd HH:mm')}–${at(endsAt).toFormat('HH:mm')}`;
}

/** A page of A4 for each participant, or for the one named: when, where, with whom. */
export function schedulesOfParticipants(
  host: ScheduledHost,
  meetings: readonly ListedMeeting[],
  locale: Locale,
  only: string | null = null,
): Promise<Buffer> {
  const sides = meetings.flatMap((meeting) => [
    { ...meeting, whose: meeting.buyerRegistrationId, name: meeting.buyer, buying: true },
    { ...meeting, whose: meeting.supplierRegistrationId, name: meeting.supplier, buying: false },
  ]);
  const heads = ['TIME', 'TABLE', 'WITH', 'PERSON'].map((code) => word(locale, code));
  const tables: PrintedTable[] = grouped(sides, ({ whose }) => whose)
    .filter(([whose]) => only === null || whose === only)
    .map(([, own]) => ({
      heading: own[0]!.name,
      widths: [38, 24, 78, 40],
      heads,
      rows: own.map((meeting) => [
        timeOf(meeting, host.zone),
        meeting.table,
        meeting.buying ? meeting.supplier : meeting.buyer,
        (meeting.buying ? meeting.supplierPerson : meeting.buyerPerson) ?? '',
      ]),
    }));
  return printedTables(host, word(locale, 'SCHEDULE'), tables);
}

/** A page of A4 for each table, to be put on it: when, and who sits there. */
export function schedulesOfTables(
  host: ScheduledHost,
  meetings: readonly ListedMeeting[],
  locale: Locale,
): Promise<Buffer> {
  const heads = ['TIME', 'BUYER', 'SUPPLIER'].map((code) => word(locale, code));
  const tables = grouped(meetings, ({ table }) => table).map(([table, own]) => ({
    heading: `${word(locale, 'TABLE')} ${table}`,
    widths: [38, 71, 71],
    heads,
    rows: own.map((meeting) => [timeOf(meeting, host.zone), meeting.buyer, meeting.supplier]),
  }));
  return printedTables(host, word(locale, 'SCHEDULE'), tables);
}

/** All meetings as a table; cells are texts, so that none is a formula. */
export function scheduleSheet(
  host: ScheduledHost,
  meetings: readonly ListedMeeting[],
  locale: Locale,
): Promise<Buffer> {
  return sheetFile(
    word(locale, 'SCHEDULE'),
    [
      { header: word(locale, 'TIME'), width: 22, value: (meeting) => timeOf(meeting, host.zone) },
      { header: word(locale, 'TABLE'), width: 12, value: ({ table }) => table },
      { header: word(locale, 'BUYER'), width: 36, value: ({ buyer }) => buyer },
      { header: word(locale, 'BUYER_PERSON'), width: 14, value: ({ buyerPerson }) => buyerPerson },
      { header: word(locale, 'SUPPLIER'), width: 36, value: ({ supplier }) => supplier },
      { header: word(locale, 'SUPPLIER_PERSON'), width: 14, value: ({ supplierPerson }) => supplierPerson },
      { header: word(locale, 'STATE'), width: 14, value: ({ state }) => word(locale, `STATE_${state}`) },
    ],
    meetings,
  );
}

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return [...groups];
}
