import { NUMBER_PATTERN, parseChineseNumber } from './chinese-number.js';
import type { Found } from './quantity-conditions.js';

const DAYS: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  工作日: 1.4,
  周: 7,
  星期: 7,
  个月: 30,
  月: 30,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  month: 30,
  months: 30,
};
const BEFORE =
  '(?<before>交期|交货期?|交付期?|供货期?|货期|到货|lead time|deliver(?:y|ed)?(?: within| in)?)[:：为在\\s]*';
const AFTER = '(?<after>\\s*(?:以?内)?(?:交货|交付|到货|供货|发货))';
const SPAN = `(?<amount>${NUMBER_PATTERN})\\s*(?<unit>工作日|天|日|周|星期|个月|days?|weeks?|months?)(?:以?内|之内)?`;
const LEAD_TIME = new RegExp(
  `(?:${BEFORE}${SPAN})|(?:${SPAN.replace(/<(amount|unit)>/g, '<$12>')}${AFTER})`,
  'giu',
);

/** A span that is a whole clause: "30 days", "within 6 weeks"; of what else it speaks would stand in the clause. */
const BARE = new RegExp(
  `(?<=^|[,。;、\\n]\\s*)(?:within|in|不超过|须|需)?\\s*${SPAN}(?=\\s*(?:[,。;、\\n]|$))`,
  'giu',
);

/**
 * Lead times in a folded text, in days: 交期30天, 两周内交货; where none is named, a clause that is nothing but a span. A
 * working day counts 1.4 days.
 */
export function findLeadTimes(folded: string): Found<number>[] {
  const named = spans(folded, LEAD_TIME);
  return named.length > 0 ? named : spans(folded, BARE);
}

function spans(folded: string, pattern: RegExp): Found<number>[] {
  const found: Found<number>[] = [];
  for (const match of folded.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const amount = parseChineseNumber(groups['amount'] ?? groups['amount2'] ?? '');
    const days = DAYS[(groups['unit'] ?? groups['unit2'] ?? '').toLowerCase()];
    if (amount === null || days === undefined) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: Math.round(Number(amount) * days),
    });
  }
  return found;
}
