import { ScopeActivity } from '../capabilities/capability.enums.js';
import { readBusinessScope } from './business-scope.js';

const { MAKES, TRADES, SERVES } = ScopeActivity;
const read = (scope: string) =>
  readBusinessScope(scope, (words) => ['机械加工', '注塑加工'].includes(words)).map((p) => [
    p.phrase,
    p.activity,
  ]);

describe('reading a business scope', () => {
  it('lets a verb behind a list rule the list', () => {
    expect(read('弹簧、橡胶制品、五金的制造、加工。')).toEqual([
      ['弹簧', MAKES],
      ['橡胶制品', MAKES],
      ['五金', MAKES],
    ]);
  });

  it('lets a verb in front of a list rule the list', () => {
    expect(read('生产特种陶瓷制品、墙地砖；从事陶瓷制品的批发')).toEqual([
      ['特种陶瓷制品', MAKES],
      ['墙地砖', MAKES],
      ['陶瓷制品', TRADES],
    ]);
    expect(read('制造、加工、销售：涤纶线、人造丝线')).toEqual([
      ['涤纶线', MAKES],
      ['人造丝线', MAKES],
    ]);
  });

  it('tells making from dealing in one scope', () => {
    expect(read('织布制造、销售，纺织品购销。')).toEqual([
      ['织布', MAKES],
      ['纺织品', TRADES],
    ]);
  });

  it('keeps names whose last word is a verb', () => {
    expect(read('机械加工；注塑加工、销售')).toEqual([
      ['机械加工', MAKES],
      ['注塑加工', MAKES],
    ]);
  });

  it('leaves out verbs alone, legal formulas, general trade and asides', () => {
    expect(
      read(
        '销售；依法须经批准的项目，经相关部门批准后方可开展经营活动；自营和代理各类商品及技术的进出口业务；轴承（国家限定公司经营的除外）',
      ),
    ).toEqual([['轴承', null]]);
  });

  it('names each thing once, the making of it winning over the dealing', () => {
    expect(read('轴承销售；轴承制造')).toEqual([['轴承', MAKES]]);
  });

  it('reads services', () => {
    expect(read('电梯安装、维修')).toEqual([['电梯', SERVES]]);
  });

  it('gives nothing for an empty scope', () => {
    expect(read('')).toEqual([]);
    expect(read('*****')).toEqual([]);
  });
});
