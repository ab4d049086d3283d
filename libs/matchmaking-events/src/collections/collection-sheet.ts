import { type Locale, renderText } from '@app/kernel';
import type { CollectedNeed, CollectionDistrict } from './need-collection.entity.js';

const word = (locale: Locale, code: string) => renderText(locale, `COLLECTION_FORM_${code}`);

/** Everything that was collected as one table, district by district in the bureau's order. */
export async function collectionSheet(
  districts: readonly CollectionDistrict[],
  needs: readonly CollectedNeed[],
  locale: Locale,
): Promise<Buffer> {
  // Read only when it is needed: it takes a third of a second of every start.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(word(locale, 'TITLE'), { views: [{ state: 'frozen', ySplit: 1 }] });
  const heads = [
    'DISTRICT',
    'COMPANY',
    'CREDIT_CODE',
    'NEED',
    'DESCRIPTION',
    'QUANTITY',
    'PUBLIC',
    'STATE',
    'AGREED',
  ];
  const widths = [14, 36, 22, 28, 50, 16, 10, 12, 30];
  sheet.columns = heads.map((head, i) => ({ header: word(locale, head), width: widths[i] }));
  sheet.getRow(1).font = { bold: true };
  for (const district of districts)
    for (const need of needs.filter(({ districtId }) => districtId === district.id))
      sheet.addRow([
        ...[district.name, need.companyName, need.creditCode, need.title, need.description, need.quantity],
        word(locale, need.public ? 'YES' : 'NO'),
        word(locale, need.state),
        `${need.consentGivenBy} ${need.consentGivenOn}`,
      ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
