import { mapColumns } from './column-mapping.js';

describe('the columns of a list', () => {
  it('are known by Chinese and English headings, whatever blanks, signs and letter case they have', () => {
    expect(
      mapColumns(['序号', '企业名称*', '统一社会信用代码', '注册资本（万元）', '经营范围']).places,
    ).toEqual({
      name: 1,
      creditCode: 2,
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
