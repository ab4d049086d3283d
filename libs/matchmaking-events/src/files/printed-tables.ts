import { dataFile } from '@app/kernel';
import { DateTime } from 'luxon';

type Document = PDFKit.PDFDocument;

/** Noto Sans for simplified Chinese; only the characters used are embedded. */
const FONT = dataFile(import.meta.url, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');

/** Points per millimetre. */
export const MM = 72 / 25.4;
export const MARGIN = 15 * MM;
/** Height of a row. */
export const ROW = 9 * MM;

/** A table on a page of its own, or on as many as it takes. */
export interface PrintedTable {
  readonly heading: string;
  /** Of the columns, in millimetres. */
  readonly widths: readonly number[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tables of an event, each on pages of A4 of its own, under the event's title and day. */
export function printedTables(
  event: { readonly title: string; readonly zone: string; readonly startsAt: Date },
  caption: string,
  tables: readonly PrintedTable[],
): Promise<Buffer> {
  const day = DateTime.fromJSDate(event.startsAt, { zone: event.zone }).toFormat('yyyy-MM-dd');
  const head = (document: Document, heading: string) => {
    const width = document.page.width - 2 * MARGIN;
    document.fontSize(16).text(heading, MARGIN, MARGIN, { width });
    document.fontSize(10).text(`${event.title}  ${caption}  ${day}`, { width });
    return document.y + 4 * MM;
  };
  return print((document) => {
    if (tables.length === 0) head(document, caption);
    tables.forEach(({ heading, heads, rows, ...table }, i) => {
      if (i > 0) document.addPage();
      const widths = table.widths.map((mm) => mm * MM);
      let y = row(document, head(document, heading), widths, heads);
      for (const cells of rows) {
        if (y + ROW > document.page.height - MARGIN) {
          document.addPage();
          y = row(document, MARGIN, widths, heads);
        }
        y = row(document, y, widths, cells);
      }
    });
  });
}

/** Draws a row of a table and gives where the next one begins. */
export function row(
  document: Document,
  y: number,
  widths: readonly number[],
  cells: readonly string[],
): number {
  let x = MARGIN;
  widths.forEach((width, i) => {
    document.rect(x, y, width, ROW).lineWidth(0.3).stroke('#999999');
    const box = { width: width - 2 * MM, height: ROW - 2 * MM, ellipsis: true };
    document.fontSize(9).text(cells[i] ?? '', x + MM, y + 2.4 * MM, box);
    x += width;
  });
  return y + ROW;
}

/** Draws a document of A4 in characters for Chinese. */
export async function print(draw: (document: Document) => void): Promise<Buffer> {
  // Read only when it is needed: fonts and their tables would slow every start.
  const { default: PDFDocument } = await import('pdfkit');
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A4', margin: MARGIN, info: { Creator: 'Lianqiao' } });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.font(FONT);
    draw(document);
    document.end();
  });
}
