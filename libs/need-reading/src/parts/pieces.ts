import type { PartKind } from '../need-reading.js';
import { asks, type Clause, type ClauseKind } from '../words/clauses.js';
import { isWithin, type Span } from '../words/spans.js';

/** Kinds of things that one buys. */
export const THINGS: ReadonlySet<PartKind> = new Set(['PRODUCT', 'EQUIPMENT', 'SERVICE']);

/** Kinds of which one at least makes a need clear: things, and work done to them. */
export const WANTED: ReadonlySet<PartKind> = new Set([...THINGS, 'PROCESS', 'MATERIAL']);

/** Kinds that can be what is asked for. */
export const HEAD_KINDS: ReadonlySet<PartKind> = new Set([
  'PRODUCT',
  'EQUIPMENT',
  'SERVICE',
  'MATERIAL',
  'KEYWORD',
]);

/** A word of a need with where it stands, before it is a part. */
export interface Piece extends Span {
  readonly kind: PartKind;
  readonly conceptId: string | null;
  readonly text: string;
  /** A process that only says what the machine behind it is for. */
  readonly forMachine?: boolean;
  /** Whether it only comes along, or is wished for at best. */
  readonly beside?: boolean;
}

/** A plant of that trade, behind which stands what it wants; 压铸厂家 and 压铸厂优先 are who is sought. */
const PLANT = /^厂(?![家商]|优先|联系|直|来|能|可|有|请|报|最好|供)\p{Script=Han}/u;

/** English "for": behind what is wanted, but not in "looking for", "request for". */
const FOR =
  /(?<!(?:look|looking|search|searching|ask|asking|need|wanted|request|quote|quotation|rfq|order|supplier|suppliers) )\bfor (?:(?:the|our|use in) )?$/;

/** What stands before the field of use: 用于灌封, and at the head of a later clause 做汽车水室, 供变送器厂; what is replaced. */
const USED_FOR =
  /(?:用于|用在|用来|用作|配套|替代|代替|取代|[,。;、]\s*(?:做|供)|(?:^|[,。;、\s])给|(?<![安包组吊封灌套总])装|(?<![排投释存])放)$/;
/** What stands behind the place where the thing is: 电池包里的铜排, 桁架上用的电缆. */
const LOCATED = /^(?:上面?|里面?|内部?|中)\p{Script=Han}{0,3}?的(?=[\p{L}\d])/u;
/** What stands behind who buys, before what is bought: 大棚基地采购遮阳网. */
const BUYS =
  /^(?:基地|公司|项目部?|车间|工地)?(?:[现拟需]|计划|需要|急需|批量|长期)?(?:采购|求购)(?!项目|合同|需求|商|清单|计划|订单|平台|部|员)\p{L}/u;
/** What joins two fields of one thing: 烘筒和蒸箱上的疏水器. */
const JOINED = /^(?:和|与|及|以及|跟|[上里内中])?$/;

/** Whether a thing is named as what the wanted one is for: 数控机床用, 用于光伏, 印染厂废水, for robots. */
export function usedFor(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  if (PLANT.test(text.slice(end, end + 2)) || LOCATED.test(text.slice(end, end + 8))) return true;
  if (BUYS.test(text.slice(end, end + 12))) return true;
  return text[end] === '用' || USED_FOR.test(before) || (start > 8 && FOR.test(before));
}

/** What is written in one piece with a field of use is of it: 工业机器人 before 关节用, 灌封 behind 用于电子. */
export function fieldsJoined(pieces: readonly Piece[], text: string): Piece[] {
  const joined = [...pieces];
  const areJoined = (a: Piece, b: Piece) => JOINED.test(text.slice(a.end, b.start));
  const isField = (piece: Piece | undefined) => piece?.kind === 'APPLICATION';
  const asField = (i: number) => (joined[i] = { ...joined[i]!, kind: 'APPLICATION' });
  joined.forEach((piece, i) => {
    const before = joined[i - 1];
    const said = before && USED_FOR.test(text.slice(Math.max(0, before.start - 8), before.start));
    if (said && isField(before) && areJoined(before, piece) && !isField(piece)) asField(i);
  });
  for (let i = joined.length - 2; i >= 0; i--) {
    const [piece, next] = [joined[i]!, joined[i + 1]!];
    const things = piece.kind === 'KEYWORD' || THINGS.has(piece.kind);
    const isOf = text[next.end] === '用' || LOCATED.test(text.slice(next.end, next.end + 8));
    if (things && isField(next) && isOf && areJoined(piece, next)) asField(i);
  }
  return joined;
}

/** Words in which 用 says nothing of what a thing is for. */
const NOT_FOR = /[使通专民医家商军应利作费车日食药农实采适常备耐回复套租选试启停两多共代]$/;

/** An unknown compound that says what the thing is for, as its field and the thing: 主梁用拉挤板. */
export function fieldAndThing(phrase: { word: string; start: number }): { word: string; start: number }[] {
  const { word, start } = phrase;
  const at = word.indexOf('用');
  const [field, thing] = [word.slice(0, at), word.slice(at + 1)];
  if (at < 2 || NOT_FOR.test(field)) return [phrase];
  if (thing === '') return [{ word: field, start }];
  if (thing.length < 2) return [phrase];
  return [
    { word: field, start },
    { word: thing, start: start + at + 1 },
  ];
}

/**
 * The clauses of a need in view of what they name: where nothing known is asked for beside it, what was until now is still
 * what is asked for (原来的丝杠交期太长，想换一家).
 */
export function inViewOf(pieces: readonly Piece[], clauses: readonly Clause[]): Clause[] {
  const isKnown = (clause: Clause, kinds = WANTED) =>
    pieces.some((p) => kinds.has(p.kind) && isWithin(p, clause));
  const isAsked = clauses.some(
    (clause) => clause.says === 'ASKED' && isKnown(clause, asks(clause) ? WANTED : THINGS),
  );
  return clauses.map((clause) =>
    clause.says === 'PAST' && !isAsked && isKnown(clause) ? { ...clause, says: 'ASKED' } : clause,
  );
}

/**
 * The pieces of a need as their clauses say them. What the asker makes, or had until now, is the field of what is asked for
 * (我们做硬糖的，要天然蓝色素 asks for a colour); what comes along or is wished for at best only narrows it.
 */
export function placedInClauses(pieces: readonly Piece[], clauses: readonly Clause[]): Piece[] {
  const isIn = (piece: Piece, kinds: readonly ClauseKind[]) =>
    clauses.some((clause) => kinds.includes(clause.says) && isWithin(piece, clause));
  const isTold = (piece: Piece) => isIn(piece, ['ASKER', 'PAST']);
  const onlyTold = pieces.every(isTold);
  return pieces.map((piece): Piece => {
    if (!onlyTold && isTold(piece)) return { ...piece, kind: 'APPLICATION' };
    return isIn(piece, ['BESIDE']) ? { ...piece, beside: true } : piece;
  });
}
