import { clausesOf } from './clauses.js';

/** A stretch of a text. */
interface Span {
  readonly start: number;
  readonly end: number;
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

/** A text with blanks in place of a span; positions stay. */
export function blankSpan(text: string, { start, end }: Pick<Span, 'start' | 'end'>): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/**
 * A folded text without the words beside its subject; what names a trade concept (`named`) is subject wherever it stands, but
 * for what the asker makes or had until now.
 */
export function subjectOf(folded: string, named: readonly Span[]): string {
  let subject = toldIn(folded).reduce(blankSpan, folded);
  for (const pattern of BESIDES) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (named.some((span) => span.start < end && match.index < span.end)) continue;
      subject = blankSpan(subject, { start: match.index, end });
    }
  }
  return subject;
}
