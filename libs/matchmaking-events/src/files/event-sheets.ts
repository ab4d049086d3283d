import { type Locale, renderText, toXmlText } from '@app/kernel';
import { DateTime } from 'luxon';
import './event-file.graphql.js';
import type { ListedPerson, ListedRegistration } from './event-lists.repository.js';

/** The event that a table is of. */
interface Host {
  readonly title: string;
  readonly zone: string;
}

/** A column of a table in a file. */
export interface SheetColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly value: (row: Row, index: number) => string | number | null;
}

const word = (locale: Locale, code: string) => renderText(locale, `EVENT_FILE_${code}`);

/** The table of who is expected and who came. Times are those of the venue, cells are texts, so that none is a formula. */
export function attendanceSheet(
  event: Host,
  people: readonly ListedPerson[],
  locale: Locale,
): Promise<Buffer> {
  const columns: SheetColumn<ListedPerson>[] = [
    { header: '#', width: 6, value: (_, i) => i + 1 },
    { header: word(locale, 'COMPANY'), width: 36, value: ({ company }) => company },
    { header: word(locale, 'NAME'), width: 14, value: ({ name }) => name },
    { header: word(locale, 'JOB_TITLE'), width: 16, value: ({ jobTitle }) => jobTitle },
    { header: word(locale, 'ROLE'), width: 12, value: ({ role }) => word(locale, role) },
    {
      header: word(locale, 'CAME_AT'),
      width: 18,
      value: ({ cameAt }) => (cameAt ? timeAt(cameAt, event.zone) : null),
    },
    { header: word(locale, 'DEVICE'), width: 14, value: ({ device }) => device },
    {
      header: word(locale, 'WALK_IN'),
      width: 10,
      value: ({ walkIn }) => (walkIn ? word(locale, 'YES') : null),
    },
  ];
  return sheetFile(word(locale, 'ATTENDANCE'), columns, people);
}

/** The table of all registrations, with a column for each question that anybody answered. */
export function registrationsSheet(
  event: Host,
  registrations: readonly ListedRegistration[],
  locale: Locale,
): Promise<Buffer> {
  const questions = [...new Set(registrations.flatMap(({ answers }) => answers.map((a) => a.question)))];
  const columns: SheetColumn<ListedRegistration>[] = [
    { header: '#', width: 6, value: (_, i) => i + 1 },
    { header: word(locale, 'COMPANY'), width: 36, value: ({ company }) => company },
    { header: word(locale, 'CREDIT_CODE'), width: 22, value: ({ creditCode }) => creditCode },
    { header: word(locale, 'ROLE'), width: 12, value: ({ role }) => word(locale, role) },
    { header: word(locale, 'STATE'), width: 12, value: ({ state }) => word(locale, state) },
    { header: word(locale, 'PEOPLE'), width: 40, value: ({ people }) => people },
    {
      header: word(locale, 'REGISTERED_AT'),
      width: 18,
      value: ({ createdAt }) => timeAt(createdAt, event.zone),
    },
    ...questions.map((question) => ({
      header: question,
      width: 24,
      value: ({ answers }: ListedRegistration) =>
        answers.find((answer) => answer.question === question)?.value ?? null,
    })),
  ];
  return sheetFile(word(locale, 'REGISTRATIONS'), columns, registrations);
}

/** A point in time by the clock of the venue. */
function timeAt(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
}

/** A value as XLSX can hold it. */
function cellOf(value: string | number | null): string | number | null {
  return typeof value === 'string' ? toXmlText(value) : value;
}

/** A table as a file (XLSX); cells are texts, so that none is a formula. */
export async function sheetFile<Row>(
  title: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  // Read only when it is needed: it takes a third of a second of every start.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width }) => ({ header: toXmlText(header), width }));
  sheet.getRow(1).font = { bold: true };
  rows.forEach((row, i) => sheet.addRow(columns.map(({ value }) => cellOf(value(row, i)))));
  return Buffer.from(await book.xlsx.writeBuffer());
}
