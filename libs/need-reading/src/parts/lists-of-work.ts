import type { Clause } from '../words/clauses.js';
import type { Piece } from './pieces.js';

/** Words that name work without a known name for it: 整厂搬迁, 废气治理, 上门校准. */
const NAMES =
  '搬迁|拆装|改造|治理|修复|修补|翻新|校准|标定|检测|检验|检修|测试|试验|辐照|杀菌|灭菌|封装|编写|辅导|代办|运输|配送|仓储|保养|清洗|回收|处置|设计|开发|施工|挤出|印刷|印花|切割|焊接|切削|研磨|抛光|处理|加工';
const WORK = new RegExp(`(?:${NAMES}|镀\\p{Script=Han})+$`, 'u');

/** Whether an unknown word names work. */
export function namesWork(word: string): boolean {
  return WORK.test(word);
}

/** Whether a piece names work that is bought: a service, or an unknown word for work. */
function isBoughtWork({ kind, text }: Piece): boolean {
  return kind === 'SERVICE' || (kind === 'KEYWORD' && namesWork(text));
}

/** An unknown word for work on goods as the goods and the work: 辣椒粉辐照杀菌. Other pieces stay whole. */
function goodsAndWork(piece: Piece): Piece[] {
  const at = piece.kind === 'KEYWORD' ? (WORK.exec(piece.text)?.index ?? 0) : 0;
  if (at < 2) return [piece];
  const cut = piece.start + at;
  return [
    { ...piece, text: piece.text.slice(0, at), end: cut },
    { ...piece, text: piece.text.slice(at), start: cut },
  ];
}

function asOne(list: readonly Clause[], text: string): Clause {
  const [{ start }, { end }] = [list[0]!, list.at(-1)!];
  return { ...list.at(-1)!, start, text: text.slice(start, end) };
}

/** The clauses of a text, of which a choice is one, since what follows it is said of each: 晶圆盒/花篮清洗机. */
function withChoices(clauses: readonly Clause[], text: string): Clause[] {
  const choices: Clause[][] = [];
  for (const clause of clauses) {
    const before = choices.at(-1)?.at(-1);
    if (before && text.slice(before.end, clause.start) === '/') choices.at(-1)!.push(clause);
    else choices.push([clause]);
  }
  return choices.map((choice) => (choice.length > 1 ? asOne(choice, text) : choice[0]!));
}

/** The clauses of a text, those of one list (卡尺、千分尺、压力表) together. */
function lists(clauses: readonly Clause[], text: string): Clause[][] {
  const found: Clause[][] = [];
  for (const clause of clauses) {
    const before = found.at(-1)?.at(-1);
    if (before && text.slice(before.end, clause.start).trim() === '、') found.at(-1)!.push(clause);
    else found.push([clause]);
  }
  return found;
}

/** Whether the last thing of a list is work, which is then asked for on all that is listed. */
function isOfWork(list: readonly Clause[], pieces: readonly Piece[]): boolean {
  const last = list.at(-1)!;
  return pieces.some((p) => isBoughtWork(p) && p.start >= last.start && p.end === last.end);
}

/**
 * The clauses of a text, of which those are one that list what the same work is done on: 卡尺、千分尺校准 asks for calibration.
 * Where the last thing listed is no work, each stands for itself (石英舟、石英管).
 */
export function withListsOfWork(
  clauses: readonly Clause[],
  text: string,
  pieces: readonly Piece[],
): Clause[] {
  return lists(withChoices(clauses, text), text).flatMap((list) =>
    isOfWork(list, pieces) ? [asOne(list, text)] : list,
  );
}

/** The pieces of a text, the last of a list as the goods and the work done on all that is listed. */
export function withListedWorkApart(
  clauses: readonly Clause[],
  text: string,
  pieces: readonly Piece[],
): Piece[] {
  const ends = lists(clauses, text)
    .filter((list) => list.length > 1 && isOfWork(list, pieces))
    .map((list) => list.at(-1)!.end);
  return pieces.flatMap((piece) => (ends.includes(piece.end) ? goodsAndWork(piece) : [piece]));
}
