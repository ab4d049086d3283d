import { NUMBER_PATTERN, parseChineseNumber } from './chinese-number.js';
import type { AskedPrice } from './need-description.js';
import type { Found } from './quantity-conditions.js';

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
