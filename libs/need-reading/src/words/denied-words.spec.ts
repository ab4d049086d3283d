import { saidText, withoutDenied } from './denied-words.js';

describe('what a text says of its supplier’s trade', () => {
  it.each([
    ['化工产品（除危险化学品、监控化学品）、建材', '化工产品 、建材'],
    ['塑料制品(农用薄膜除外)制造', '塑料制品 制造'],
    ['服装(以上经营范围不含染色)加工', '服装 加工'],
    ['医用敷料（凭有效许可证件经营）', '医用敷料 '],
    [
      '阀门制造；自营和代理各类商品及技术的进出口业务，但国家限定企业经营或禁止进出口的商品及技术除外',
      '阀门制造  ',
    ],
    ['轴承加工。【依法须经批准的项目，经相关部门批准后方可开展经营活动】', '轴承加工。【 】'],
  ])('%s', (text, said) => expect(saidText(text)).toBe(said));

  it('leaves brackets that tell more of the thing', () => {
    expect(saidText('伺服电机（含驱动器）、法兰（DN15-DN300）')).toBe(
      '伺服电机（含驱动器）、法兰（DN15-DN300）',
    );
  });
});

describe('what a text says not to be', () => {
  const rest = (text: string) => withoutDenied(text).replace(/ +/g, '_');

  it.each([
    ['非复合膜袋、纸箱', '_袋、纸箱'],
    ['非食品包装用纸箱', '_纸箱'],
    ['阳极氧化，不做硬质', '阳极氧化，_'],
    ['小五金发黑，不要常温的，高温碱性', '小五金发黑，_，高温碱性'],
  ])('%s', (text, left) => expect(rest(text)).toBe(left));

  it.each(['非标设备', '非织造布', '非金属矿物制品', '非晶带材', '报价不含税', '不锈钢'])(
    'leaves %s',
    (text) => expect(withoutDenied(text)).toBe(text),
  );
});
