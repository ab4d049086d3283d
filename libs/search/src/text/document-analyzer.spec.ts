import type { SearchDocument } from '../port/search-document.js';
import { DocumentAnalyzer } from './document-analyzer.js';
import { analyzeQuery } from './query-analysis.js';
import { PRESENT } from './token-signs.js';

const document = (part: Partial<SearchDocument>): SearchDocument => ({
  id: 'a',
  version: 1,
  title: '',
  text: '',
  facets: {},
  ...part,
});

function counted(
  analyzer: DocumentAnalyzer,
  part: Partial<SearchDocument>,
): { counts: Record<string, number>; length: number } {
  const { tokens, counts, length } = analyzer.analyze(document(part));
  return {
    counts: Object.fromEntries(Array.from(tokens, (token, i) => [analyzer.dictionary[token]!, counts[i]!])),
    length,
  };
}

describe('a document as tokens', () => {
  it('counts titles double and keywords half, in halves, and leaves keywords out of the length', () => {
    const { counts, length } = counted(new DocumentAnalyzer('capabilities'), {
      title: '轴承',
      text: '轴承',
      keywords: ['bearing', '轴承'],
    });
    expect(counts).toMatchObject({ 轴承: 7, '~轴承': 7, '.轴': 7, bearing: 1 });
    expect(length).toBe(3);
  });

  it('marks concepts and identifiers as present, each of several', () => {
    const { counts } = counted(new DocumentAnalyzer('capabilities'), {
      concepts: ['bearing', 'ball-bearing'],
      facets: { organizationId: 'org-1', kind: 'PRODUCT' },
    });
    expect(counts).toEqual({
      '=concept\tbearing': PRESENT,
      '=concept\tball-bearing': PRESENT,
      '=organizationId\torg-1': PRESENT,
    });
  });

  it('leaves out legal forms and words that say nothing', () => {
    const { counts } = counted(new DocumentAnalyzer('organizations'), {
      title: '宁波海天股份有限公司',
      text: '模具的设计 of the mould',
    });
    expect(Object.keys(counts)).not.toContain('公司');
    expect(Object.keys(counts)).not.toContain('的');
    expect(Object.keys(counts)).not.toContain('of');
    expect(counts).toMatchObject({ 模具: 2, mould: 2 });
  });

  it('gives every document its own counts, whatever it analyzed before', () => {
    const analyzer = new DocumentAnalyzer('capabilities');
    const first = counted(analyzer, { title: '精密铸造', text: '铸造、铸造' });
    counted(analyzer, { title: '铸造铸造铸造', concepts: ['casting'] });
    expect(counted(analyzer, { title: '精密铸造', text: '铸造、铸造' })).toEqual(first);
  });

  it('saturates instead of overflowing', () => {
    expect(counted(new DocumentAnalyzer('capabilities'), { text: '轴承、'.repeat(500) }).counts['轴承']).toBe(
      254,
    );
  });

  it('reads a query with the same tokens, single characters only where they stand alone', () => {
    const query = analyzeQuery('轴 精密軸承 6205-2RS');
    expect(query.words).toEqual(expect.arrayContaining(['精密', '轴承', '62052rs', '6205']));
    expect(query.words).not.toContain('轴');
    expect(query.lone).toEqual(['.轴']);
    expect(query.grams).toEqual(expect.arrayContaining(['~轴承', '~密轴']));
    expect(query.shown).toContainEqual({ token: '62052rs', surface: '6205-2rs', parts: ['6205', '2rs'] });
  });

  it.each([
    ['钣金', ['钣金']],
    ['铝铸件', ['铝铸件']],
    ['电缆盘', ['电缆盘']],
    ['钢门窗', ['钢门窗']],
    ['轴承 6205', ['轴承', '6205']],
    ['睡衣用面料', ['睡衣', '面料']],
  ])('names what is asked in %s as a person would', (text, surfaces) => {
    expect(analyzeQuery(text).shown.map(({ surface }) => surface)).toEqual(surfaces);
  });
});
