import { NUMBER_PATTERN, parseChineseNumber } from '../words/chinese-number.js';
import type { Found } from '../words/spans.js';

/** A working day of a five-day week, in calendar days. */
const WORKING_DAY = 1.4;

function daysOf(unit: string): number | undefined {
  if (/工作|working|business/.test(unit)) return WORKING_DAY;
  if (/[天日]|day/.test(unit)) return 1;
  if (/周|星期|week/.test(unit)) return 7;
  return /月|month/.test(unit) ? 30 : undefined;
}

/** Names of the time until delivery. */
const NAME =
  '(?:(?:批量|量产|大货)?(?:(?:交[付货]|供货|发货|到货|生产|制作|加工)周期|交货?期|交付期?|交货|供货期?|发货期|货期|工期|到货)|(?:批量|量产|大货)(?:生产|交[付货]|供货|订单)?|lead[\\s-]?time|turnaround(?:\\s+time)?|deliver(?:y|ed)?(?:\\s+time)?)';
/** Words between the name and its span; of the order from which it runs there is one at most. */
const IS = '(?:[:：为在是约仅需只可要\\s]|一般|通常|常规|平均|大约|within|in|of|is|about|typically){0,4}';
const FROM_ORDER =
  '(?:(?:订单|合同|下单|确认|签[订约]|收到?|定金|预付款|款到|图纸|样品)[^,。;\\d\\n]{0,10}后)?';
const BEFORE = `(?<before>${NAME})${IS}${FROM_ORDER}${IS}`;
const AFTER =
  '(?<after>\\s*(?:以?内)?(?:左右)?(?:即?可)?(?:交货|交付|到货|供货|发货|出货|lead[\\s-]?time|delivery))';
const UNIT =
  '个?工作日|个?自然日|天|日|周|星期|个月|(?:(?:working|business|calendar)\\s+)?days?|weeks?|months?';
const SPAN = `(?<amount>${NUMBER_PATTERN})(?:\\s*(?:${UNIT})?\\s*(?:[-–—~至到]|to\\b)\\s*(?<upper>${NUMBER_PATTERN}))?[\\s-]*(?<unit>${UNIT})(?:以?内|之内)?`;
const LEAD_TIME = new RegExp(
  `(?:${BEFORE}${SPAN})|(?:${SPAN.replace(/<(amount|upper|unit)>/g, '<$12>')}${AFTER})`,
  'giu',
);

/** A span that is a whole clause: "30 days", "within 6 weeks"; of what else it speaks would stand in the clause. */
const BARE = new RegExp(
  `(?<=^|[,。;、\\n]\\s*)(?:within|in|不超过|须|需)?\\s*${SPAN}(?=\\s*(?:[,。;、\\n]|$))`,
  'giu',
);

/**
 * Lead times in a folded text, in days: 交期30天, 两周内交货; where none is named, a clause that is nothing but a span. A
 * working day counts 1.4 days, and a range is taken at its upper end, which holds anyway.
 */
export function findLeadTimes(folded: string): Found<number>[] {
  const named = spans(folded, LEAD_TIME);
  return named.length > 0 ? named : spans(folded, BARE);
}

function spans(folded: string, pattern: RegExp): Found<number>[] {
  const found: Found<number>[] = [];
  for (const match of folded.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const lower = groups['amount'] ?? groups['amount2'] ?? '';
    const upper = groups['upper'] ?? groups['upper2'];
    const amount = parseChineseNumber(upper ?? lower);
    const days = daysOf((groups['unit'] ?? groups['unit2'] ?? '').toLowerCase());
    if (amount === null || days === undefined) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: Math.round(Number(amount) * days),
    });
  }
  return found;
}
