import { Regions } from './regions.js';

const regions = Regions.load();

describe('Regions', () => {
  it('lists the four provinces of the Delta first', () => {
    expect(
      regions
        .children(null)
        .slice(0, 4)
        .map(({ code, zh, en }) => `${code} ${zh} ${en}`),
    ).toEqual(['31 上海市 Shanghai', '32 江苏省 Jiangsu', '33 浙江省 Zhejiang', '34 安徽省 Anhui']);
    expect(regions.children(null)).toHaveLength(34);
  });

  it('gives province, city and county of a code, padded or short', () => {
    expect(regions.path('320583')).toEqual(['32', '3205', '320583']);
    expect(regions.path('320500')).toEqual(['32', '3205']);
    expect(regions.get('330000')?.zh).toBe('浙江省');
    expect(regions.path('999999')).toEqual([]);
    expect(regions.name('999999', 'zh')).toBe('999999');
  });

  it('names the rows that only group districts after their city', () => {
    expect(regions.get('3101')).toMatchObject({ zh: '上海市', en: 'Shanghai', level: 'CITY', parent: '31' });
    expect(regions.path('310115')).toEqual(['31', '3101', '310115']);
  });

  it.each([
    ['3205', 'Suzhou'],
    ['3413', 'Suzhou (Anhui)'],
    ['3415', "Lu'an"],
    ['320583', 'Kunshan'],
    ['320685', "Hai'an"],
    ['330522', 'Changxing County'],
    ['341823', 'Jing County'],
    ['310112', 'Minhang District'],
    ['330382', 'Yueqing'],
    ['310115', 'Pudong New Area'],
    ['4403', 'Shenzhen'],
    ['2224', 'Yanbian Autonomous Prefecture'],
  ])('spells %s in English as %s', (code, en) => {
    expect(regions.name(code, 'en')).toBe(en);
  });

  it('knows what lies in what', () => {
    expect(regions.contains('33', '330206')).toBe(true);
    expect(regions.contains('330200', '330206')).toBe(true);
    expect(regions.contains('330206', '33')).toBe(false);
    expect(regions.contains('32', '330206')).toBe(false);
    expect(regions.contains('', '330206')).toBe(false);
  });

  it('finds regions by a part of a name', () => {
    expect(regions.search('kunshan', 3).map(({ code }) => code)).toContain('320583');
    expect(regions.search('北仑', 3)[0]?.code).toBe('330206');
    expect(regions.search('', 3)).toEqual([]);
  });
});

describe('Regions in texts', () => {
  it.each([
    ['浙江', '33'],
    ['宁波市北仑区', '330206'],
    ['江苏省苏州市昆山市', '320583'],
    ['江蘇省蘇州市崑山市', '320583'],
    ['昆山市玉山镇高新区', '320583'],
    ['上海市闵行区莘庄工业区申富路 128 号', '310112'],
    ['浙江省 宁波市 鄞州区', '330212'],
    ['杭州萧山', '330109'],
    ['海盐县武原街道', '330424'],
    ['嘉兴海盐', '330424'],
    ['上海，普陀区', '310107'],
    ['舟山市普陀区', '330903'],
    ['广东省深圳市宝安区', '440306'],
    ['吉林省长春市', '2201'],
    ['南京市鼓楼区北京西路 12 号', '320106'],
    ['within Ningbo, Zhejiang', '3302'],
    ['Suzhou', '3205'],
    ['Suzhou, Anhui', '3413'],
    ['江苏泰州', '3212'],
    ['上海浦东张江', '310115'],
    ['江阴市镇澄路 756 号', '320281'],
    ['上海市奉贤区南桥镇江海南路 95 弄', '310120'],
    ['安徽省合肥市通达路义乌商城', '3401'],
    ['上海小昆山工业区', '31'],
    ['工厂位于昆山或太仓', '320583'],
    ['杭州市滨江区', '330108'],
    ['Taizhou, Zhejiang', '3310'],
    ['长三角以内均可，宁波优先', '3302'],
  ])('finds the most specific region of %s', (text, code) => {
    expect(regions.find(text)).toBe(code);
  });

  it.each([
    '鼓楼区',
    'Taizhou',
    '食用海盐 25kg/袋',
    '道路桥梁护栏',
    '白银首饰',
    '上海路 8 号',
    'a shanghaied crew',
    '',
  ])('does not guess at %s', (text) => {
    expect(regions.find(text)).toBeNull();
  });

  it('takes 省, 市 and 县 in a row as one mention and lists others beside it', () => {
    expect(regions.findAll('江苏省苏州市昆山市或浙江、安徽')).toEqual([
      { code: '320583', start: 0, end: 9 },
      { code: '33', start: 10, end: 12 },
      { code: '34', start: 13, end: 15 },
    ]);
  });
});
