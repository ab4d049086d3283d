import { Period } from '@app/kernel';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';
import { NeedReader } from './need-reader.js';
import { ParameterFinder } from '../conditions/parameter-finder.js';
import { BrochureReader } from './brochure-reader.js';

const finder = new ParameterFinder(vocabulary);
const needs = new NeedReader(vocabulary, extractor, certificates, regions, finder);
const reader = new BrochureReader(needs, certificates, finder, vocabulary);
const read = (text: string) => reader.readBrochure(text);

const BROCHURE = `宁波铸远精密有限公司成立于2008年，专业从事铝合金压铸，配套电机壳体、减速器壳体。
现有压铸机32台，年产铝合金压铸件120万件；起订量500件，批量交期20-25个工作日，打样7天。
加工精度±0.02mm，表面粗糙度Ra1.6，铸件公差等级CT5–CT6，材料ADC12、A380，壁厚2～6毫米，单件重量≤8kg。
已通过ISO 9001：2015、ISO14001认证，尚未取得IATF16949；计划明年扩产至年产300万件。
联系人：王先生　手机13912345678`;

describe('what a brochure states', () => {
  it('is read with the words that state it, and nothing beside it', () => {
    const facts = read(BROCHURE);
    expect(facts.capacities).toEqual([
      {
        value: { amount: '1200000', unit: '件', period: Period.YEAR },
        passage: '年产铝合金压铸件120万件',
      },
    ]);
    expect(facts.minimumOrders).toEqual([
      { value: { amount: '500', unit: '件', period: Period.ONCE }, passage: '起订量500件' },
    ]);
    expect(facts.leadTimes).toEqual([{ value: 35, passage: '批量交期20-25个工作日' }]);
    expect(facts.certificates).toEqual([
      { value: 'iso-9001', passage: 'ISO 9001：2015' },
      { value: 'iso-14001', passage: 'ISO14001' },
    ]);
    expect(facts.parameters).toEqual([
      {
        value: { parameterId: 'tolerance', min: '0.02', max: null, unit: 'mm', values: [] },
        passage: '加工精度±0.02mm',
      },
      {
        value: { parameterId: 'surface-roughness', min: '1.6', max: null, unit: 'μm', values: [] },
        passage: '表面粗糙度Ra1.6',
      },
      {
        value: { parameterId: 'ct-grade', min: null, max: null, unit: null, values: ['CT5', 'CT6'] },
        passage: 'CT5 … CT6',
      },
      {
        value: { parameterId: 'alloy', min: null, max: null, unit: null, values: ['ADC12', 'A380'] },
        passage: 'ADC12 … A380',
      },
      {
        value: { parameterId: 'wall-thickness', min: '2', max: '6', unit: 'mm', values: [] },
        passage: '壁厚2～6毫米',
      },
      {
        value: { parameterId: 'piece-weight', min: null, max: '8', unit: 'kg', values: [] },
        passage: '单件重量≤8kg',
      },
    ]);
    expect(facts.materials).toContain('铝合金');
    expect(facts.processes).toContain('压铸');
    expect(facts.reading.parts.map(({ text }) => text).join()).not.toMatch(/手机|139/);
  });

  it('is read in English too', () => {
    const facts = read(
      'Die-cast aluminium housings. Monthly capacity of 80,000 pcs, MOQ: 1,000 pcs, lead time: 4-6 weeks. Tolerance ±0.05 mm. ISO 9001 certified, IATF 16949 certification pending.',
    );
    expect(facts.capacities.map(({ value }) => value)).toEqual([
      { amount: '80000', unit: 'pcs', period: Period.MONTH },
    ]);
    expect(facts.minimumOrders).toEqual([
      { value: { amount: '1000', unit: 'pcs', period: Period.ONCE }, passage: 'MOQ: 1,000 pcs' },
    ]);
    expect(facts.leadTimes).toEqual([{ value: 42, passage: 'lead time: 4-6 weeks' }]);
    expect(facts.certificates.map(({ value }) => value)).toEqual(['iso-9001']);
    expect(facts.parameters).toEqual([
      {
        value: { parameterId: 'tolerance', min: '0.05', max: null, unit: 'mm', values: [] },
        passage: 'Tolerance ±0.05 mm',
      },
    ]);
  });

  it.each([
    ['月产能8万件', '80000', '件', Period.MONTH],
    ['月产能：壳体5-8万件', '50000', '件', Period.MONTH],
    ['产能500万只/年', '5000000', '只', Period.YEAR],
    ['年产能达120万套', '1200000', '套', Period.YEAR],
    ['每月可供应3000吨', '3000', '吨', Period.MONTH],
    ['年产汽车零部件300万套', '3000000', '套', Period.YEAR],
    ['annual output of 1.2 million pieces', '1200000', 'pieces', Period.YEAR],
  ])('has the capacity %s', (text, amount, unit, period) =>
    expect(read(text).capacities).toEqual([{ value: { amount, unit, period }, passage: expect.any(String) }]),
  );

  it.each([
    '预计明年月产能达8万件',
    '计划扩产至年产300万件',
    '二期规划年产500万件',
    '尚未形成月产5万件的能力',
    '原月产能5万件',
    '8万件/月（规划中）',
    '年销售额5000万元，设备80台',
    '年产值2亿元，厂房3万平方米',
    'planned monthly capacity of 80,000 pcs',
    '现有设备120台，员工300人',
  ])('has no capacity in %s', (text) => expect(read(text).capacities).toEqual([]));

  it.each([
    ['起订量500件', '500', '件'],
    ['最小起订量：1000只', '1000', '只'],
    ['100件起订', '100', '件'],
    ['起订量100-500件', '500', '件'],
    ['起批量2吨', '2', '吨'],
    ['单件起订', '1', '件'],
    ['MOQ 500 pcs', '500', 'pcs'],
    ['300件起', '300', '件'],
  ])('has the minimum order %s', (text, amount, unit) =>
    expect(read(text).minimumOrders.map(({ value }) => value)).toEqual([
      { amount, unit, period: Period.ONCE },
    ]),
  );

  it.each(['无最低起订量要求', '起订量面议', '不接500件起订的订单', '5台起重机'])(
    'has no minimum order in %s',
    (text) => expect(read(text).minimumOrders).toEqual([]),
  );

  it.each([
    ['交期15-20天', 20],
    ['交货周期：订单确认后30天', 30],
    ['常规交期为15个工作日', 21],
    ['打样7天，批量25天', 25],
    ['样品交期5天，量产交期4周', 28],
    ['模具交期30天', 30],
    ['开模30天，交期20天', 20],
    ['25 working days lead time', 35],
  ])('has the lead time %s', (text, days) =>
    expect(read(text).leadTimes.map(({ value }) => value)).toEqual([days]),
  );

  it.each(['打样周期7天', '样品交期5天', '账期60天', '质保12个月', '交期面议', '预计交期缩短后可达10天交货'])(
    'has no lead time in %s',
    (text) => expect(read(text).leadTimes).toEqual([]),
  );

  it.each([
    ['公差±0.02', 'tolerance', '0.02', null],
    ['尺寸±0.05mm', 'tolerance', '0.05', null],
    ['精度可达0.005毫米', 'tolerance', '0.005', null],
    ['公差控制在20μm', 'tolerance', '0.02', null],
    ['粗糙度Ra≤0.8', 'surface-roughness', '0.8', null],
    ['最大加工直径800mm', 'machining-diameter', null, '800'],
    ['单件重量0.5吨以下', 'piece-weight', null, '500'],
    ['壁厚不小于2mm', 'wall-thickness', '2', null],
    ['中性盐雾720h', 'salt-spray-hours', null, '720'],
    ['表面硬度58-62HRC', 'hardness-hrc', '58', '62'],
  ])('has the figure %s', (text, parameterId, min, max) =>
    expect(read(text).parameters.map(({ value }) => value)).toEqual([
      expect.objectContaining({ parameterId, min, max }),
    ]),
  );

  it.each([
    '精度6级',
    '重复定位精度±0.003mm',
    '同轴度±0.02mm',
    '温度±2℃',
    '电压±5%',
    '公差等级面议',
    '做不到±0.005mm',
    '公差±500mm',
    '外形尺寸200×100×50mm',
  ])('has no figure in %s', (text) => expect(read(text).parameters).toEqual([]));

  it.each([
    '尚未取得IATF16949',
    '尚未取得ISO 9001、IATF16949认证',
    'ISO9001、IATF16949办理中',
    '正在申请ISO 9001和ISO 14001',
  ])('holds no certificate in %s', (text) => expect(read(text).certificates).toEqual([]));

  it('holds what is said to be held before what is put off', () => {
    expect(read('已通过ISO9001、IATF16949办理中').certificates.map(({ value }) => value)).toEqual([
      'iso-9001',
    ]);
  });

  it.each([
    [BROCHURE, '铝合金压铸'],
    ['铝压铸件、锌压铸件，年产120万件', '铝压铸件、锌压铸件'],
    ['我司主要生产各类不锈钢法兰等产品', '不锈钢法兰'],
    ['We are a manufacturer of harmonic drives. MOQ 10 pcs', 'harmonic drives'],
    ['成立于2008年，员工300人', null],
  ])('is called by its first thing: %s', (text, title) => expect(read(text).title).toBe(title));

  it('quotes the text as it is written, full width and traditional script included', () => {
    expect(read('公司簡介　月產能８萬件，交期３０天').capacities[0]?.passage).toBe('月產能８萬件');
  });
});
