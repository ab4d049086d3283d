import type { Span } from './spans.js';

/** Words for how something is ordered or how much of it is done, whatever it is. */
const ORDERED =
  /^(?:贴牌|代工|代加工|代理加工|来料|来样|来图|打样|加|小批量?|批量|首单|样品|样件|改造|更换|替换|项目|工程|总承包|总包|分包|承包|施工|安装|调试|开发|设计|外包|委外|出去|出口|整改|维护|两台|[一二三四五六七八九十\d.]+(?:台|套|平米|平方米|平|k?w|kva|mw|吨|米|个|件|只|辆|家))+/;
/** The service of making to order, which a need may name beside the thing. */
const MAKING_TO_ORDER: ReadonlySet<string> = new Set([
  'oem-odm-service',
  'custom-to-drawing',
  'prototype-making',
  'assembly-service',
]);

/** Whether a concept is the service of making to order, which says how something is ordered and not what. */
export function isMakingToOrder(conceptId: string): boolean {
  return MAKING_TO_ORDER.has(conceptId);
}

/**
 * Whether a word only says how something is ordered: 面膜贴牌 asks for face masks, 电路板打样 for circuit boards, and neither
 * for whoever does anything to order. Such a word never stands for the thing where a thing is named.
 */
export function saysHowOrdered(text: string, conceptId: string | null): boolean {
  return conceptId === null ? ORDERED.test(text) : isMakingToOrder(conceptId);
}

/** What goods are delivered in: 吨包, 桶装. */
const PACKED = /^(?:吨[包袋桶]|集装袋|[桶袋箱瓶罐散]装?)$/;

/** Whether a word behind a material only says what it is delivered in: 融雪剂，吨包 asks for de-icing salt, not for bags. */
export function saysHowPacked(text: string): boolean {
  return PACKED.test(text);
}

const CONTRACTED_BEFORE = /(?:外协|外发|委外|外包|委托|代)(?:做|打|加工)?$/;
const CONTRACTED_BEHIND = /^(?:加工)?(?:外协|外发|外包|委外|代加工|代工)/;

/** Whether work is given out by itself, so that it is what is asked for: 外协做化学镀镍, 环氧乙烷灭菌外包. */
export function isContracted(text: string, { start, end }: Span): boolean {
  return CONTRACTED_BEFORE.test(text.slice(0, start)) || CONTRACTED_BEHIND.test(text.slice(end));
}

/** The size of a lot in the middle of a name. */
const LOT = /(?<=[\p{L}\d])(?<![大中小])(?:中?小批量|大批量|批量|少量)(?=\p{Script=Han})/gu;

/** A text without the sizes of lots that stand within names: QFN小批量封装 as QFN封装. Positions do not stay. */
export function withoutLotSizes(text: string): string {
  return text.replace(LOT, '');
}
