import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { ErrorFile } from '../../../apps/cli/src/commands/import.command.js';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture } from './import-fixture.js';

const HEADER = '企业名称,统一社会信用代码,成立日期,注册资本,经营范围,注册地址';

/** A sound code with its last character changed. */
function miswritten(code: string): string {
  return code.slice(0, 17) + (code.endsWith('0') ? '1' : '0');
}

describe('the rows of a list', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    fixture = await ImportFixture.open();
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.clear());

  const list = async (...rows: string[]) => fixture.file('list.csv', [HEADER, ...rows].join('\n'));

  it.each<[string, () => string, string]>([
    ['a missing code', () => '甲厂,,2003-04-15,500,,', '2 creditCode ROW_CREDIT_CODE_MISSING'],
    [
      'a code of another shape',
      () => '甲厂,330100000012345,2003-04-15,500,,',
      '2 creditCode ROW_CREDIT_CODE_SHAPE',
    ],
    [
      'a wrong check character',
      () => `甲厂,${miswritten(aCreditCode())},,,,`,
      '2 creditCode ROW_CREDIT_CODE_CHECK',
    ],
    ['a missing name', () => `,${aCreditCode()},,,,`, '2 name ROW_NAME_MISSING'],
    ['a name that is too long', () => `${'厂'.repeat(201)},${aCreditCode()},,,,`, '2 name ROW_TOO_LONG'],
    ['more cells than columns', () => `甲厂,${aCreditCode()},,,模具,五金,塑料`, '2 - ROW_CELLS'],
  ])('are rejected for %s', async (_, row, problem) => {
    const report = await fixture.import(await list(row(), `乙厂,${aCreditCode()},,,,`));
    expect(report).toMatchObject({ rows: 2, created: 1, rejected: 1, problems: [problem] });
    expect((await fixture.organizations()).map(({ name }) => name)).toEqual(['乙厂']);
  });

  it.each([
    ['a day that there is not', '2003-02-30,,,', 'foundedOn ROW_DATE'],
    ['words for a day', '去年,,,', 'foundedOn ROW_DATE'],
    ['words for an amount', ',很多,,', 'capital ROW_CAPITAL'],
    ['a scope that is too long', `,,${'模'.repeat(20_001)},`, 'scope ROW_TOO_LONG'],
    ['an address that is too long', `,,,${'路'.repeat(501)}`, 'address ROW_TOO_LONG'],
  ])('are imported without the cell and with a warning for %s', async (_, cells, problem) => {
    const report = await fixture.import(await list(`甲厂,${aCreditCode()},${cells}`));
    expect(report).toMatchObject({ created: 1, rejected: 0, warnings: 1, problems: [`2 ${problem}`] });
    expect(await fixture.organizations()).toMatchObject([
      {
        name: '甲厂',
        founded_on: null,
        registered_capital_amount: null,
        business_scope: null,
        address: null,
      },
    ]);
  });

  const WIDE = '企业名称,统一社会信用代码,所在地,行业,专精特新级别,认定年度,联系人';

  it.each([
    ['an unknown place', '火星市,,,', 'location ROW_REGION'],
    ['an industry that there is not', ',元宇宙,,', 'industry ROW_INDUSTRY'],
    ['an unknown recognition', ',,瞪羚,2023', 'tier ROW_TIER'],
    ['a recognition without a year', ',,小巨人,', 'tier ROW_TIER_WITHOUT_YEAR'],
    ['a year that was not yet', ',,小巨人,2100', 'tierYear ROW_YEAR'],
    ['a year without a recognition', ',,,2023', 'tierYear ROW_YEAR_WITHOUT_TIER'],
  ])(
    'are imported without what cannot be understood and with a warning for %s',
    async (_, cells, problem) => {
      const path = await fixture.file('wide.csv', `${WIDE}\n甲厂,${aCreditCode()},${cells},张三`);
      const report = await fixture.import(path);
      expect(report).toMatchObject({ created: 1, warnings: 1, problems: [`2 ${problem}`] });
      expect(await fixture.organizations()).toMatchObject([{ region_code: null, industry_code: null }]);
      expect(await fixture.query('select 1 from tier_recognition')).toEqual([]);
    },
  );

  it('are shown as they were understood, with the columns that are dropped', async () => {
    const code = aCreditCode();
    const path = await fixture.file(
      'wide.csv',
      `${WIDE}\n甲厂,${code},杭州市滨江区,通用设备制造业,小巨人、专精特新,2023、2021,张三`,
    );
    const { columns, firstRows, warnings } = await fixture.import(path, { preview: true });
    expect(warnings).toBe(0);
    expect(columns.filter(({ readAs }) => readAs === null)).toEqual([
      { position: 7, heading: '联系人', readAs: null, dropped: 'COLUMN_PERSONAL', examples: [] },
    ]);
    expect(firstRows).toEqual([
      expect.objectContaining({
        line: 2,
        name: '甲厂',
        creditCode: code,
        regionCode: '330108',
        industryCode: 'C34',
        tiers: [
          { level: 'LITTLE_GIANT', year: 2023, batch: null },
          { level: 'SPECIALIZED', year: 2021, batch: null },
        ],
      }),
    ]);
  });

  it('are told with all their problems, warnings of rejected rows too', async () => {
    const report = await fixture.import(await list(`,12345,昨天,很多,,`));
    expect(report).toMatchObject({ rejected: 1, warnings: 0 });
    expect(report.problems).toEqual(['2 creditCode ROW_CREDIT_CODE_SHAPE', '2 name ROW_NAME_MISSING']);
  });

  it('are counted by the lines of the file, with empty lines and breaks inside of cells', async () => {
    const rows = [
      `甲厂,${aCreditCode()},,,"模具\n五金\n塑料",`,
      '',
      '',
      `乙厂,bad,,,,`,
      `,${aCreditCode()},,,"a\nb",`,
      '丙厂,worse,,,,',
    ];
    const report = await fixture.import(await list(...rows));
    expect(report.problems).toEqual([
      '7 creditCode ROW_CREDIT_CODE_SHAPE',
      '8 name ROW_NAME_MISSING',
      '10 creditCode ROW_CREDIT_CODE_SHAPE',
    ]);
    const windows = await fixture.file('windows.csv', [HEADER, ...rows].join('\n').replaceAll('\n', '\r\n'));
    expect((await fixture.import(windows)).problems).toEqual(report.problems);
  });

  it('are counted by the rows of the sheet in a spreadsheet', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('企业');
    sheet.getRow(3).values = ['企业名称', '统一社会信用代码'];
    sheet.getRow(4).values = ['甲厂', aCreditCode(), , , '备注'];
    sheet.getRow(9).values = ['乙厂', 'bad'];
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const report = await fixture.import(await fixture.file('list.xlsx', content));
    expect(report).toMatchObject({ created: 1, problems: ['9 creditCode ROW_CREDIT_CODE_SHAPE'] });
  });

  it('are refused the second time a code stands in the list, which names the first', async () => {
    const code = aCreditCode();
    const report = await fixture.import(
      await list(`甲厂,${code},,,,`, `乙厂,${aCreditCode()},,,,`, `丙厂,${code.toLowerCase()},,,,`),
    );
    expect(report).toMatchObject({
      created: 2,
      rejected: 1,
      problems: ['4 creditCode ROW_CREDIT_CODE_TWICE'],
    });
    expect(report.rejections[0]?.problems[0]?.params).toEqual({ line: 2 });
    expect((await fixture.organizations()).map(({ name }) => name)).toEqual(['乙厂', '甲厂']);
  });

  it('may have their code in lower case, full width or with blanks', async () => {
    const code = aCreditCode();
    const wide = [...code].map((char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)).join('');
    expect(await fixture.import(await list(`甲厂,${wide},,,,`))).toMatchObject({ created: 1 });
    expect(
      await fixture.import(await list(`甲厂, ${code.slice(0, 8).toLowerCase()} ${code.slice(8)} ,,,,`)),
    ).toMatchObject({ unchanged: 1 });
  });

  it('that were rejected are written as they stood, and imported once they are corrected', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lianqiao-errors-'));
    const code = aCreditCode();
    const scope = '=HYPERLINK("http://evil.example"),"五金"\n塑料';
    const path = await list(
      `甲厂,${miswritten(code)},2003-04-15,500,"${scope.replaceAll('"', '""')}",`,
      `乙厂,${aCreditCode()},,,,`,
    );
    const { header, rejections } = await fixture.import(path);
    const errors = new ErrorFile(join(folder, 'list.errors.csv'));
    errors.begin(header);
    rejections.forEach((rejected) => errors.add(rejected));
    const written = await readFile((await errors.end())!, 'utf8');
    expect(written).toContain(`"'=HYPERLINK(`);
    expect(written).toContain(`2 creditCode: “${miswritten(code)}”的校验码不对`);
    expect(written).toContain(`the check character of “${miswritten(code)}” is wrong`);

    const [body = '', ...rest] = written.split('错误 error');
    const corrected = [body, ...rest].join('错误 error').replace(miswritten(code), code);
    const again = await fixture.import(await fixture.file('list.errors.csv', corrected));
    expect(again).toMatchObject({ rows: 1, created: 1, rejected: 0 });
    expect((await fixture.organizations()).find(({ name }) => name === '甲厂')).toMatchObject({
      credit_code: code,
      founded_on: '2003-04-15',
      business_scope: scope,
    });
    await rm(folder, { recursive: true });
  });
});
