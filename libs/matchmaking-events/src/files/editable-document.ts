import { toXmlText } from '@app/kernel';
import type { Table } from 'docx';
import { DateTime } from 'luxon';
import type { PrintedTable } from './printed-tables.js';

/** Fonts that office programs have: one for Latin letters and one for Chinese characters. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Calibri' };
/** Of a page of A4 between its margins, in twentieths of a point; widths of columns are shares of it. */
const PAGE_WIDTH = 9026;

/** Tables of an event as a document that organizers go on writing in (DOCX), under the event's title and day. */
export async function editableDocument(
  event: { readonly title: string; readonly zone: string; readonly startsAt: Date },
  caption: string,
  tables: readonly PrintedTable[],
): Promise<Buffer> {
  // Read only when it is needed, as what draws pages is.
  const docx = await import('docx');
  const { Document, HeadingLevel, Packer, Paragraph } = docx;
  const day = DateTime.fromJSDate(event.startsAt, { zone: event.zone }).toFormat('yyyy-MM-dd');
  const document = new Document({
    creator: 'Lianqiao',
    title: toXmlText(`${event.title} ${caption}`),
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: toXmlText(event.title), heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${caption}  ${day}` }),
          ...tables.flatMap((table) => [
            new Paragraph({
              text: toXmlText(table.heading),
              heading: HeadingLevel.HEADING_1,
              spacing: { before: 300 },
            }),
            tableOf(docx, table),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function tableOf(
  { Paragraph, Table, TableCell, TableRow, TextRun, WidthType }: typeof import('docx'),
  { widths, heads, rows }: PrintedTable,
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / whole) * PAGE_WIDTH));
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      children: columnWidths.map(
        (size, i) =>
          new TableCell({
            width: { size, type: WidthType.DXA },
            children: [
              new Paragraph({ children: [new TextRun({ text: toXmlText(cells[i] ?? ''), bold: head })] }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
  });
}
