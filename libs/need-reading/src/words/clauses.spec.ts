import { clausesOf, seeks } from './clauses.js';

const said = (text: string) => clausesOf(text).map((clause) => `${clause.says} ${clause.text}`);

describe('the clauses of a need', () => {
  it('end at punctuation and at blanks, but not between English words', () => {
    expect(said('法兰 304,dn50')).toEqual(['ASKED 法兰', 'ASKED 304', 'ASKED dn50']);
    expect(said('steel flanges')).toEqual(['ASKED steel flanges']);
  });

  it('do not end in brackets', () => {
    expect(clausesOf('阀芯(45钢,外径18)外协').map(({ start, end }) => [start, end])).toEqual([[0, 14]]);
  });

  it.each([
    '我们做硬糖的',
    '我司主要生产电控',
    '我厂是做阀门的',
    '做丝巾的小品牌',
    '原来用合成蓝',
    '早餐连锁',
    '之前那家断货',
  ])('%s tells of the asker', (text) => expect(clausesOf(text)[0]?.says).toMatch(/ASKER|PAST/));

  it.each(['我们要做一批法兰', '我们做200套法兰', '我司采购法兰', '面馆要餐桌椅', '做法兰的厂'])(
    '%s asks',
    (text) => expect(clausesOf(text)[0]?.says).toBe('ASKED'),
  );

  it.each(['带防护罩', '最好能磨', '还有吊装', '本地优先'])('%s says what comes beside', (text) => {
    expect(clausesOf(`法兰,${text}`)[1]?.says).toBe('BESIDE');
    expect(clausesOf(text)[0]?.says).toBe('ASKED');
  });

  it('are past where something befell a thing for which another is sought', () => {
    expect(said('催化剂跑损,找滤芯')).toEqual(['PAST 催化剂跑损', 'ASKED 找滤芯']);
    expect(said('疏水器磨损了,两百只')[0]).toBe('ASKED 疏水器磨损了');
    expect(clausesOf('找滤芯,找能开模的厂').map(seeks)).toEqual([true, false]);
  });

  it.each(['模具由供方开', '元器件你们代采', '自带坯布'])('%s is a term', (text) =>
    expect(clausesOf(`法兰,${text}`)[1]?.says).toBe('BESIDE'),
  );

  it.each(['我们有模具', '批文我们自己有', '包材我们提供', '模具可以从我们这边移过去'])(
    '%s is what the asker has',
    (text) => expect(clausesOf(`法兰,${text}`)[1]?.says).toBe('ASKER'),
  );

  it.each(['木粉尘太大', '上个月被环保局点名了'])('%s is why', (text) =>
    expect(clausesOf(`${text},想上一套布袋除尘`)[0]?.says).toBe('PAST'),
  );
});
