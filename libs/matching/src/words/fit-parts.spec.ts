import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { NeedReader, ParameterFinder, plainWords } from '@app/need-reading';
import { candidateWords } from './candidate-words.js';
import { PartFitter } from './fit-parts.js';
import { namesOnlyWithin } from '../comparing/need-comparison.js';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';

const parameters = new ParameterFinder(vocabulary);
const reader = new NeedReader(vocabulary, extractor, certificates, regions, parameters);

function wordsOf(title: string, processes: readonly string[] = []) {
  const facts = {
    title,
    description: null,
    materials: [],
    processes,
    specification: null,
    conceptIds: [],
    organizationText: '',
    activity: null,
  } as unknown as CandidateFacts;
  return candidateWords(facts, extractor, { certificates, regions, parameters, vocabulary });
}

const fitsOf = (need: string, title: string) =>
  new PartFitter(reader.readNeed(plainWords(need)), vocabulary, () => 1).fit(wordsOf(title));

/** How well a listing of one title meets the part of a need that a text names. */
function fit(need: string, part: string, title: string): number {
  return fitsOf(need, title).find(({ part: { text } }) => text === part)?.fit ?? Number.NaN;
}

describe('how well a listing meets a part of a need', () => {
  it('reads a grade in a list of grades of its material', () => {
    const grade = (title: string) => fit('304不锈钢机柜', '304不锈钢', title);
    expect(grade('不锈钢机箱，201/304/316板')).toBeCloseTo(0.95, 9);
    expect(grade('不锈钢机箱，1304板')).toBeLessThan(0.6);
    expect(grade('铝合金机箱，304件')).toBeLessThan(0.6);
  });

  it('takes a thing at the end of a longer name for a kind of it, and at its front for another thing', () => {
    expect(fit('控制器', '控制器', '低速车电机控制器')).toBeCloseTo(0.8, 9);
    expect(fit('吸嘴袋', '吸嘴袋', '吸嘴袋灌装机')).toBeLessThanOrEqual(0.4);
  });

  it('does not take the words of the broader thing for those of the narrower', () => {
    const plain = fit('谐波减速器', '谐波减速器', '减速器');
    expect(plain).toBeCloseTo(0.55, 9);
    expect(fit('谐波减速器', '谐波减速器', '减速器，谐波')).toBeGreaterThan(plain);
    expect(fit('谐波减速器', '谐波减速器', '谐波减速机')).toBe(1);
  });
});

describe('a thing within the name of another', () => {
  const onlyWithin = (need: string, title: string) =>
    namesOnlyWithin(fitsOf(need, title), wordsOf(title).prose);

  it('is told from the thing itself', () => {
    expect(onlyWithin('吸嘴袋', '吸嘴袋灌装机')).toBe(true);
    expect(onlyWithin('吸嘴袋', '吸嘴袋、吸嘴袋灌装机')).toBe(false);
    expect(onlyWithin('吸嘴袋', '灌装机')).toBe(false);
  });

  it('is never made of what was declared as a fact', () => {
    expect(wordsOf('灌装机', ['吸嘴袋灌装']).prose).not.toContain('吸嘴袋');
  });
});
