import { type Locale, renderText } from '@app/kernel';
import { DateTime } from 'luxon';
import QRCode from 'qrcode';
import './event-file.graphql.js';
import type { ListedPerson } from './event-lists.repository.js';
import { MARGIN, MM, print, row, ROW } from './printed-tables.js';

/** The event that something is printed for. */
interface Host {
  readonly title: string;
  readonly zone: string;
  readonly startsAt: Date;
}

type Document = PDFKit.PDFDocument;

/** Ten badges of 90 × 55 mm on a sheet of A4, the usual size of holders. */
const BADGE = { width: 90 * MM, height: 55 * MM, left: 15 * MM, top: 11 * MM, columns: 2, perSheet: 10 };

const word = (locale: Locale, code: string) => renderText(locale, `EVENT_FILE_${code}`);

/** The list of who is expected, to be ticked off and signed, with as many pages of A4 as it takes. */
export function attendanceList(
  event: Host,
  people: readonly ListedPerson[],
  locale: Locale,
): Promise<Buffer> {
  return print((document) => {
    const widths = [10, 62, 26, 28, 20, 34].map((mm) => mm * MM);
    const heads = ['#', ...['COMPANY', 'NAME', 'JOB_TITLE', 'ROLE', 'SIGNATURE'].map((c) => word(locale, c))];
    let y = head(document, event, locale);
    y = row(document, y, widths, heads);
    people.forEach(({ company, name, jobTitle, role }, i) => {
      if (y + ROW > document.page.height - MARGIN) {
        document.addPage();
        y = row(document, MARGIN, widths, heads);
      }
      y = row(document, y, widths, [String(i + 1), company, name, jobTitle ?? '', word(locale, role), '']);
    });
  });
}

/** Badges with name, company, role and the ticket's QR code; without a ticket the code is left out. */
export function badges(
  event: Host,
  people: readonly (ListedPerson & { token: string | null })[],
  locale: Locale,
): Promise<Buffer> {
  return print((document) => {
    people.forEach((person, i) => {
      const place = i % BADGE.perSheet;
      if (i > 0 && place === 0) document.addPage();
      const x = BADGE.left + (place % BADGE.columns) * BADGE.width;
      const y = BADGE.top + Math.floor(place / BADGE.columns) * BADGE.height;
      badge(document, { x, y }, person, { event, role: word(locale, person.role) });
    });
  });
}

function badge(
  document: Document,
  { x, y }: { x: number; y: number },
  { name, company, jobTitle, token }: ListedPerson & { token: string | null },
  { event, role }: { event: Host; role: string },
): void {
  const inner = { width: BADGE.width - 38 * MM, lineBreak: true };
  document.rect(x, y, BADGE.width, BADGE.height).lineWidth(0.3).stroke('#999999');
  document.fillColor('#000000').fontSize(8);
  document.text(event.title, x + 4 * MM, y + 4 * MM, {
    width: BADGE.width - 8 * MM,
    height: 8 * MM,
    ellipsis: true,
  });
  document.fontSize(20).text(name, x + 4 * MM, y + 15 * MM, { ...inner, height: 12 * MM, ellipsis: true });
  const below = [company, jobTitle].filter(Boolean).join('\n');
  document.fontSize(9).text(below, x + 4 * MM, y + 28 * MM, { ...inner, height: 15 * MM, ellipsis: true });
  document.fontSize(10).text(role, x + 4 * MM, y + 46 * MM, { ...inner, height: 6 * MM });
  if (token) qrCode(document, token, { x: x + BADGE.width - 33 * MM, y: y + 18 * MM, size: 30 * MM });
}

/** Draws a QR code as squares, so that it stays sharp at any size. */
function qrCode(
  document: Document,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = size / modules.size;
  for (let line = 0; line < modules.size; line++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(line, column)) document.rect(x + column * side, y + line * side, side, side);
  document.fill('#000000');
}

function head(document: Document, { title, startsAt, zone }: Host, locale: Locale): number {
  const day = DateTime.fromJSDate(startsAt, { zone }).toFormat('yyyy-MM-dd');
  document.fontSize(16).text(title, MARGIN, MARGIN, { width: document.page.width - 2 * MARGIN });
  document.fontSize(10).text(`${word(locale, 'ATTENDANCE')}  ${day}`);
  return document.y + 4 * MM;
}
