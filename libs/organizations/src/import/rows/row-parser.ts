import { calendarDay, Clock, nameFault } from '@app/kernel';
import { Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  canonicalCreditCode,
  creditCodeCheckCharacter,
  creditCodeFault,
} from '../../profiles/credit-code.js';
import { NameNormaliser } from '../../profiles/name-normaliser.js';
import type { ListRow } from '../reading/list-row.js';
import type { ColumnMapping, ImportColumn } from './column-mapping.js';
import type { ImportedOrganization, ImportedTier, RowProblem } from './imported-organization.js';
import { IndustryReader, PlaceReader } from './row-places.js';
import { parseRegisteredCapital, parseRowDate, parseRowTiers, parseRowYears } from './row-values.js';

const MAX_NAME = 200;
const MAX_ADDRESS = 500;
const MAX_SCOPE = 20_000;
const MAX_BATCH = 60;
const MAX_TOLD = 40;
/** The columns that say where an organization is, the widest first. */
const PLACE_COLUMNS = ['province', 'city', 'county', 'location'] as const;

/** A row read: the organization unless it was rejected, and everything that was wrong. */
interface ParsedRow {
  readonly organization: ImportedOrganization | null;
  readonly problems: readonly RowProblem[];
}

/** A name without the characters for which it is refused, for telling of it. */
function visible(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '□');
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
export class RowParser {
  private readonly places: PlaceReader;
  private readonly industries: IndustryReader;

  constructor(
    regions: Regions,
    industries: Industries,
    private readonly names: NameNormaliser,
    private readonly clock: Clock,
  ) {
    this.places = new PlaceReader(regions);
    this.industries = new IndustryReader(industries);
  }

  /** The organization of a row, or why there is none. */
  readRow(listRow: ListRow, columns: ColumnMapping): ParsedRow {
    const row = new Row(listRow, columns);
    if (row.overflows)
      row.reject(null, 'ROW_CELLS', { found: listRow.cells.length, expected: columns.width });
    const creditCode = this.creditCode(row);
    const name = row.cell('name').replace(/\s+/g, ' ');
    if (name === '') row.reject('name', 'ROW_NAME_MISSING');
    else if (name.length > MAX_NAME) row.reject('name', 'ROW_TOO_LONG', { max: MAX_NAME });
    else this.publicName(row, name);
    if (row.rejected) return { organization: null, problems: row.problems };
    const capital = this.optional(row, 'capital', parseRegisteredCapital, 'ROW_CAPITAL');
    const organization = {
      creditCode,
      name,
      normalisedName: this.names.normaliseName(name),
      regionCode: this.region(row),
      industryCode: this.optional(row, 'industry', (text) => this.industry(text), 'ROW_INDUSTRY'),
      address: this.text(row, 'address', MAX_ADDRESS),
      foundedOn: this.optional(row, 'foundedOn', parseRowDate, 'ROW_DATE'),
      capitalAmount: capital?.amount ?? null,
      capitalCurrency: capital?.currency ?? null,
      businessScope: this.text(row, 'scope', MAX_SCOPE),
      tiers: this.tiers(row),
    };
    return { organization, problems: row.problems };
  }

  /** A name goes into messages and headers like any that somebody types; a register may know a real company called 链桥. */
  private publicName(row: Row, name: string): void {
    const fault = nameFault(name);
    if (fault === 'NAME_OF_PLATFORM')
      row.warn('name', 'ROW_NAME_OF_PLATFORM', { value: name.slice(0, MAX_TOLD) });
    else if (fault) row.reject('name', `ROW_${fault}`, { value: visible(name).slice(0, MAX_TOLD) });
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

  private industry(text: string): string | null | undefined {
    return text === '' || text === '-' ? null : (this.industries.findIndustry(text) ?? undefined);
  }

  /** The most specific region that province, city, county and address name together; unknown places get a warning. */
  private region(row: Row): string | null {
    const cells = PLACE_COLUMNS.map((column) => row.cell(column));
    const { code: known, unknown } = this.places.findStatedPlace(cells);
    const column = unknown === null ? undefined : PLACE_COLUMNS[unknown];
    if (column) row.warn(column, 'ROW_REGION', { value: row.cell(column).slice(0, MAX_TOLD) });
    const address = row.cell('address').slice(0, 40);
    // A wrong place is not silently replaced by the address: a person has to look at the warning.
    const whole = this.places.findPlace(`${column ? '' : cells.join('')}${address}`);
    if (known === null && whole === null) {
      const place = this.places.findUnknownPlace(address);
      if (place !== null) row.warn('address', 'ROW_REGION', { value: place });
    }
    return whole && (!known || whole.startsWith(known)) ? whole : known;
  }

  /** The recognitions of a row: each needs a year, its own or the one that all share. */
  private tiers(row: Row): ImportedTier[] {
    const tierText = row.cell('tier');
    const { levels, unknown } = parseRowTiers(tierText);
    for (const piece of unknown) row.warn('tier', 'ROW_TIER', { value: piece.slice(0, MAX_TOLD) });
    const yearText = row.cell('tierYear');
    const thisYear = Number(calendarDay(this.clock.now()).slice(0, 4));
    const years = parseRowYears(yearText, thisYear);
    if (!years) row.warn('tierYear', 'ROW_YEAR', { value: yearText.slice(0, MAX_TOLD), last: thisYear });
    if (levels.length === 0) {
      if (years && years.length > 0 && unknown.length === 0) row.warn('tierYear', 'ROW_YEAR_WITHOUT_TIER');
      return [];
    }
    if (years?.length !== 1 && years?.length !== levels.length) {
      if (years) row.warn('tier', 'ROW_TIER_WITHOUT_YEAR', { value: tierText.slice(0, MAX_TOLD) });
      return [];
    }
    const batch = this.text(row, 'tierBatch', MAX_BATCH);
    return levels.map((level, i) => ({ level, year: years[i] ?? years[0] ?? thisYear, batch }));
  }
}
