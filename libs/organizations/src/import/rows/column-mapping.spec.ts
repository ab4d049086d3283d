import { ColumnReport, mapColumns } from './column-mapping.js';

describe('the columns of a list', () => {
  it('are known by Chinese and English headings, whatever blanks, signs and letter case they have', () => {
    expect(
      mapColumns(['序号', '企业名称*', '统一社会信用代码', '注册资本（万元）', '经营范围']).places,
    ).toEqual({
      name: 1,
      creditCode: 2,
      capital: 3,
      scope: 4,
    });
    expect(mapColumns(['Credit_Code', ' COMPANY NAME ', 'business-scope', 'regdate']).places).toEqual({
      creditCode: 0,
      name: 1,
      scope: 2,
      foundedOn: 3,
    });
  });

  it('are the first of their name', () => {
    expect(mapColumns(['名称', '信用代码', '企业名称', '公司名称']).places.name).toBe(2);
    expect(mapColumns(['名称', '信用代码', '名称']).places.name).toBe(0);
  });

  it('say how many cells a row has', () => {
    expect(mapColumns(['名称', '信用代码', '备注']).width).toBe(3);
  });

  it.each([
    [['名称'], '统一社会信用代码', '名称'],
    [['uscc', 'phone'], '企业名称', 'uscc、phone'],
    [['', ' '], '企业名称、统一社会信用代码', '-'],
  ])('are refused when one that is needed is missing: %j', (header, missing, found) => {
    expect(() => mapColumns(header)).toThrow(
      expect.objectContaining({ code: 'LIST_FILE_COLUMNS', params: { missing, found } }),
    );
  });
});

describe('the report on the columns of a list', () => {
  const report = (header: readonly string[], ...rows: string[][]) => {
    const columns = new ColumnReport(header, mapColumns(header));
    rows.forEach((row) => columns.note(row));
    return columns.list();
  };

  it('says of each column what it is read as or why it is dropped, with examples', () => {
    expect(
      report(
        ['企业名称', '统一社会信用代码', '所在地', '专精特新级别', '认定年度', '备注', '公司名称', ''],
        ['甲厂', '1', '杭州市', '小巨人', '2023', '老客户', '甲', ''],
        ['乙厂', '2', '杭州市', '专精特新', '2024', '', '乙', ''],
      ),
    ).toEqual([
      { position: 1, heading: '企业名称', readAs: 'name', dropped: null, examples: ['甲厂', '乙厂'] },
      { position: 2, heading: '统一社会信用代码', readAs: 'creditCode', dropped: null, examples: ['1', '2'] },
      { position: 3, heading: '所在地', readAs: 'location', dropped: null, examples: ['杭州市'] },
      {
        position: 4,
        heading: '专精特新级别',
        readAs: 'tier',
        dropped: null,
        examples: ['小巨人', '专精特新'],
      },
      { position: 5, heading: '认定年度', readAs: 'tierYear', dropped: null, examples: ['2023', '2024'] },
      { position: 6, heading: '备注', readAs: null, dropped: 'COLUMN_UNKNOWN', examples: ['老客户'] },
      { position: 7, heading: '公司名称', readAs: null, dropped: 'COLUMN_REPEATED', examples: ['甲', '乙'] },
    ]);
  });

  it.each([
    ['联系人', '张三'],
    ['手机号码', '12345'],
    ['法定代表人', '李四'],
    ['Contact e-mail', 'x'],
    ['备注', '找王经理 13800138000'],
    ['', 'wang@example.cn'],
  ])('keeps no examples of personal data: %s', (heading, cell) => {
    const [, , personal] = report(['名称', '信用代码', heading], ['甲', '1', '先前的'], ['甲', '1', cell]);
    expect(personal).toMatchObject({ readAs: null, dropped: 'COLUMN_PERSONAL', examples: [] });
  });

  it('drops the year of recognitions that the list does not name, and says so', () => {
    expect(report(['名称', '信用代码', '认定年度'], ['甲', '1', '2023'])[2]).toMatchObject({
      readAs: null,
      dropped: 'COLUMN_WITHOUT_TIER',
    });
  });
});
