import { type Locale, renderText } from '@app/kernel';
import { type SheetColumn, sheetFile } from '../files/event-sheets.js';
import type { CollectedNeed, CollectionDistrict, NeedCollection } from './need-collection.entity.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Looks of the page: black on white, A4, a free field for the seal; no script and nothing from elsewhere. */
const STYLE =
  '@page{size:A4;margin:20mm}body{font:14px/1.6 sans-serif}table{width:100%;border-collapse:collapse}' +
  'th,td{border:1px solid #000;padding:8px;text-align:left;vertical-align:top}th{width:28%}' +
  'td{white-space:pre-wrap}.seal{margin-top:24mm;height:40mm;display:flex;justify-content:space-around}';

/** The page that a company prints, signs with its seal and gives to its delegate. */
export function collectionForm(
  need: CollectedNeed,
  { collection, district }: { collection: NeedCollection; district: CollectionDistrict },
  locale: Locale,
): string {
  const word = (code: string) => escaped(renderText(locale, `COLLECTION_FORM_${code}`));
  const rows: [string, string | null][] = [
    ['EVENT', collection.title],
    ['DISTRICT', district.name],
    ['COMPANY', need.companyName],
    ['CREDIT_CODE', need.creditCode],
    ['NEED', need.title],
    ['DESCRIPTION', need.description],
    ['QUANTITY', need.quantity],
    ['PUBLIC', renderText(locale, `COLLECTION_FORM_${need.public ? 'YES' : 'NO'}`)],
  ];
  const table = rows
    .map(([code, value]) => `<tr><th>${word(code)}</th><td>${escaped(value ?? '')}</td></tr>`)
    .join('');
  return [
    `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<title>${word('TITLE')}</title><style>${STYLE}</style></head><body>`,
    `<h1>${word('TITLE')}</h1><table>${table}</table><p>${word('CONSENT')}</p>`,
    `<div class="seal"><p>${word('SEAL')}</p><p>${word('DATE')}</p></div></body></html>`,
  ].join('');
}

interface Line {
  readonly district: CollectionDistrict;
  readonly need: CollectedNeed;
}

const word = (locale: Locale, code: string) => renderText(locale, `COLLECTION_FORM_${code}`);

/** Everything that was collected as one table, district by district in the bureau's order. */
export function collectionSheet(
  districts: readonly CollectionDistrict[],
  needs: readonly CollectedNeed[],
  locale: Locale,
): Promise<Buffer> {
  const column = (head: string, width: number, value: SheetColumn<Line>['value']): SheetColumn<Line> => ({
    header: word(locale, head),
    width,
    value,
  });
  const columns = [
    column('DISTRICT', 14, ({ district }) => district.name),
    column('COMPANY', 36, ({ need }) => need.companyName),
    column('CREDIT_CODE', 22, ({ need }) => need.creditCode),
    column('NEED', 28, ({ need }) => need.title),
    column('DESCRIPTION', 50, ({ need }) => need.description),
    column('QUANTITY', 16, ({ need }) => need.quantity),
    column('PUBLIC', 10, ({ need }) => word(locale, need.public ? 'YES' : 'NO')),
    column('STATE', 12, ({ need }) => word(locale, need.state)),
    column('AGREED', 30, ({ need }) => `${need.consentGivenBy} ${need.consentGivenOn}`),
  ];
  const lines = districts.flatMap((district) =>
    needs.filter(({ districtId }) => districtId === district.id).map((need) => ({ district, need })),
  );
  return sheetFile(word(locale, 'TITLE'), columns, lines);
}
