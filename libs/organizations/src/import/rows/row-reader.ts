import { Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  canonicalCreditCode,
  creditCodeCheckCharacter,
  creditCodeFault,
} from '../../profiles/credit-code.js';
import { NameNormaliser } from '../../profiles/name-normaliser.js';
import type { ListRow } from '../reading/list-row.js';
import type { ColumnMapping, ImportColumn } from './column-mapping.js';
import type { ImportedOrganization, RowProblem } from './imported-organization.js';
import { parseRegisteredCapital } from './registered-capital.js';
import { parseRowDate } from './row-date.js';

const MAX_NAME = 200;
const MAX_ADDRESS = 500;
const MAX_SCOPE = 20_000;

/** A row read: the organization unless it was rejected, and everything that was wrong. */
export interface ReadRow {
  readonly organization: ImportedOrganization | null;
  readonly problems: readonly RowProblem[];
}

class Row {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly row: ListRow,
    private readonly columns: ColumnMapping,
  ) {}

  cell(column: ImportColumn): string {
    const at = this.columns.places[column];
    return at === undefined ? '' : (this.row.cells[at] ?? '').trim();
  }

  reject(column: ImportColumn | null, code: string, params: RowProblem['params'] = {}): void {
    this.problems.push({ line: this.row.line, column, code, params, severity: 'REJECTED' });
  }

  warn(column: ImportColumn, code: string, params: RowProblem['params'] = {}): void {
    this.problems.push({ line: this.row.line, column, code, params, severity: 'WARNING' });
  }

  /** Cells with something in them beyond the last column: some cell before them was torn in two. */
  get overflows(): boolean {
    return this.row.cells.slice(this.columns.width).some((cell) => cell.trim() !== '');
  }

  get rejected(): boolean {
    return this.problems.some((problem) => problem.severity === 'REJECTED');
  }
}

/** Reads rows of a list: a bad code or name rejects the row, an unreadable further cell is left out with a warning. */
@Injectable()
export class RowReader {
  private readonly regionsSeen = new Map<string, string | null>();

  constructor(
    private readonly regions: Regions,
    private readonly names: NameNormaliser,
  ) {}

  /** The organization of a row, or why there is none. */
  read(listRow: ListRow, columns: ColumnMapping): ReadRow {
    const row = new Row(listRow, columns);
    if (row.overflows)
      row.reject(null, 'ROW_CELLS', { found: listRow.cells.length, expected: columns.width });
    const creditCode = this.creditCode(row);
    const name = row.cell('name').replace(/\s+/g, ' ');
    if (name === '') row.reject('name', 'ROW_NAME_MISSING');
    else if (name.length > MAX_NAME) row.reject('name', 'ROW_TOO_LONG', { max: MAX_NAME });
    if (row.rejected) return { organization: null, problems: row.problems };
    const capital = this.optional(row, 'capital', parseRegisteredCapital, 'ROW_CAPITAL');
    const organization = {
      creditCode,
      name,
      normalisedName: this.names.normalise(name),
      regionCode: this.region(row),
      address: this.text(row, 'address', MAX_ADDRESS),
      foundedOn: this.optional(row, 'foundedOn', parseRowDate, 'ROW_DATE'),
      capitalAmount: capital?.amount ?? null,
      capitalCurrency: capital?.currency ?? null,
      businessScope: this.text(row, 'scope', MAX_SCOPE),
    };
    return { organization, problems: row.problems };
  }

  private creditCode(row: Row): string {
    const code = canonicalCreditCode(row.cell('creditCode'));
    if (code === '') row.reject('creditCode', 'ROW_CREDIT_CODE_MISSING');
    else {
      const fault = creditCodeFault(code);
      if (fault === 'SHAPE') row.reject('creditCode', 'ROW_CREDIT_CODE_SHAPE', { value: code.slice(0, 40) });
      if (fault === 'CHECK_CHARACTER') {
        row.reject('creditCode', 'ROW_CREDIT_CODE_CHECK', {
          value: code,
          expected: creditCodeCheckCharacter(code.slice(0, 17)),
        });
      }
    }
    return code;
  }

  private optional<T>(
    row: Row,
    column: ImportColumn,
    read: (text: string) => T | null | undefined,
    code: string,
  ): T | null {
    const value = read(row.cell(column));
    if (value === undefined) row.warn(column, code, { value: row.cell(column).slice(0, 40) });
    return value ?? null;
  }

  private text(row: Row, column: ImportColumn, max: number): string | null {
    const text = row.cell(column);
    if (text.length <= max) return text || null;
    row.warn(column, 'ROW_TOO_LONG', { max });
    return null;
  }

  /** The most specific region that province, city, county and address name together. */
  private region(row: Row): string | null {
    const stated = [row.cell('province'), row.cell('city'), row.cell('county')].join('');
    const whole = this.find(`${stated}${row.cell('address').slice(0, 40)}`);
    const known = this.find(stated);
    return whole && (!known || whole.startsWith(known)) ? whole : known;
  }

  private find(text: string): string | null {
    if (text === '') return null;
    let code = this.regionsSeen.get(text);
    if (code === undefined) {
      if (this.regionsSeen.size > 20_000) this.regionsSeen.clear();
      this.regionsSeen.set(text, (code = this.regions.find(text)));
    }
    return code;
  }
}
