import type { Piece } from './fields-of-use.js';

/** Words that name work without a known name for it: 整厂搬迁, 废气治理, 上门校准. */
const NAMES =
  '搬迁|拆装|改造|治理|修复|修补|翻新|校准|标定|检测|检验|检修|测试|试验|辐照|杀菌|灭菌|封装|编写|辅导|代办|运输|配送|仓储|保养|清洗|回收|处置|设计|开发|施工|挤出|印刷|印花|切割|焊接|切削|研磨|抛光|处理|加工';
const WORK = new RegExp(`(?:${NAMES}|镀\\p{Script=Han})+$`, 'u');

/** Whether an unknown word names work. */
export function namesWork(word: string): boolean {
  return WORK.test(word);
}

/** Whether a piece names work that is bought: a service, or an unknown word for work. */
export function isBoughtWork({ kind, text }: Piece): boolean {
  return kind === 'SERVICE' || (kind === 'KEYWORD' && namesWork(text));
}

/** An unknown word for work on goods as the goods and the work: 辣椒粉辐照杀菌. Other pieces stay whole. */
export function goodsAndWork(piece: Piece): Piece[] {
  const at = piece.kind === 'KEYWORD' ? (WORK.exec(piece.text)?.index ?? 0) : 0;
  if (at < 2) return [piece];
  const cut = piece.start + at;
  return [
    { ...piece, text: piece.text.slice(0, at), end: cut },
    { ...piece, text: piece.text.slice(at), start: cut },
  ];
}
