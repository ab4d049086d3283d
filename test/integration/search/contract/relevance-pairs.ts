import type { SearchEngine } from '@app/search';
import { ask, fill, places } from './contract-documents.js';

const FILLER = Array.from({ length: 60 }, (_, i) => ({
  title: `五金配件 ${i}`,
  text: '五金、塑料、包装、销售',
}));

/** What comes before what: query, the better text, the worse one. */
const PAIRS: readonly (readonly [
  string,
  { title: string; text?: string },
  { title: string; text?: string },
  string,
])[] = [
  [
    '精密铸造',
    { title: '精密铸造' },
    { title: '机械加工', text: '承接精密铸造' },
    'the title counts more than the text',
  ],
  ['不锈钢储罐', { title: '不锈钢储罐制造' }, { title: '不锈钢餐具制造' }, 'all words before some'],
  [
    '五金 谐波减速器',
    { title: '谐波减速器' },
    { title: '五金工具五金', text: '五金五金五金' },
    'a rare word before a common one',
  ],
  ['热处理', { title: '热处理' }, { title: '水处理' }, 'the whole word before its tail'],
  ['伺服电机', { title: '伺服电机' }, { title: '电机', text: '伺服器' }, 'words that stand together'],
  [
    '轴承',
    { title: '轴承', text: '轴承' },
    { title: '轴承', text: '轴承、五金、塑料、包装、销售、维修、安装、咨询、服务、仓储、运输、装卸' },
    'the short text before the long one',
  ],
  ['6205-2RS', { title: '轴承 6205-2RS' }, { title: '轴承 6205-ZZ' }, 'the exact model before its relative'],
];

/** Relevance is promised only as pairs, since no two engines score alike. */
export function relevancePairs(engine: () => SearchEngine): void {
  it.each(PAIRS)('%s: %j stands before %j (%s)', async (text, better, worse) => {
    await fill(engine(), 'capabilities', [...FILLER, worse, better]);
    const order = places(await ask(engine(), { text }));
    expect(order).toContain(FILLER.length + 1);
    const behind = order.indexOf(FILLER.length);
    expect(behind === -1 || behind > order.indexOf(FILLER.length + 1)).toBe(true);
  });
}
