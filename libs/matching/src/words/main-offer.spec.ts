import { foldText } from '@app/kernel';
import { NeedReader, ParameterFinder, plainWords } from '@app/need-reading';
import { mainOffer, MainOffer, onlyServesToMake } from './main-offer.js';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';

const reader = new NeedReader(vocabulary, extractor, certificates, regions, new ParameterFinder(vocabulary));

function offerOf(listing: string): MainOffer {
  const folded = foldText(listing);
  return mainOffer(folded, (beginning) => extractor.hits(beginning), vocabulary);
}

describe('what a listing offers first of all', () => {
  it.each([
    '灭菌柜专业制造商，配套废气处理装置',
    '全自动采血管生产线',
    '数控弹簧机、磨簧机、回火炉的研发、制造',
    '焊接工作站',
  ])('is machines: %s', (listing) => expect(offerOf(listing)).toBe(MainOffer.MACHINES));

  it.each(['钛合金粉末，球形度高', '化学镀镍液厂家', '涤纶坯布、棉纱线'])('is materials: %s', (listing) =>
    expect(offerOf(listing)).toBe(MainOffer.MATERIALS),
  );

  it.each([
    '铝合金压铸件，压铸机八台',
    '三相异步电动机，隔爆型',
    '真空热处理加工，高压气淬炉两台',
    '注塑机、模具，也承接注塑来料加工',
    '多年经验，值得信赖',
    '',
  ])('is things, work, or not told: %p', (listing) => expect(offerOf(listing)).toBe(MainOffer.OTHER));
});

describe('a main offer that only serves to make what is asked for', () => {
  const serves = (offer: MainOffer, need: string) =>
    onlyServesToMake(offer, reader.readNeed(plainWords(need)), vocabulary);

  it.each([
    [MainOffer.MACHINES, '弹簧'],
    [MainOffer.MACHINES, '真空热处理加工'],
    [MainOffer.MATERIALS, '铝件化学镀镍加工'],
  ])('is %s where %s is asked for', (offer, need) => expect(serves(offer, need)).toBe(true));

  it.each([
    [MainOffer.MACHINES, '注塑机'],
    [MainOffer.MACHINES, '注塑模具'],
    [MainOffer.MACHINES, '钨钢刀具'],
    [MainOffer.MATERIALS, '弹簧'],
    [MainOffer.OTHER, '弹簧'],
    [MainOffer.MACHINES, '某某无名之物'],
  ])('is not %s where %s is asked for', (offer, need) => expect(serves(offer, need)).toBe(false));
});
