import type { SearchEngine } from '@app/search';
import { ask, fill } from './contract-documents.js';

const LONG = `本公司成立于1998年，${'专业从事各类金属制品的研发与销售，'.repeat(20)}提供铝合金阳极氧化服务，${'欢迎来电咨询，'.repeat(20)}`;

/** Marks are put into the stored original, and nothing in it becomes markup. */
export function highlighting(engine: () => SearchEngine): void {
  const marked = async (draft: { title: string; text?: string }, text: string) => {
    await fill(engine(), 'capabilities', [draft]);
    return (await ask(engine(), { text, highlight: true })).hits[0]?.highlights;
  };

  it('marks the words found in title and text', async () => {
    const highlights = await marked({ title: '金属热处理', text: '真空热处理、表面处理' }, '热处理');
    expect(highlights?.title).toContain('<em>热处理</em>');
    expect(highlights?.text).toContain('真空<em>热处理</em>');
  });

  it('keeps the original script and width', async () => {
    expect((await marked({ title: '熱處理與ＣＮＣ加工' }, '热处理 cnc'))?.title).toBe(
      '<em>熱處理</em>與<em>ＣＮＣ</em>加工',
    );
  });

  it('escapes what would be markup', async () => {
    expect((await marked({ title: '<b>轴承</b> & "座"' }, '轴承'))?.title).toBe(
      '&lt;b&gt;<em>轴承</em>&lt;/b&gt; &amp; &quot;座&quot;',
    );
  });

  it('cuts a long text to where the words stand', async () => {
    const text = (await marked({ title: '铝制品', text: LONG }, '阳极氧化'))?.text ?? '';
    expect(text).toContain('<em>阳极氧化</em>');
    expect(text.length).toBeLessThan(LONG.length / 2);
    expect(text.startsWith('…')).toBe(true);
  });

  it('gives none where none is asked', async () => {
    await fill(engine(), 'capabilities', [{ title: '轴承' }]);
    expect((await ask(engine(), { text: '轴承' })).hits[0]).not.toHaveProperty('highlights');
  });
}
