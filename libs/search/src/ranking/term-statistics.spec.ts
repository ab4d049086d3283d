import { inverseDocumentFrequency } from './impact.js';
import type { DocumentFrequencies, SearchEngine } from '../port/search-engine.js';
import { TermStatistics } from './term-statistics.js';

describe('the rarity of words', () => {
  it('falls with the number of documents, and is never negative', () => {
    const rarities = [0, 1, 10, 100, 1000].map((df) => inverseDocumentFrequency(1000, df));
    expect(rarities).toEqual([...rarities].sort((a, b) => b - a));
    expect(rarities[0]).toBeCloseTo(Math.log(2002));
    expect(Math.min(...rarities, inverseDocumentFrequency(10, 500))).toBeGreaterThan(0);
  });

  it('asks the engine once for each word', async () => {
    const asked: (readonly string[])[] = [];
    const documentFrequencies = (_index: string, texts: readonly string[]): Promise<DocumentFrequencies> => {
      asked.push(texts);
      return Promise.resolve({
        documents: 100,
        frequencies: new Map(texts.map((text) => [text, text.length])),
      });
    };
    const statistics = new TermStatistics({ documentFrequencies } as unknown as SearchEngine);
    expect(await statistics.readRarity('needs', ['压铸', '铝'])).toEqual(
      new Map([
        ['压铸', inverseDocumentFrequency(100, 2)],
        ['铝', inverseDocumentFrequency(100, 1)],
      ]),
    );
    await statistics.readRarity('needs', ['铝', '镁']);
    expect(await statistics.countDocuments('needs')).toBe(100);
    expect(asked.filter((texts) => texts.length > 0)).toEqual([['压铸', '铝'], ['镁']]);
  });
});
