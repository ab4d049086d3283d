import { type Locale, renderText } from '@app/kernel';
import { sheetFile, type SheetColumn } from '../files/event-sheets.js';
import type { CollectedNeed, CollectionDistrict } from './need-collection.entity.js';

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
