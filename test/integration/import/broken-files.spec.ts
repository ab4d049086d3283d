import { truncate } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture } from './import-fixture.js';

const HEADER = '企业名称,统一社会信用代码,经营范围';

/** So many good rows under the header, each with so long a scope. */
function rows(count: number, scope = '模具制造'): string[] {
  return [HEADER, ...Array.from({ length: count }, (_, i) => `${i}号厂,${aCreditCode()},${scope}`)];
}

describe('a file that cannot be imported', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    fixture = await ImportFixture.open();
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.clear());

  /** The refusal of a file, after which nothing of it is there. */
  async function refusal(name: string, content: string | Buffer): Promise<string> {
    const sentence = await fixture.refusalOf(await fixture.file(name, content));
    expect(await fixture.organizations()).toEqual([]);
    expect(await fixture.orderedDerivations()).toBe(0);
    return sentence;
  }

  it.each<[string, string | Buffer]>([
    ['no bytes', ''],
    ['a byte-order mark', '\uFEFF'],
    ['empty lines', '\n\n  \n'],
    ['empty cells', ',,,\n,,,\n'],
    ['packed nothing', gzipSync('')],
  ])('is empty when it holds %s', async (_, content) => {
    expect(await refusal('list.csv', content)).toBe('The file “list.csv” is empty.');
  });

  it('is an empty spreadsheet', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('企业');
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await refusal('list.xlsx', content)).toBe('The file “list.xlsx” is empty.');
  });

  it('lacks columns, and is told which it has', async () => {
    expect(await refusal('list.csv', '企业名称,电话\n甲厂,1')).toBe(
      'Missing columns: 统一社会信用代码. The file has: 企业名称、电话.',
    );
    expect(await refusal('list.csv', 'a\nb')).toBe(
      'Missing columns: 企业名称、统一社会信用代码. The file has: a.',
    );
  });

  it('ends in the middle of its packed data, after thousands of good rows', async () => {
    const packed = gzipSync(rows(9000).join('\n'));
    expect(await refusal('list.csv.gz', packed.subarray(0, packed.length - 5000))).toBe(
      'The file “list.csv.gz” is incomplete (its compressed data ends too early); nothing was imported.',
    );
  });

  it('is damaged in the middle of its packed data', async () => {
    const packed = gzipSync(rows(9000).join('\n'));
    const middle = packed.length >> 1;
    packed.fill(0xff, middle, middle + 200);
    expect(await refusal('list.csv.gz', packed)).toMatch(/^The file “list.csv.gz” cannot be read: .+\.$/);
  });

  it('is a spreadsheet that ends in the middle', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('企业');
    rows(3000).forEach((row) => sheet.addRow(row.split(',')));
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const sentence = /^The file “list.xlsx(.gz)?” (cannot be read: .+|is empty|is incomplete .+)\.$/;
    expect(await refusal('list.xlsx', content.subarray(0, content.length / 2))).toMatch(sentence);
    const packed = gzipSync(content);
    expect(await refusal('list.xlsx.gz', packed.subarray(0, packed.length / 2))).toMatch(sentence);
  });

  it('is an old Excel file', async () => {
    const content = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    expect(await refusal('list.xls', content)).toMatch(/^The file “list.xls” is an old Excel file/);
  });

  it.each([
    ['near its beginning', 30],
    ['far behind what its encoding was told by', 9000],
  ])('turns from UTF-8 into GB18030 %s', async (_, at) => {
    const good: Buffer[] = rows(
      12_000,
      '模具制造、塑料制品加工、五金制品批发、金属表面处理、机械零部件加工',
    ).map((row) => Buffer.from(row));
    good[at - 1] = iconv.encode(`乙厂,${aCreditCode()},模具制造`, 'gb18030');
    const content = Buffer.concat(good.flatMap((row) => [row, Buffer.from('\n')]));
    expect(content.length).toBeGreaterThan(1 << 20);
    expect(await refusal('list.csv', content)).toBe(
      `Near line ${at} the file “list.csv” is neither UTF-8 nor GB18030; save it as one of them.`,
    );
  });

  it('has a cell of ten megabytes, whose quotation mark was never closed', async () => {
    const content = `${rows(5000).join('\n')}\n乙厂,${aCreditCode()},"${'模具'.repeat(5_000_000)}`;
    expect(await refusal('list.csv', content)).toMatch(
      /^Near line 5002 a cell is longer than 100000 characters \(perhaps a quotation mark is not closed\); nothing was imported\.$/,
    );
  });

  it('is a spreadsheet with a cell that no spreadsheet has', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('企业');
    sheet.addRow(HEADER.split(','));
    sheet.addRow(['甲厂', aCreditCode(), '模'.repeat(200_000)]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await refusal('list.xlsx', content)).toMatch(
      /^Near line 2 a cell is longer than 100000 characters/,
    );
  });

  it('is not there any more, or a folder', async () => {
    expect(await fixture.refusalOf(`${fixture.folder}/gone.csv`)).toMatch(
      /^The file “gone.csv” cannot be read: ENOENT/,
    );
    expect(await fixture.refusalOf(fixture.folder)).toMatch(/cannot be read: EISDIR/);
  });

  it('is imported as a whole once it is mended', async () => {
    const content = gzipSync(rows(100).join('\n'));
    const path = await fixture.file('list.csv.gz', content);
    await truncate(path, content.length - 20);
    await fixture.refusalOf(path);
    await fixture.file('list.csv.gz', content);
    expect(await fixture.import(path)).toMatchObject({ created: 100 });
    expect(await fixture.orderedDerivations()).toBe(1);
  });
});
