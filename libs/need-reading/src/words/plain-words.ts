import { clausesOf } from './clauses.js';
import { blank, erase, overlap, type Span } from './spans.js';

/**
 * Words around what is asked that say nothing about it: verbs of buying, courtesies, the words for supplier and
 * factory. They are taken out of a need before its parts are read. Longer ones stand first.
 */
const PLAIN = [
  '长期合作供应商',
  '合作供应商',
  '代工厂',
  '寻找供应商',
  '诚征供应商',
  '生产厂家',
  '制造厂家',
  '加工厂家',
  '供应厂家',
  '源头工厂',
  '长期采购',
  '批量采购',
  '长期需求',
  '长期合作',
  '需要采购',
  '计划采购',
  '对外采购',
  '拟采购',
  '求购',
  '采购',
  '询价',
  '招标',
  '招募',
  '寻找',
  '寻求',
  '急需',
  '急求',
  '诚招',
  '需求',
  '需要',
  '欲购',
  '购买',
  '订购',
  '定购',
  '委托',
  '外协',
  '外发',
  '供应商',
  '生产商',
  '制造商',
  '厂家',
  '厂商',
  '工厂',
  '企业',
  '公司',
  '能够',
  '可耐',
  '能耐',
  '可以',
  '具备',
  '具有',
  '拥有',
  '要求',
  '通过',
  '取得',
  '必须',
  '优先',
  '优选',
  '最好',
  '以上',
  '左右',
  '认证',
  '资质',
  '证书',
  '体系',
  '用于',
  '适用于',
  '应用于',
  '主要',
  '相关',
  '各类',
  '各种',
  '多种',
  '一批',
  '若干',
  '等',
  '及其',
  '以及',
  '并且',
  '和',
  '与',
  '及',
  '或',
  '的',
  '需',
  '须',
  '地区',
  '附近',
  '周边',
  '本地',
  '省内',
  '市内',
  '长三角',
  '华东',
  '月产',
  '年产',
  '月产能',
  '年产能',
  '产能',
  '月需',
  '年需',
  '用量',
  '交期',
  '交货期',
  '交货',
  '送货到',
  '送货',
  '送到',
  '送至',
  '运到',
  '交付',
  '包邮',
  '含税',
  '现货',
  '加工',
  '生产',
  '制造',
  '定制',
  '定做',
  '车间',
  '质量',
  '品质',
  '稳定(?![性剂器化])',
  '优质',
  '价格',
  '性价比',
  '有经验',
  '经验',
  '成熟',
  '专业',
  '提供',
  '服务商',
  '支持',
  '我司',
  '我们',
  '本公司',
  '现在',
  '目前',
  '原来',
  '大概',
  '大约',
  '差不多',
  '希望',
  '你好',
  '您好',
  '请问',
  '谢谢',
  '帮忙',
  '推荐',
  '有没有',
  '联系',
  '诚邀',
];
/** The same in English, whole words; whether a `for` names a field of use is read before they are taken out. */
const LATIN_WORDS = [
  'purchas(?:e|es|ing)|procur(?:e|ing|ement)|buy(?:er|ers|ing)?|order(?:s|ing)?|look(?:ing)?|need(?:s|ed|ing)?|want(?:s|ed)?',
  'seek(?:s|ing)?|search(?:ing)?|sourc(?:e|ed|ing)|suppl(?:y|ier|iers|ies|ied)|manufactur(?:e|er|ers|ed|ing)|maker(?:s)?|producer(?:s)?',
  'factor(?:y|ies)|vendor(?:s)?|compan(?:y|ies)|partner(?:s)?|provider(?:s)?|workshop(?:s)?|subcontractor(?:s)?|quot(?:e|es|ation)|rfq|request',
  'with|within|for|from|in|into|of|on|at|by|to|the|and|or|a|an|as|per|is|are|be|that|which|this|near|nearby|around|close|based|located',
  'certified|certificate(?:s)?|certification|approved|qualified|required|require(?:s)?|preferred|preferably|must|should|can|able|capable|experience(?:d)?',
  'production|(?:low|high)-volume|small-batch',
  'day(?:s)?|week(?:s)?|month(?:s)?|year(?:s)?|monthly|yearly|annual(?:ly)?|deliver(?:y|ed)?|lead|time|about|approx(?:imately)?|min|max|minimum|maximum',
  'good|high|best|quality|custom|customi[sz]ed|made|make|used|use|using|our|we|you|your|please|new|various|different|all|any|some|other',
  'part(?:s)?|component(?:s)?|product(?:s)?|item(?:s)?|piece(?:s)?|pcs|unit(?:s)?|set(?:s)?|province|city|china|area|region',
];
const LATIN = new RegExp(`\\b(?:${LATIN_WORDS.join('|')})\\b`, 'g');
/** 现 in the sense of now: 现需, 现求购; not in 现场, 现货, 现成. */
const NOW = '现(?=需|有|求|要|寻|因|拟|招|采|诚|找|想|对)';
const PATTERN = new RegExp([...PLAIN.sort((a, b) => b.length - a.length), NOW].join('|'), 'g');

