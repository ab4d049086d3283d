import { Industries, IndustryLevel } from './industries.js';

const industries = Industries.load();

describe('Industries', () => {
  it('holds the whole standard', () => {
    const count = (level: IndustryLevel) =>
      industries.all().filter((industry) => industry.level === level).length;
    expect(count(IndustryLevel.SECTION)).toBe(20);
    expect(count(IndustryLevel.DIVISION)).toBe(97);
    expect(count(IndustryLevel.GROUP)).toBe(473);
    expect(count(IndustryLevel.CLASS)).toBe(1381);
  });

  it('gives every industry a parent one level up, and every section none', () => {
    for (const { code, parent, level } of industries.all()) {
      if (level === IndustryLevel.SECTION) expect(parent).toBeNull();
      else expect(industries.children(parent).map((child) => child.code)).toContain(code);
      if (parent) expect(industries.get(parent)).toBeDefined();
    }
  });

  it('gives every industry a Chinese and an English name without stray blanks', () => {
    for (const { zh, en } of industries.all()) {
      expect(zh).toMatch(/^[\p{Script=Han}、（）\dD]+$/u);
      expect(en).toMatch(/^[A-Z][\w ,'’()é-]+$/);
      expect(en).toBe(en.trim());
    }
  });

  it('names an industry and those above it', () => {
    expect(industries.get('C3392')).toEqual({
      code: 'C3392',
      zh: '有色金属铸造',
      en: 'Non-ferrous metal casting',
      level: 'CLASS',
      parent: 'C339',
    });
    expect(industries.ancestors('C3392')).toEqual(['C339', 'C33', 'C']);
    expect(industries.section('C3392')).toBe('C');
    expect(industries.name('C33', 'en')).toBe('Manufacture of metal products');
    expect(industries.name('X99', 'zh')).toBe('X99');
    expect(industries.section('X99')).toBeUndefined();
    expect(industries.ancestors('X99')).toEqual([]);
  });

  it('knows what lies under what', () => {
    expect(industries.contains('C33', 'C3392')).toBe(true);
    expect(industries.contains('C3392', 'C33')).toBe(false);
    expect(industries.contains('C33', 'C3399999')).toBe(false);
  });

  it('finds by name in both languages and by code', () => {
    expect(industries.search('轴承', 2).map(({ code }) => code)).toEqual(['C345', 'C3451']);
    expect(industries.search('Industrial Robots', 1)[0]?.code).toBe('C3491');
    expect(industries.search('c3525', 1)[0]?.zh).toBe('模具制造');
    expect(industries.search('不存在的行业', 5)).toEqual([]);
  });
});
