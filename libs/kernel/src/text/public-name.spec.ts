import { nameFault } from './public-name.js';

describe('a name', () => {
  it.each([
    '宁波铸远精密有限公司',
    'Ningbo Precision Co., Ltd.',
    'Ningbo Precision Co.,Ltd',
    'Ningbo Precision Co.Ltd',
    'ABB (China) Inc.',
    'A.P. Møller',
    '阿不都·热合曼',
    '买买提.阿不都',
    'Ж. Иванов',
    '3M中国有限公司',
    '7-11便利店',
    'No.1 Machine Works',
    '工业4.0供需对接会',
    '张工（客服部）',
    'AT&T',
    '系统集成有限公司',
  ])('%s is taken', (name) => {
    expect(nameFault(name)).toBeNull();
  });

  it.each([
    ['甲厂\r\nBcc: victim@example.com', 'NAME_CONTROL_CHARACTERS'],
    ['甲厂\u0000', 'NAME_CONTROL_CHARACTERS'],
    ['甲\u200B厂', 'NAME_CONTROL_CHARACTERS'],
    ['甲\u202E厂', 'NAME_CONTROL_CHARACTERS'],
    ['甲\u2028厂', 'NAME_CONTROL_CHARACTERS'],
    ['甲\uFFFE厂', 'NAME_CONTROL_CHARACTERS'],
    ['甲\uD800厂', 'NAME_CONTROL_CHARACTERS'],
    ['您的账户已冻结，请登录 evil.example', 'NAME_ADDRESS'],
    ['请登录evil.example查看', 'NAME_ADDRESS'],
    ['请登录 evil。com', 'NAME_ADDRESS'],
    ['请登录 ｅｖｉｌ．ｃｏｍ', 'NAME_ADDRESS'],
    ['https://evil.com/a', 'NAME_ADDRESS'],
    ['www.evil.com', 'NAME_ADDRESS'],
    ['中奖.中国', 'NAME_ADDRESS'],
    ['192.0.2.7 服务', 'NAME_ADDRESS'],
    ['wang@evil.com', 'NAME_ADDRESS'],
    ['链桥客服', 'NAME_OF_PLATFORM'],
    ['鏈橋 官方', 'NAME_OF_PLATFORM'],
    ['链·桥', 'NAME_OF_PLATFORM'],
    ['Ｌｉａｎｑｉａｏ Support', 'NAME_OF_PLATFORM'],
    ['Lian-Qiao', 'NAME_OF_PLATFORM'],
    ['Liаnqiao', 'NAME_OF_PLATFORM'],
    ['平台客服中心', 'NAME_OF_PLATFORM'],
    ['Customer Service', 'NAME_OF_PLATFORM'],
    ['【支付宝】您的账户', 'NAME_OF_PLATFORM'],
  ])('%j is refused: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
  });

  it.each([
    '【急】304不锈钢拖链、桥架 0.5μm',
    '采购铁链、桥式起重机',
    '10kΩ 贴片电阻',
    'GB/T 3098.1-2010 10.9级螺栓',
    '系统集成与通知单印刷',
    '客服坐席外包',
    'φ50×3 DOM管 Co.,Ltd 图号 A.12',
  ])('%s is taken as the title of a need or capability', (title) => {
    expect(nameFault(title, { title: true })).toBeNull();
  });

  it.each([
    ['链桥客服：您的账户已冻结', 'NAME_OF_PLATFORM'],
    ['【链桥】验证码', 'NAME_OF_PLATFORM'],
    ['来自链桥 平台的通知', 'NAME_OF_PLATFORM'],
    ['平台通知', 'NAME_OF_PLATFORM'],
    ['Lianqiao notice', 'NAME_OF_PLATFORM'],
    ['急购钢材，详见 evil.example', 'NAME_ADDRESS'],
    ['急购钢材\nBcc: a@b.cn', 'NAME_CONTROL_CHARACTERS'],
  ])('%j is refused as a title: %s', (title, fault) => {
    expect(nameFault(title, { title: true })).toBe(fault);
  });

  it('of an event may have a part in square brackets', () => {
    expect(nameFault('【苏州】汽车零部件对接会', { signed: false })).toBeNull();
  });
});
