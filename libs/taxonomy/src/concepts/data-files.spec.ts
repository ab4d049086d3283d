import { Industries } from '../classification/industries.js';
import { readVocabularyFiles } from './concept-files.js';
import { vocabularyProblems } from './vocabulary-rules.js';

const industries = Industries.load();
const files = readVocabularyFiles();

describe('The vocabulary that ships', () => {
  it('obeys every rule', () => {
    const problems = vocabularyProblems(files, (code) => industries.get(code) !== undefined);
    expect(problems.map(({ file, entry, message }) => `${file}, ${entry}: ${message}`)).toEqual([]);
  });

  it('holds at least 1,500 concepts of every kind', () => {
    expect(files.concepts.length).toBeGreaterThanOrEqual(1500);
    const kinds = new Set(files.concepts.map(({ value }) => value.kind));
    expect([...kinds].sort()).toEqual([
      'APPLICATION',
      'EQUIPMENT',
      'MATERIAL',
      'PROCESS',
      'PRODUCT',
      'SERVICE',
    ]);
  });

  it('names every concept in Chinese and in English', () => {
    for (const { value } of files.concepts) {
      expect([value.id, value.zh]).toEqual([value.id, expect.stringMatching(/[\p{Script=Han}A-Z0-9]/u)]);
      expect([value.id, value.en]).toEqual([value.id, expect.not.stringMatching(/\p{Script=Han}/u)]);
    }
  });
});
