import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture } from './import-fixture.js';

const CHINESE = [
  '企业名称',
  '统一社会信用代码',
  '成立日期',
  '注册资本',
  '经营范围',
  '所属省份',
  '所属城市',
  '所属区县',
  '注册地址',
];
const ENGLISH = [
  'Company Name',
  'USCC',
  'Registration Date',
  'Registered Capital',
  'Business Scope',
  'Province',
  'City',
  'District',
  'Address',
];

/** An enterprise as a register lists it, in the order of the columns above. */
function anEnterprise(code = aCreditCode()): string[] {
  return [
    '宁波鄞州精密模具有限公司',
    code,
    '2003-04-15',
    '500万元',
    '模具、塑料制品的制造、加工。',
    '浙江省',
    '宁波市',
    '鄞州区',
    '浙江省宁波市鄞州区姜山镇1号',
  ];
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n';
const tsv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n');

async function xlsx(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('企业');
  rows.forEach((row) => sheet.addRow([...row]));
  workbook.addWorksheet('说明').addRow(['not a list']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a list of organizations', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    fixture = await ImportFixture.open();
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.clear());

  const stored = (code: string) => ({
    credit_code: code,
    name: '宁波鄞州精密模具有限公司',
    region_code: '330212',
    address: '浙江省宁波市鄞州区姜山镇1号',
    founded_on: '2003-04-15',
    registered_capital_amount: '5000000',
    registered_capital_currency: 'CNY',
    business_scope: '模具、塑料制品的制造、加工。',
    source: 'IMPORTED',
    claim_state: 'UNCLAIMED',
  });

  it.each<[string, string, (rows: string[][]) => Buffer | string | Promise<Buffer>]>([
    ['CSV', 'list.csv', csv],
    ['CSV with a byte-order mark', 'list.csv', (rows) => `\uFEFF${csv(rows)}`],
    ['CSV by semicolons', 'list.csv', (rows) => rows.map((row) => row.join(';')).join('\n')],
    ['CSV in GB18030', 'list.csv', (rows) => iconv.encode(csv(rows), 'gb18030')],
    ['CSV in UTF-16LE', 'list.csv', (rows) => iconv.encode(csv(rows), 'utf-16le', { addBOM: true })],
    ['TSV', 'list.tsv', tsv],
    [
      'TSV in UTF-16LE, as Excel saves Unicode text',
      'list.txt',
      (rows) => iconv.encode(tsv(rows), 'utf-16le', { addBOM: true }),
    ],
    ['TSV, gzipped', 'list.tsv.gz', (rows) => gzipSync(tsv(rows))],
    ['CSV in GB18030, gzipped', 'list.csv.gz', (rows) => gzipSync(iconv.encode(csv(rows), 'gb18030'))],
    ['a spreadsheet', 'list.xlsx', xlsx],
    ['a spreadsheet, gzipped', 'list.xlsx.gz', async (rows) => gzipSync(await xlsx(rows))],
    ['a list under any name', 'list', csv],
  ])('is read as %s', async (_, name, write) => {
    const enterprise = anEnterprise();
    const path = await fixture.file(name, await write([CHINESE, enterprise]));
    expect(await fixture.import(path)).toMatchObject({
      rows: 1,
      created: 1,
      rejected: 0,
      warnings: 0,
      header: CHINESE,
    });
    expect(await fixture.organizations()).toMatchObject([{ ...stored(enterprise[1]!), source_name: name }]);
  });

  it('is read with English headings, in any order, beside columns that nobody knows', async () => {
    const enterprise = anEnterprise();
    const order = [8, 1, 0, 7, 6, 5, 4, 3, 2];
    const header = ['No.', ...order.map((i) => ENGLISH[i]!), 'Remark'];
    const row = ['1', ...order.map((i) => enterprise[i]!), 'visited in May'];
    const report = await fixture.import(await fixture.file('list.csv', csv([header, row])));
    expect(report).toMatchObject({ created: 1, rejected: 0, warnings: 0 });
    expect(await fixture.organizations()).toMatchObject([stored(enterprise[1]!)]);
  });

  it('needs no more than names and codes', async () => {
    const code = aCreditCode();
    await fixture.import(
      await fixture.file(
        'list.csv',
        csv([
          ['名称', '信用代码'],
          ['绍兴印染有限公司', code],
        ]),
      ),
    );
    expect(await fixture.organizations()).toMatchObject([
      {
        name: '绍兴印染有限公司',
        credit_code: code,
        region_code: null,
        founded_on: null,
        business_scope: null,
      },
    ]);
  });

  it('takes dates, formulas and rich texts of a spreadsheet as they are read in Excel', async () => {
    const code = aCreditCode();
    const [name, , , , scope] = anEnterprise();
    const content = await xlsx([
      ['企业名称', '统一社会信用代码', '成立日期', '注册资本', '经营范围'],
      [
        { richText: [{ text: '宁波鄞州' }, { text: '精密模具有限公司', font: { bold: true } }] },
        code,
        new Date(Date.UTC(2003, 3, 15)),
        { formula: '250*2', result: 500 },
        scope!,
      ],
    ]);
    expect(await fixture.import(await fixture.file('list.xlsx', content))).toMatchObject({
      created: 1,
      warnings: 0,
    });
    expect(await fixture.organizations()).toMatchObject([
      { name: name!, founded_on: '2003-04-15', registered_capital_amount: '5000000' },
    ]);
  });

  it('keeps breaks and quotation marks inside of cells', async () => {
    const scope = '模具制造；\n"五金"加工,销售';
    const content = csv([
      ['企业名称', '统一社会信用代码', '经营范围'],
      ['甲厂', aCreditCode(), scope],
      ['乙厂', aCreditCode(), ''],
    ]);
    await fixture.import(await fixture.file('list.csv', content));
    expect((await fixture.organizations()).map((o) => o['business_scope'])).toEqual([null, scope]);
  });

  it('may hold nothing under its header', async () => {
    expect(await fixture.import(await fixture.file('list.csv', csv([CHINESE])))).toMatchObject({
      rows: 0,
      created: 0,
    });
    expect(await fixture.orderedDerivations()).toBe(0);
  });
});
