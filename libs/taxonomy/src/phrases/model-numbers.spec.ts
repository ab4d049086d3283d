import { dataFile, foldText } from '@app/kernel';
import { ConceptVocabulary } from '../concepts/concept-vocabulary.js';
import { Industries } from '../classification/industries.js';
import { ModelNumbers } from './model-numbers.js';

const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const numbers = ModelNumbers.load();
const rules = ModelNumbers.rulesIn(dataFile(import.meta.url, 'libs/taxonomy/data'));

const found = (text: string) =>
  numbers.findAll(foldText(text)).map(({ words, conceptId }) => [words, conceptId]);

describe('grades and model numbers', () => {
  it.each(rules.map(({ concept, examples }) => ({ concept, examples })))(
    '$examples are $concept, a concept of the vocabulary',
    ({ concept, examples }) => {
      expect(vocabulary.get(concept)?.id).toBe(concept);
      for (const example of examples)
        expect(numbers.findAll(foldText(example)).at(-1)?.conceptId).toBe(concept);
    },
  );

  it('stand anywhere among other words, at their place', () => {
    const text = '求购6061铝板和6205-2RS，45#圆钢';
    expect(found(text)).toEqual([
      ['6061', 'aluminium-alloy'],
      ['6205-2rs', 'deep-groove-ball-bearing'],
      ['45#', 'carbon-steel'],
    ]);
    for (const { start, end, words } of numbers.findAll(foldText(text)))
      expect(foldText(text).slice(start, end)).toBe(words);
  });

  it.each(['5000件', '2024年', 'ISO 9001', '2.5mm', 'DN100', '0.01', '压铸', '5号线路'])(
    'are not everything with a digit: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});
