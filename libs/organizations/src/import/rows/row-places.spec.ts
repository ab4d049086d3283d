import { Industries, Regions } from '@app/taxonomy';
import { IndustryReader, PlaceReader } from './row-places.js';

describe('the place of a row', () => {
  const places = new PlaceReader(Regions.load());

  it.each([
    [['浙江省', '杭州市', '滨江区', ''], '330108'],
    [['浙江', '杭州', '滨江', ''], '330108'],
    [['上海市', '市辖区', '闵行区', ''], '310112'],
    [['上海市', '上海市', '闵行区', ''], '310112'],
    [['', '', '', '杭州市'], '3301'],
    [['', '', '', '浙江省杭州市滨江区'], '330108'],
    [['浙江省', '杭州市', '', '浙江省杭州市滨江区'], '330108'],
    [['', '', '', '杭州'], '3301'],
    [['', '', '', '330108'], '330108'],
    [['', '', '', '330100'], '3301'],
    [['浙江省', '杭州市', '经济技术开发区', ''], '3301', 2],
    [['', '', '', '杭州市高新区'], '3301'],
    [['', '', '', '火星市'], null, 3],
    [['', '', '', '浙江省火星市'], '33', 3],
    [['浙江省', '火星市', '', ''], '33', 1],
    [['江苏省', '杭州市', '', ''], '32', 1],
    [['', '', '', ''], null],
  ])('%j is %s', (cells, code, unknown: number | null = null) => {
    expect(places.findStatedPlace(cells)).toEqual({ code, unknown });
  });

  it('at the beginning of an address may be unknown', () => {
    expect(places.findUnknownPlace('火星市奥林匹斯路1号')).toBe('火星市');
    expect(places.findUnknownPlace('杭州市滨江区1号')).toBeNull();
    expect(places.findUnknownPlace('新安路1号')).toBeNull();
  });
});

describe('the industry of a row', () => {
  const industries = new IndustryReader(Industries.load());

  it.each([
    ['C3392', 'C3392'],
    ['3392', 'C3392'],
    ['c33', 'C33'],
    ['通用设备制造业', 'C34'],
    ['通用设备制造', 'C34'],
    ['C34通用设备制造业', 'C34'],
    ['制造业-通用设备制造业', 'C34'],
    ['制造业 > 通用设备制造业', 'C34'],
    ['火星制造', null],
    ['制造业-农业', null],
    ['其他', null],
  ])('%s is %s', (text, code) => {
    expect(industries.findIndustry(text)).toBe(code);
  });
});
