import { bracketsOf, type Clause, seeks } from '../words/clauses.js';
import { saysHowOrdered, saysHowPacked } from '../words/how-ordered.js';
import { isWithin } from '../words/spans.js';
import { namesWork, withListsOfWork } from './lists-of-work.js';
import { HEAD_KINDS, type Piece, THINGS, WANTED } from './pieces.js';

const HAN = /\p{Script=Han}/u;

const isKnown = ({ kind }: Piece) => kind !== 'KEYWORD';
const isThing = ({ kind }: Piece) => kind === 'PRODUCT' || kind === 'EQUIPMENT';

/** English: what the thing before is made of, or comes from. */
const OUT_OF = /[a-z0-9] (?:in|made of|from) (?:[a-z-]+ (?:or|and) )?$/;

function isSubstance(text: string, { kind, start }: Piece): boolean {
  return (
    (kind === 'MATERIAL' || kind === 'KEYWORD') && OUT_OF.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** What may be asked for: things and materials, and not how they are ordered, where anything else is named. */
function thingsAmong(text: string, pieces: readonly Piece[]): Piece[] {
  const things = pieces.filter(({ kind }) => HEAD_KINDS.has(kind));
  const wanted = things.filter((p) => !saysHowOrdered(p.text, p.conceptId) && !isSubstance(text, p));
  return wanted.length > 0 || pieces.some(({ kind }) => kind === 'PROCESS') ? wanted : things;
}

/** Words for a property or a measure, which stand behind a thing and are none: 无骨, 带灯, 最大. */
const PROPERTY = /^(?:[无带免].{1,4}|最[大小长短高低厚薄多少宽重]|[单双多三四]层|[大小中]型)$/u;
/** Words behind a thing that ask for nothing more than it: 变频电源设备, 旋梭配件. */
const GENERAL = /^(?:配件|零件|部件|零部件|附件|备件|组件|产品|制品|设备|装置|系统|单元)$/;
/** Asks for what stands directly behind: 找底料, 配一条地轨. */
const ASKING =
  /(?:找|求购?|采购|需要?|想要|定[制做]|[换改]成|[要想][配换上买装建做]|[配做上来买][一两几][条个台套款批])$/;

/** Latin letters beside Chinese words are a grade, a model or a standard: MDR IIa类 … 技术文件编写. */
function isForeign({ text }: Piece, things: readonly Piece[]): boolean {
  return !HAN.test(text) && things.some((other) => HAN.test(other.text));
}

/** Whether an unknown word names what is asked for as surely as a known one: work, or what an asking word stands before. */
function isNamed(text: string, piece: Piece): boolean {
  return namesWork(piece.text) || ASKING.test(text.slice(Math.max(0, piece.start - 4), piece.start));
}

/** The head that a clause names; undefined where it names none, or only words that say who asks or how. */
function headIn(text: string, clause: Clause, things: readonly Piece[], pieces: readonly Piece[]) {
  const all = things.filter(
    (piece) => isWithin(piece, clause) && (isKnown(piece) || !isForeign(piece, things)),
  );
  const named = all.filter((piece, i) => i === 0 || isKnown(piece) || !PROPERTY.test(piece.text));
  const known = named.findLast(isKnown);
  const last = named.at(-1);
  if (!last) return undefined;
  // A clause of unknown words alone says who asks or how, where another one names a known thing (火锅连锁，要牛油).
  if (!known && !isNamed(text, last) && things.some((p) => isKnown(p) && WANTED.has(p.kind)))
    return undefined;
  // An unknown word behind a known thing is its head only when it is written in one piece with it, and no grade.
  if (last.kind === 'KEYWORD' && /[用做找]$/.test(text.slice(0, last.start))) return last;
  const general = named.at(-2);
  if (general && GENERAL.test(last.text) && isThing(general) && isOnePiece(general, last, pieces))
    return general;
  if (last.kind === 'KEYWORD' && known && !isMadeOf(text, known, last)) {
    const tail = named.findLast(
      (p) => p.kind === 'KEYWORD' && p.start >= known.end && isOnePiece(known, p, pieces),
    );
    return tail && !/\d/.test(tail.text) ? tail : known;
  }
  if (last.kind !== 'MATERIAL') return last;
  const work = workOn(last, text, pieces);
  const thing = thingOf(last, clause, text, things);
  return (thing && work && !isBoughtBeside(text, work, thing) ? work : thing) ?? work ?? last;
}

/** Whether an unknown word names what a material makes up: 316L材质的刮刀卸料式甩干脱水设备. */
function isMadeOf(text: string, { kind, end }: Piece, last: Piece): boolean {
  return (
    kind === 'MATERIAL' && /^(?:材[质料]|做|制)?的$/.test(text.slice(end, last.start)) && HAN.test(last.text)
  );
}

/** An English noun. */
const NOUN = /^[a-z][a-z -]{3,}$/;

/**
 * Whether nothing but names stands between two pieces: 不锈钢 and 碗 of 不锈钢宠物碗; in English a blank parts a material from what is
 * made of it (brass fittings).
 */
function isOnePiece(first: Piece, last: Piece, pieces: readonly Piece[]): boolean {
  if (first.kind === 'MATERIAL' && last.start === first.end + 1 && NOUN.test(last.text)) return true;
  let at = first.end;
  for (const { start, end } of pieces) if (start <= at && end > at && start < last.start) at = end;
  return last.start <= at;
}

/**
 * The thing that a material is asked for as: one named later, where the material stands alone in its clause or a blank away
 * (304不锈钢 法兰 asks for flanges). What a material is called in more words is asked for itself (半合成切削液，加工铝件).
 */
function thingOf(material: Piece, clause: Clause, text: string, things: readonly Piece[]): Piece | undefined {
  const thing = things.find((p) => p.start > material.end && THINGS.has(p.kind) && !saysHowPacked(p.text));
  const isNamedMore = things.some(
    (p) => p !== material && p.kind !== 'MATERIAL' && isWithin(p, clause) && p.end <= material.start,
  );
  const isApart = thing && /[,。;、\n]/.test(text.slice(material.end, thing.start));
  return isNamedMore && isApart ? undefined : thing;
}

/** Work that stands directly behind a material, and is asked for: 涤纶针织布染色, 三防漆代喷涂. */
function workOn(material: Piece, text: string, pieces: readonly Piece[]): Piece | undefined {
  const isNext = ({ start }: Piece) =>
    start >= material.end && /^(?:的|代|外协|外发|做|打)*$/.test(text.slice(material.end, start));
  return pieces.find((piece) => piece.kind === 'PROCESS' && piece.forMachine !== true && isNext(piece));
}

/** The work that a clause names, and that is asked for unless a thing is named later: SMT打样，元器件代采. */
function workIn(clause: Clause, pieces: readonly Piece[]): Piece | undefined {
  return pieces.findLast(
    (piece) => piece.kind === 'PROCESS' && piece.forMachine !== true && isWithin(piece, clause),
  );
}

/**
 * Whether what is named behind work is bought: a thing, or a material or machine that is only a blank away (热浸镀锌 钢板). A machine
 * in another clause is the one that does the work (钛合金热处理，要真空炉).
 */
function isBoughtBeside(text: string, work: Piece, head: Piece): boolean {
  if (head.kind === 'PRODUCT' || head.kind === 'SERVICE') return true;
  return head.kind !== 'KEYWORD' && /^\s*$/.test(text.slice(work.end, head.start));
}

/**
 * The piece of a need that is asked for. Chinese puts the head last: of the things named in the first clause that names one,
 * the last. Clauses that say what is asked for go before those that say who asks, or what is to come along.
 */
export function headOf(
  text: string,
  clauses: readonly Clause[],
  pieces: readonly Piece[],
): Piece | undefined {
  const brackets = bracketsOf(text);
  const open = thingsAmong(text, pieces).filter((piece) => !brackets.some((span) => isWithin(piece, span)));
  const asking = clauses.filter(({ says }) => says === 'ASKED');
  const asked = open.filter((piece) => asking.some((clause) => isWithin(piece, clause)));
  const sought = clauses.filter(seeks).map((clause) => headIn(text, clause, asked, pieces));
  const bought = sought.find((head) => head && isKnown(head));
  if (bought) return bought;
  let work: Piece | undefined;
  for (const things of [asked, open, thingsAmong(text, pieces)]) {
    for (const clause of withListsOfWork(clauses, text, things)) {
      const head = headIn(text, clause, things, pieces);
      if (head) return work && !isBoughtBeside(text, work, head) ? work : head;
      if (clause.says === 'ASKED') work ??= workIn(clause, pieces);
    }
    if (work) return work;
  }
  return undefined;
}