function blankAll(folded: string, keep: readonly Span[], patterns: readonly RegExp[]): string {
  let text = folded;
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const words = { start: match.index, end: match.index + match[0].length };
      if (!keep.some((span) => overlap(span, words))) text = blank(text, words);
    }
  }
  return text;
}

/** Blanks plain phrases in a folded text, except inside stretches that name concepts (`keep`). */
export function blankPlainPhrases(folded: string, keep: readonly Span[]): string {
  return blankAll(folded, keep, [PATTERN, LATIN]);
}

/** Blanks the plain English words alone: what is left between them are the phrases of an English need. */
export function blankEnglishWords(folded: string, keep: readonly Span[]): string {
  return blankAll(folded, keep, [LATIN]);
}

/**
 * Words around the subject of a question: buying and asking, makers and sellers, praise, amounts and dates, places near by.
 * They are searched as well, at little weight, since rare words of a courtesy (质量稳定) would else outweigh the thing.
 */
const BESIDES: readonly RegExp[] = [
  /长期(?:采购|合作|需求)|批量采购|求购|采购|询价|招标|寻找|寻求|急需|急求|诚招|需要|需求|想找|想要|找一家|委托|外协|外发/g,
  /供应商|生产商|制造商|服务商|(?:生产|制造|加工|供应)?厂家|厂商|工厂|源头工厂|企业|公司|我司|我们|贵司|一家/g,
  /要求|必须|优先|最好|能够|可以|能做|会做|具备|需具备|能力|经验|有经验|做过|通过|取得|认证|资质|证书|体系|提供|支持|有意者|联系/g,
  /(?:质量|品质|性能)(?:要求)?(?:稳定|可靠|过硬|优良|保证|好|高)?|稳定可靠|优质|性价比高?|售后(?:服务)?|样品|试单/g,
  /(?:可|能|需|要)(?:打样|开票|上门)|首[批单]|大批量|急用|[本下]个?月(?:[初底]前?)?|[月年]底前?|[上中下]旬|节前/g,
  /附近|周边|本地|省内|市内|长三角|华东|江浙沪|送货到|送到|上门|交货期?|交期|现货|包邮|含税|价格合理|价格|报价/g,
  /(?:每|单)?[月年日天周批次](?:产能?|需求?|用量|采购)?(?:量)?(?:约|大约|左右)?(?=\d)|用量|左右|以上|以内|之内|约|大约|小批量/g,
  /\d+(?:\.\d+)?\s*[万千百]?(?:件|只|个|套|台|支|条|块|片|粒|张|卷|次|吨|天|日|周|月|年|家|人|小时)(?:\/[月年天日周])?/g,
  /(?<![\d.])\d[\d,.]*(?:\s?[–~-]\s?\d[\d,.]*)?\s?k?\s?(?:pcs|pieces?|sets?|units?|kgs?|tons?|tonnes?|mt|pairs?|rolls?|sheets?)\b(?:\s?(?:\/|per|a|each)\s?(?:month|year|week|day|batch)s?)?/g,
  /\b(?:looking|for|need|wanted|supplier|suppliers|manufacturer|manufacturers|factory|with|within|per|month|year|days|weeks|pcs|required|and|the|in|of|near)\b/g,
];

/** Clauses of who asks and of what was until now are not what is asked, where another clause asks. */
function toldIn(folded: string): Span[] {
  const clauses = clausesOf(folded);
  if (!clauses.some(({ says }) => says === 'ASKED')) return [];
  return clauses.filter(({ says }) => says === 'ASKER' || says === 'PAST');
}

/**
 * A folded text without the words beside its subject; what names a trade concept (`named`) is subject wherever it stands, but
 * for what the asker makes or had until now.
 */
export function subjectOf(folded: string, named: readonly Span[]): string {
  let subject = toldIn(folded).reduce(erase, folded);
  for (const pattern of BESIDES) {
    for (const match of folded.matchAll(pattern)) {
      const words = { start: match.index, end: match.index + match[0].length };
      if (!named.some((span) => overlap(span, words))) subject = erase(subject, words);
    }
  }
  return subject;
}
