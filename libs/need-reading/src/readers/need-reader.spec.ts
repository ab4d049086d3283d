import { Period } from '@app/kernel';
import { type NeedReading, plainWords } from '../need-reading.js';
import { NeedReader } from './need-reader.js';
import { ParameterFinder } from '../conditions/parameter-finder.js';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';

const reader = new NeedReader(vocabulary, extractor, certificates, regions, new ParameterFinder(vocabulary));

const read = (text: string): NeedReading => reader.readNeed(plainWords(text));

/** `ROLE text` for each part, in order. */
const parts = (reading: NeedReading) => reading.parts.map((part) => `${part.role} ${part.text}`);

describe('reading a need', () => {
  it('takes quantity, certificate and place out of the words and types the rest', () => {
    const reading = read('采购铝合金压铸电机壳体, 新能源汽车, 月产5万件, IATF 16949, 浙江');
    expect(parts(reading)).toEqual([
      'DEFINING 铝合金',
      'DEFINING 压铸',
      'HEAD 电机壳体',
      'APPLICATION 新能源汽车',
    ]);
    expect(reading.conditions.quantity).toEqual({ amount: '50000', unit: '件', period: Period.MONTH });
    expect(reading.conditions.preferredCertificates).toEqual(['iatf-16949']);
    expect(reading.conditions.regions).toEqual(['33']);
    expect(reading.subject).toBe('铝合金压铸电机壳体 新能源汽车');
  });

  it('reads places of which any will do', () => {
    const turned = read('数控车床精密轴类零件加工, 45号钢调质, 公差0.01mm, 每月3000件, 上海或苏州');
    expect(turned.conditions.regions).toEqual(['31', '3205']);
    expect(turned.conditions.quantity).toEqual({ amount: '3000', unit: '件', period: Period.MONTH });
    expect(read('昆山客户的模具, 宁波').conditions.regions).toEqual(['320583']);
  });

  it('never takes a grade or a figure behind a thing for the thing', () => {
    const bolts = read('高强度螺栓10.9级 M12×60 热浸镀锌, 风电塔筒用, 年用200万套, 宁波');
    expect(parts(bolts)).toContain('HEAD 高强度螺栓');
    expect(bolts.conditions.quantity).toEqual({ amount: '2000000', unit: '套', period: Period.YEAR });
    expect(bolts.parts.map(({ text }) => text)).not.toContain('年用');
    const weightOf = (text: string) => bolts.parts.find((part) => part.text === text)?.weight ?? 0;
    expect(weightOf('热浸镀锌')).toBeLessThan(weightOf('高强度螺栓') / 2);
  });

  it('weighs a finish less than the thing, unless the finish is what is asked for', () => {
    const weights = (text: string) => new Map(read(text).parts.map((part) => [part.text, part.weight]));
    const blackened = weights('小五金发黑，不要常温的');
    expect(blackened.get('发黑')).toBeGreaterThan(blackened.get('小五金') ?? 0);
    const shafts = weights('轴类零件, 45号钢调质');
    expect(shafts.get('调质')).toBeLessThan((shafts.get('轴类零件') ?? 0) / 2);
  });

  it('keeps figures with their units apart from the words around them', () => {
    const bags = parts(read('食品包装用复合膜袋, 可耐121℃蒸煮'));
    expect(bags).toContain('HEAD 复合膜袋');
    expect(bags).toContain('MODIFIER 蒸煮');
    expect(bags.some((part) => part.includes('c蒸煮'))).toBe(false);
  });

  it('takes the last thing named as the one asked for', () => {
    expect(parts(read('主轴轴承 P4级 数控机床用'))[0]).toBe('HEAD 主轴轴承');
    expect(parts(read('食品级包装薄膜'))).toContain('HEAD 薄膜');
    expect(parts(read('全棉针织面料 染色'))).toContain('HEAD 针织面料');
  });

  it('does not take how something is ordered for the thing', () => {
    expect(parts(read('羊绒衫贴牌加工，300件起'))).toContain('HEAD 羊绒衫');
    expect(parts(read('电路板打样加小批，5天交'))).toContain('HEAD 电路板');
    expect(parts(read('印染厂废水处理改造工程总包'))).toContain('HEAD 废水处理');
    expect(parts(read('印染厂废水处理改造工程总包'))).toContain('APPLICATION 印染');
  });

  it('reads what a thing is for as its application', () => {
    expect(parts(read('主轴轴承 数控机床用'))).toContain('APPLICATION 数控机床');
  });

  it('keeps a character that belongs to an unknown thing', () => {
    expect(parts(read('化工防腐泵 衬氟'))).toContain('HEAD 防腐泵');
  });

  it('makes the process the head where nothing else is named', () => {
    expect(parts(read('寻找激光切割钣金加工厂，昆山附近'))).toContain('HEAD 钣金加工');
  });

  it('reads lead time, once-only quantity and figures of parameters', () => {
    const reading = read('求购304不锈钢法兰 5000件 交期30天 单件重量80kg');
    expect(reading.conditions.quantity).toEqual({ amount: '5000', unit: '件', period: Period.ONCE });
    expect(reading.conditions.deliverInDays).toBe(30);
    expect(reading.conditions.parameters).toContainEqual({
      parameterId: 'piece-weight',
      min: '80',
      max: '80',
      unit: 'kg',
    });
  });

  it.each([
    ['铝压铸件 单件重量80公斤', 'piece-weight', '80', '公斤'],
    ['铝压铸件 壁厚0.3厘米', 'wall-thickness', '0.3', '厘米'],
  ])('reads the unit of %s as it is written', (text, parameterId, amount, unit) => {
    expect(read(text).conditions.parameters).toContainEqual({ parameterId, min: amount, max: amount, unit });
  });

  it.each([
    ['轴套 表面58–62 HRC', 'hardness-hrc', '58', '62', 'HRC'],
    ['轴套 HRC58~62', 'hardness-hrc', '58', '62', 'HRC'],
    ['轴套 洛氏硬度 HRC 60', 'hardness-hrc', '60', '60', 'HRC'],
    ['轴套 壁厚2至3mm', 'wall-thickness', '2', '3', 'mm'],
  ])('reads the range of %s', (text, parameterId, min, max, unit) => {
    expect(read(text).conditions.parameters).toEqual([{ parameterId, min, max, unit }]);
  });

  it('takes no code for a figure of a scale', () => {
    expect(read('阀门 型号HB20A-60HRCX').conditions.parameters).toEqual([]);
  });

  it('reads traditional script and full width like simplified and half width', () => {
    expect(parts(read('採購鋁合金壓鑄電機殼體'))).toEqual(parts(read('采购铝合金压铸电机壳体')));
    expect(read('ＩＡＴＦ１６９４９ 压铸件').conditions.preferredCertificates).toEqual(['iatf-16949']);
  });

  it('lets what the buyer stated win over what the words say', () => {
    const quantity = { amount: '10', unit: '套', period: Period.YEAR };
    const reading = reader.readNeed({
      ...plainWords('压铸件 月产5万件'),
      quantity,
      requiredCertificates: ['iso-9001'],
    });
    expect(reading.conditions.quantity).toEqual(quantity);
    expect(reading.conditions.requiredCertificates).toEqual(['iso-9001']);
  });

  it('reads an English need like a Chinese one', () => {
    const drives = read('harmonic drives for robots, 500 pcs per month, within 30 days, near Suzhou');
    expect(parts(drives)).toEqual(['HEAD harmonic drives', 'APPLICATION robots']);
    expect(drives.conditions).toMatchObject({ deliverInDays: 30, regions: ['3205'] });
    expect(drives.conditions.quantity).toMatchObject({ amount: '500', period: Period.MONTH });
    expect(parts(read('Looking for a supplier of injection molded medical parts, ISO 13485'))).toEqual([
      'HEAD injection moulding',
      'APPLICATION medical',
    ]);
    expect(parts(read('stainless steel flanges wanted'))).toEqual([
      'DEFINING stainless steel',
      'HEAD flanges',
    ]);
  });

  it('does not take the process in the name of a mould or machine for how it is made', () => {
    expect(parts(read('汽车覆盖件冲压模具'))).toEqual(['MODIFIER 汽车覆盖件', 'HEAD 冲压模具']);
    expect(parts(read('齿轮 热处理'))).toEqual(['HEAD 齿轮', 'DEFINING 热处理']);
  });

  it('finds no parts in words that name nothing', () => {
    expect(read('采购 1000件').parts).toEqual([]);
    expect(read('').parts).toEqual([]);
  });

  it('takes a narrower thing for the head: the harmonic reducer, not the reducer', () => {
    expect(parts(read('伺服电机减速机, 工业机器人关节用, 谐波减速器'))).toEqual([
      'APPLICATION 伺服电机',
      'APPLICATION 工业机器人',
      'APPLICATION 关节',
      'HEAD 谐波减速器',
    ]);
  });

  it('reads a clean room as a condition of the plant, save where the room is asked for', () => {
    const tubes = read('304不锈钢医用导管, 洁净车间10万级');
    expect(parts(tubes)).toEqual(['DEFINING 304不锈钢', 'HEAD 医用导管']);
    expect(tubes.conditions.parameters).toEqual([
      { parameterId: 'cleanroom-class', values: ['ISO 8级（十万级）'] },
    ]);
    expect(parts(read('医用接头注塑，洁净车间生产'))).not.toContain('APPLICATION 洁净车间');
    expect(read('无尘车间装修工程').conditions.parameters).toEqual([]);
  });

  it('takes neither who asks nor what goods come in for the thing asked for', () => {
    const headOf = (text: string) => read(text).parts.find(({ role }) => role === 'HEAD')?.text;
    expect(headOf('火锅连锁，炒底料要用的牛油，20公斤箱装')).toBe('牛油');
    expect(headOf('路面除冰用的融雪剂，吨包')).toBe('融雪剂');
    expect(headOf('吨包，1000个')).toBe('吨包');
    expect(headOf('304不锈钢 法兰')).toBe('法兰');
  });

  it('shares no words with makers of a machine that only says how something is made', () => {
    const turned = read('数控车床精密轴类零件加工, 上海');
    expect(turned.question).not.toContain('床');
    expect(turned.question).toContain('数控车');
    expect(turned.wording).not.toContain('床');
    for (const bought of ['采购数控车床, 加工轴类', '采购数控车床用于加工轴类'])
      expect(read(bought).question).toContain('数控车床');
  });

  it('reads a machine before work as the work, not as the machine', () => {
    const kinds = (text: string) => read(text).parts.map(({ kind }) => kind);
    expect(kinds('数控车床精密轴类零件加工')).not.toContain('EQUIPMENT');
    expect(kinds('采购数控车床')).toEqual(['EQUIPMENT']);
  });

  it('takes what a clause says it is made into, or is used for, as the field of use', () => {
    expect(parts(read('黑色改性料，做汽车散热器水室'))).toEqual([
      'MODIFIER 黑色',
      'HEAD 改性料',
      'APPLICATION 汽车散热器',
      'APPLICATION 水室',
    ]);
    expect(parts(read('风电叶片主梁用拉挤板'))).toContain('HEAD 拉挤板');
  });

  it('leaves out what is not wanted', () => {
    expect(read('小五金发黑，不要常温的').wording).not.toContain('常温');
  });
});
