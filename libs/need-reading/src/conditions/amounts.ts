import { Period } from '@app/kernel';
import type { AskedPrice, AskedQuantity } from '../need-reading.js';
import { NUMBER_PATTERN, parseChineseNumber, parseRange } from '../words/chinese-number.js';
import type { Found } from '../words/spans.js';

const UNITS =
  '件套只个台支根片张米吨条对双箱桶卷瓶粒颗组块盒批公斤千克克升辆令匹|kg|pcs|pieces|sets|t|km|m2|㎡|平方米|立方米|m';
const UNIT = `(?:公斤|千克|平方米|立方米|${[...UNITS.split('|')[0]!].join('|')}|(?:kg|pcs|pieces|sets|km|m2|m|t)(?![a-z0-9×]))`;
/** What is made or supplied in a month or a year: 月产, 年产能, 月供, monthly output. */
const MADE =
  '(?:[年月]度?(?:产(?!值|品|业)[能量]?|供货?量?|(?:生产|供货|供应|加工)能力)|每[年月](?:可?(?:生产|供应|供货|加工|产|供))?|monthly|annual(?:ly)?|yearly)';
/** Between such words and their amount: 年产铝合金压铸件120万件, monthly capacity of 80,000 pcs; not what is money. */
const OF_WHAT =
  '(?![^\\d,。;、\\n]{0,20}(?:销售|营业|产值|revenue|turnover|sales))[^\\d,。;、\\n]{0,20}?(?=\\d)';
const BEFORE = `(?:(?<made>${MADE})${OF_WHAT}|(?<per>每月|单月|每年|一年|全年|(?<!\\d)[年月](?=约?\\d)|[年月]度?(?:产[能量]?|需求?量?|用量?|供货?量?|采购?量?|耗量?)|首批|一次性|需求量?|数量|批量|采购量|约|共|monthly|annual(?:ly)?|yearly)[约为达:：\\s]*)?`;
const AFTER = '(?:\\s*(?<after>[/每]{1,2}\\s*(?:个?月|年|month|year)|\\s*(?:per|a)\\s+(?:month|year)))?';
/** What stands between the ends of a range: 5-8万件, 5万件~8万件, 5 to 8. */
const TO = '\\s*(?:[-–—~至到]|to\\b)\\s*';
const QUANTITY = new RegExp(
  `${BEFORE}(?<amount>${NUMBER_PATTERN})(?:\\s*(?:${UNIT})?${TO}(?<upper>${NUMBER_PATTERN}))?\\s*(?<unit>${UNIT})${AFTER}(?<more>以上|左右|起)?`,
  'giu',
);

function periodOf(before: string, after: string): Period {
  const words = `${before} ${after}`;
  if (/月|month/.test(words)) return Period.MONTH;
  return /年|annual|year/.test(words) ? Period.YEAR : Period.ONCE;
}

/** Quantities in a folded text: 月产5万件, 5000套/年, 首批200台. A range is taken at its lower end, which holds anyway. */
export function findQuantities(folded: string): Found<AskedQuantity>[] {
  const found: Found<AskedQuantity>[] = [];
  for (const match of folded.matchAll(QUANTITY)) {
    const { made = '', amount = '', upper, unit = '', after = '', more } = match.groups ?? {};
    const per = made || (match.groups?.['per'] ?? '');
    const value =
      upper === undefined
        ? parseChineseNumber(amount)
        : (parseRange(amount, upper)?.[0] ?? parseChineseNumber(upper));
    const bare = !per && !after && !more;
    if (value === null || value === '0' || (bare && /^[一二两三四五六七八九]/.test(amount))) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: { amount: value, unit, period: periodOf(per, after) },
    });
  }
  return found;
}

/** The quantity that a need is about first: one said per month or year before a bare one, which may be a measure. */
export function mostTelling(found: readonly Found<AskedQuantity>[]): Found<AskedQuantity>[] {
  const periodic = ({ value }: Found<AskedQuantity>) => Number(value.period !== Period.ONCE);
  return [...found].sort((a, b) => periodic(b) - periodic(a));
}

const MINIMUM =
  '(?:最[小低少]?(?:起?订[购货]?|起批|批量?|订单)[量数]?|起[订批做]量|(?<![a-z])moq(?![a-z])|minimum\\s+order(?:\\s+(?:quantity|size))?)';
const MINIMUM_IS = '(?:[约为是仅需只要:：\\s≥>]|不[低少]于|通常|一般|of|is){0,5}';
const MINIMUM_BEHIND = '\\s*(?:以上)?(?:起[订批做接卖]|(?<bare>起)(?![始重步源动到]))';
const AMOUNT_IN = (name: string) =>
  `(?<${name}>${NUMBER_PATTERN})(?:\\s*(?:${UNIT})?${TO}(?<${name}Upper>${NUMBER_PATTERN}))?\\s*(?<${name}Unit>${UNIT})`;
const MINIMUM_ORDER = new RegExp(
  `${MINIMUM}${MINIMUM_IS}${AMOUNT_IN('named')}|${AMOUNT_IN('begun')}${MINIMUM_BEHIND}|(?<single>单|一)(?<singleUnit>${UNIT})起[订批做接卖]`,
  'giu',
);

/**
 * The least that a supplier takes an order for, in a folded text: 起订量500件, 100件起订, MOQ 500 pcs. A range is taken at its
 * upper end, which is enough for every product.
 */
export function findMinimumOrders(folded: string): Found<AskedQuantity>[] {
  return [...folded.matchAll(MINIMUM_ORDER)].flatMap((match) => {
    const { named, namedUpper, namedUnit, begun, begunUpper, begunUnit, single, singleUnit } =
      match.groups ?? {};
    const [lower, upper] = [named ?? begun, namedUpper ?? begunUpper];
    const amount = single
      ? '1'
      : upper === undefined
        ? parseChineseNumber(lower ?? '')
        : (parseRange(lower ?? '', upper)?.[1] ?? parseChineseNumber(upper));
    const unit = namedUnit ?? begunUnit ?? singleUnit ?? '';
    if (amount === null || amount === '0') return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        value: { amount, unit, period: Period.ONCE },
      },
    ];
  });
}

const PRICE = new RegExp(
  `(?:目标价|单价|价格|不超过|不高于|低于|预算单价|target price)[^\\d，,。；;]{0,6}(?<amount>${NUMBER_PATTERN})\\s*(?:元|块|rmb|cny|¥)(?:\\s*[/每]\\s*(?<basis>公斤|千克|kg|件|套|只|个|台|米|吨|片|支|t))?(?:以[内下])?`,
  'giu',
);

/** Target prices in a folded text: 目标价95元/件, 单价不超过 3.2 元. Tax is taken as included, as Chinese buyers quote. */
export function findPrices(folded: string): Found<AskedPrice>[] {
  const found: Found<AskedPrice>[] = [];
  for (const match of folded.matchAll(PRICE)) {
    const max = parseChineseNumber(match.groups?.['amount'] ?? '');
    if (max === null) continue;
    const value = {
      max,
      currency: 'CNY',
      taxIncluded: true,
      basis: match.groups?.['basis'] ?? '件',
      shown: true,
    };
    found.push({ start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}
