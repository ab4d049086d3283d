import { ConceptVocabulary, Industries } from '@app/taxonomy';
import { ConceptNames } from './search-suggestions.service.js';
import { pinyinKeys } from './name-keys.repository.js';

const industries = Industries.load();
const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
const names = new ConceptNames(vocabulary);
const ids = async (typed: string, first = 20) =>
  (await names.findByPrefix(typed, first)).map(({ conceptId }) => conceptId);

describe('keys of a name', () => {
  it.each([
    ['砺合压铸', ['砺合压铸', 'lihe' + 'yazhu', 'lhyz']],
    ['CNC 加工', ['cnc加工', 'cncjiagong', 'cncjg']],
    ['Die-casting', ['diecasting']],
    ['、', []],
  ])('of %s are %j', (name, keys) => {
    expect(pinyinKeys(name)).toEqual(keys);
  });
});

describe('concepts while somebody types', () => {
  it.each(['压铸', '壓鑄', 'yazhu', 'yz', 'die cast'])('%s leads to die casting', async (typed) => {
    expect(await ids(typed)).toContain('die-casting');
  });

  it('gives each concept once, main and short names first', async () => {
    const found = await ids('轴承');
    expect(new Set(found).size).toBe(found.length);
    expect(found[0]).toBe(vocabulary.named('轴承')[0]?.id);
    expect(await names.findByPrefix('轴承', 3)).toHaveLength(3);
  });

  it('has nothing for signs and unknown beginnings', async () => {
    expect(await ids(' 。')).toEqual([]);
    expect(await ids('zzzzzz')).toEqual([]);
  });
});
