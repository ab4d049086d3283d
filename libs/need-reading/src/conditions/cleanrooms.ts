import type { AskedParameter } from '../need-reading.js';
import type { Found, Span } from '../words/spans.js';

/** Classes by the particles in a cubic foot, as the Delta's plants still call them, and by ISO 14644-1. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:三十万|30\s?万|300,?000)/, 'ISO 9级'],
  [/^(?:十万|10\s?万|100,?000|iso\s?(?:class\s?)?8)/, 'ISO 8级（十万级）'],
  [/^(?:一?万|1\s?万|10,?000|iso\s?(?:class\s?)?7)/, 'ISO 7级（万级）'],
  [/^(?:一?千|1,?000|iso\s?(?:class\s?)?6)/, 'ISO 6级（千级）'],
  [/^(?:一?百|100|iso\s?(?:class\s?)?5)/, 'ISO 5级（百级）'],
];
const CLASS =
  '(?:三十万|十万|一?[万千百]|(?:30|10|1)\\s?万|(?:100,?000|10,?000|1,?000|100)(?=\\s?级)|iso\\s?(?:class\\s?)?[5-8])\\s?级?(?![别件只个套张吨米元])';
const ROOM = '(?:洁净|净化|无尘|clean\\s?-?)(?:度|生产)?(?:车间|室|厂房|区|环境|room)';
/** Behind a room that is itself asked for, or that a thing is for. */
const WANTED =
  '(?!用|\\s?(?:工程|装修|装饰|建设|设计|施工|改造|净化工程|设备|门|板|系统|耗材|服|鞋|手套|灯|空调|检测|产品))';
/** Before a room that is itself asked for: 新建一个千级无尘车间. */
const BUILT = '(?:新建|扩建|建|做|造|装修|改造)(?:一?[个间座套])?';
const ROOM_BUILT = new RegExp(`${BUILT}(?:${CLASS}\\s?)?${ROOM}(?!里|内|生产|加工|组装)${WANTED}`, 'gu');
const ROOM_WITH_CLASS = new RegExp(
  `(?:${ROOM}\\s?(?<behind>${CLASS})|(?<before>${CLASS})\\s?${ROOM})(?:生产|内生产|加工)?${WANTED}`,
  'gu',
);
/** A clause that is nothing but the room: 洁净车间生产, 无尘车间. */
const ROOM_ALONE = new RegExp(
  `(?<=[,。;、\\n]\\s*(?:要求|需|须|要有|有|在|具备)?)${ROOM}(?:内)?(?:生产|加工|组装)?(?=\\s*(?:[,。;、\\n]|$))`,
  'gu',
);

/** A text in which a room that is to be built stands as the works that build it: 做一个千级无尘车间 as …无尘车间装修. */
export function withRoomsAsWorks(text: string): string {
  return text.replace(ROOM_BUILT, (room) => room + (room.includes('无尘') ? '装修' : '工程'));
}

/** The clean rooms that a folded text speaks of as the place of production, with their class. */
export function findCleanrooms(folded: string): Found<AskedParameter>[] {
  return [...folded.matchAll(ROOM_WITH_CLASS)].flatMap((match) => {
    const said = match.groups?.['behind'] ?? match.groups?.['before'] ?? '';
    const value = CLASSES.find(([pattern]) => pattern.test(said))?.[1];
    return value ? [{ start: match.index, end: match.index + match[0].length, value: asked(value) }] : [];
  });
}

/** Clauses of a folded text that only say that production stands in a clean room. */
export function findPlainCleanrooms(folded: string): Span[] {
  return [...folded.matchAll(ROOM_ALONE)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function asked(value: string): AskedParameter {
  return { parameterId: 'cleanroom-class', values: [value] };
}
