import ExcelJS from 'exceljs';
import { editableDocument } from './editable-document.js';
import { sheetFile } from './event-sheets.js';
import { zipEntry } from '../../../../test/support/zip-entry.js';

const NOT_IN_XML = /[\u0000-\u0008\u000B\uFFFE\uFFFF]/;
const NAME = '甲\uFFFE厂\u000B\u0000=1+1';

it('a table is readable whatever people wrote, and has no formula', async () => {
  const bytes = await sheetFile('表', [{ header: NAME, width: 10, value: (row: string) => row }], [NAME]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect([sheet.getCell('A1').value, sheet.getCell('A2').value]).toEqual(['甲厂=1+1', '甲厂=1+1']);
  expect(zipEntry(bytes, 'xl/sharedStrings.xml')).not.toMatch(NOT_IN_XML);
});

it('a document is readable whatever people wrote', async () => {
  const table = { heading: NAME, widths: [1], heads: [NAME], rows: [[NAME]] };
  const event = { title: NAME, zone: 'Asia/Shanghai', startsAt: new Date('2026-05-01T01:00:00Z') };
  const bytes = await editableDocument(event, '名单', [table]);
  expect(zipEntry(bytes, 'word/document.xml')).not.toMatch(NOT_IN_XML);
});
