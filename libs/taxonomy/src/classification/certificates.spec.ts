import { foldText } from '@app/kernel';
import { Certificates } from './certificates.js';

const certificates = Certificates.load();
const idsIn = (text: string) => certificates.findAll(text).map(({ id }) => id);

describe('Certificates', () => {
  it('has at least sixty kinds with names in both languages', () => {
    expect(certificates.all().length).toBeGreaterThanOrEqual(60);
    for (const { zh, en } of certificates.all()) {
      expect(zh).toMatch(/\p{Script=Han}|[A-Z]/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('claims no writing for two kinds', () => {
    const owners = new Map<string, string>();
    for (const { id, aliases, acronyms } of certificates.all()) {
      for (const writing of [
        ...aliases.map((alias) => foldText(alias).replace(/[\s\-_/:.·]/g, '')),
        ...acronyms,
      ]) {
        expect([writing, owners.get(writing) ?? id]).toEqual([writing, id]);
        owners.set(writing, id);
      }
    }
  });

  it('finds every kind by each of its own writings', () => {
    for (const { id, aliases, acronyms } of certificates.all()) {
      for (const writing of [...aliases, ...acronyms])
        expect([writing, idsIn(`须有 ${writing} 。`)]).toEqual([writing, [id]]);
    }
  });

  it.each([
    'IATF16949',
    'IATF 16949:2016',
    'iatf-16949',
    'TS16949',
    'ISO/TS 16949:2009',
    'ISO TS16949',
    'ＩＡＴＦ１６９４９：２０１６',
  ])('reads %s as IATF 16949', (writing) => {
    expect(idsIn(`供应商须通过${writing}认证`)).toEqual(['iatf-16949']);
  });

  it.each([
    ['通过ISO9001、ISO14001和ISO45001三体系认证', ['iso-9001', 'iso-14001', 'iso-45001']],
    ['ISO9001:2015/IATF16949:2016', ['iso-9001', 'iatf-16949']],
    ['具備特種設備製造許可證', ['special-equipment-manufacture']],
    ['产品通过CE、UL、3C认证，符合RoHS及REACH', ['ce', 'ul', 'ccc', 'rohs', 'reach']],
    ['有食品生产许可证（SC）与HACCP', ['food-production-licence', 'haccp']],
    ['CNAS 实验室，CMA资质', ['cnas', 'cma']],
    ['“品字标”企业', ['zhejiang-made']],
    ['AS9100D certified supplier with NADCAP', ['as-9100', 'nadcap']],
    ['VDA6.3 过程审核 A 级，TISAX AL3', ['vda-6-3', 'tisax']],
  ])('finds all certificates of %s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each(['force and reach of the arm', 'once', 'ISO 90011', 'SC 光纤接头', '3C 电子产品', 'result', ''])(
    'takes %s for no certificate',
    (text) => {
      expect(idsIn(text)).toEqual([]);
    },
  );

  it('gives the place in the folded text, with the edition', () => {
    const text = '须 ISO 9001：2015 证书';
    const [mention] = certificates.findAll(text);
    expect(foldText(text).slice(mention?.start, mention?.end)).toBe('iso 9001:2015');
  });

  it('names and finds kinds', () => {
    expect(certificates.name('iatf-16949', 'en')).toBe('IATF 16949 automotive quality management');
    expect(certificates.name('nonsense', 'zh')).toBe('nonsense');
    expect(certificates.get('ce')?.certifies).toBe('PRODUCT');
    expect(certificates.search('16949', 3)[0]?.id).toBe('iatf-16949');
  });
});
