import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { ListFileError, type ListRow, MAX_CELL } from './list-row.js';

/** The text of a cell as it is read in Excel: dates as YYYY-MM-DD, formulas by their result. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
  return '';
}

function rowCells(row: ExcelJS.Row): string[] {
  const values = row.values as ExcelJS.CellValue[];
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => cellText(values[i + 1]));
}

/** The rows of the first sheet of a spreadsheet, streamed, once its unpacked size is known to be bearable. */
export async function* readSpreadsheet(archive: Buffer, file: string): AsyncGenerator<ListRow> {
  // Read only when it is needed: it takes a third of a second of every start.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookReader(Readable.from([archive], { objectMode: false }), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  });
  let rows = 0;
  // What stands beside the list, under no heading, is somebody's note.
  let width: number | undefined;
  try {
    const { checkSpreadsheetSize } = await import('./check-spreadsheet-size.js');
    await checkSpreadsheetSize(archive, file);
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const cells = rowCells(row);
        if (cells.some((cell) => cell.length > MAX_CELL))
          throw new ListFileError('LIST_FILE_CELL_TOO_LONG', { line: row.number, max: MAX_CELL });
        if (cells.every((cell) => cell.trim() === '')) continue;
        rows++;
        width ??= cells.length;
        yield { line: row.number, cells: cells.slice(0, width) };
      }
      break;
    }
  } catch (error) {
    if (error instanceof ListFileError) throw error;
    throw new ListFileError('LIST_FILE_UNREADABLE', {
      file,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  if (rows === 0) throw new ListFileError('LIST_FILE_EMPTY', { file });
}
