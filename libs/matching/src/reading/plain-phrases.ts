/**
 * Words around what is asked that say nothing about it: verbs of buying, courtesies, the words for supplier and
 * factory. They are taken out of a need before its parts are read. Longer ones stand first.
 */
const PLAIN = [
  '长期合作供应商', '合作供应商', '寻找供应商', '诚征供应商', '生产厂家', '制造厂家', '加工厂家', '供应厂家', '源头工厂', '长期采购',
  '批量采购', '长期需求', '长期合作', '需要采购', '计划采购', '对外采购', '拟采购', '求购', '采购', '询价', '招标', '招募', '寻找', '寻求', '急需', '急求', '诚招',
  '需求', '需要', '欲购', '购买', '订购', '定购', '委托', '外协', '外发', '供应商', '生产商', '制造商', '厂家', '厂商', '工厂', '企业', '公司',
  '能够', '可以', '具备', '具有', '拥有', '要求', '通过', '取得', '必须', '优先', '优选', '最好', '以上', '左右', '认证', '资质', '证书', '体系',
  '用于', '适用于', '应用于', '主要', '相关', '各类', '各种', '多种', '一批', '若干', '等', '及其', '以及', '并且', '和', '与', '及', '或', '的', '需', '须',
  '地区', '附近', '周边', '本地', '省内', '市内', '长三角', '华东', '月产', '年产', '月产能', '年产能', '产能', '月需', '年需', '用量', '交期', '交货期', '交货', '包邮', '含税', '现货',
  '加工', '生产', '制造', '定制', '定做', '车间', '质量', '品质', '稳定', '优质', '价格', '性价比', '有经验', '经验', '成熟', '专业', '提供', '服务商', '支持', '我司', '我们', '本公司', '现',
];
const LATIN = /\b(?:purchase|purchasing|buy(?:ing)?|looking for|need(?:ed|s)?|want(?:ed)?|seek(?:ing)?|source|sourcing|supplier(?:s)?|manufacturer(?:s)?|factory|vendor|with|for|from|in|of|the|and|or|a|an|certified|certificate|certification|required|preferred|per|month|year|we|our)\b/g;
const PATTERN = new RegExp([...PLAIN].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Replaces a stretch of text by commas, so that positions stay and folding does not shorten it. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ','.repeat(end - start) + text.slice(end);
}

/** Blanks plain phrases in a folded text, except inside stretches that name concepts (`keep`). */
export function blankPlainPhrases(folded: string, keep: readonly { start: number; end: number }[]): string {
  let text = folded;
  const inside = (start: number, end: number) => keep.some((k) => start < k.end && end > k.start);
  for (const pattern of [PATTERN, LATIN]) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!inside(match.index, end)) text = blank(text, match.index, end);
    }
  }
  return text;
}
