import type { ConceptHit, TradeConcept } from '@app/taxonomy';

/** How a text names a concept. */
export enum Naming {
  /** As what is offered: 电机, 各类电机的制造. */
  ITSELF = 'ITSELF',
  /** As what work is done on: 齿轮热处理 works on gears. */
  WORKED_ON = 'WORKED_ON',
  /** Within the name of another thing: 电机 in 电机控制器. */
  WITHIN = 'WITHIN',
  /** As what a machine, tool or auxiliary is for: 热处理 in 热处理设备. */
  MACHINE_FOR = 'MACHINE_FOR',
}

/** Words behind a thing that leave it the thing offered: kinds of goods in general, and what one does with goods. */
const PLAIN =
  '产品|制成品|制品|成品|系列|总成|整机|成套|各种|各类|类|等|件|品|生产|制造|加工|制作|制售|销售|购销|收购|批发|零售|批零|兼营|批|经销|代销|直销|经营|供应|进出口|出口|进口|贸易|买卖|交易|研发|研制|研究|开发|设计|试制|定制|定做|组装|服务|业务|的';
const PLAIN_WORDS = new RegExp(`(?:${PLAIN})+`, 'y');
/** What ends a name: the end of the text, punctuation, a figure, or a word that joins another thing. */
const NAME_ENDS = /$|[^\p{Script=Han}a-z]|及|和|与|或|以及|并|兼|为|至/uy;
/** Words that join processes which share what follows: 切割和焊接设备. */
const JOINS = /和|与|及/y;
/** Endings of the names of machines, tools and auxiliaries for a process. */
const MACHINE =
  /^(?:[\p{Script=Han}a-z]{0,4}?)(?:设备|机械|机器|机床|机组|装置|装备|器材|器械|仪器|仪表|工具|工装|夹具|刀具|刃具|模具|磨具|产线|生产线|流水线|自动线|系统|软件|材料|原料|辅料|耗材|助剂|用品|元器件|配件|附件|零件|部件)/u;
/** Single characters that end such names where they end the phrase: 热处理炉, 波峰焊机, 焊接剂. */
const MACHINE_CHARACTER =
  /^[\p{Script=Han}a-z]{0,3}?[机器炉泵剂液油粉模刀枪钳箱槽房台床](?=$|[^\p{Script=Han}a-z]|及|和|与)/u;

const LATIN = /[a-z]/;

/** Place where the words that change nothing end, from a position on. */
function afterPlain(text: string, from: number): number {
  PLAIN_WORDS.lastIndex = from;
  const found = PLAIN_WORDS.exec(text);
  return found ? from + found[0].length : from;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether a name that ends at a position ends the name of the thing as well: 控制器 in 电机控制器, but not 轴承 in 轴承座. */
export function standsAtEnd(folded: string, end: number): boolean {
  return matchesAt(NAME_ENDS, folded, afterPlain(folded, end));
}

/** A folded text and the concepts in it, in order. */
class NamedText {
  private readonly startingAt = new Map<number, ConceptHit>();

  constructor(
    private readonly text: string,
    hits: readonly ConceptHit[],
  ) {
    for (const hit of hits) if (!this.startingAt.has(hit.start)) this.startingAt.set(hit.start, hit);
  }

  naming(hit: ConceptHit): Naming {
    return hit.kind === 'PROCESS' || hit.kind === 'SERVICE'
      ? this.ofWork(hit.end)
      : hit.kind === 'APPLICATION'
        ? Naming.ITSELF
        : this.ofThing(hit.end);
  }

  private ofThing(end: number): Naming {
    const next = this.startingAt.get(end);
    if (next) return followedBy(next);
    if (this.text[end] === ' ') return this.beforeBlank(end + 1);
    const from = afterPlain(this.text, end);
    const later = this.startingAt.get(from);
    if (later) return followedBy(later);
    return matchesAt(NAME_ENDS, this.text, from) ? Naming.ITSELF : Naming.WITHIN;
  }

  /** In English a thing behind a thing goes on with the name: servo motor controller. */
  private beforeBlank(at: number): Naming {
    const next = LATIN.test(this.text[at] ?? '') ? this.startingAt.get(at) : undefined;
    return next?.kind === 'PRODUCT' || next?.kind === 'EQUIPMENT' ? Naming.WITHIN : Naming.ITSELF;
  }

  private ofWork(end: number): Naming {
    const next = this.startingAt.get(end);
    if (next?.kind === 'EQUIPMENT') return Naming.MACHINE_FOR;
    if (next?.kind === 'PROCESS') return this.ofWork(next.end);
    if (matchesAt(JOINS, this.text, end)) {
      const joined = this.startingAt.get(end + 1);
      if (joined?.kind === 'EQUIPMENT') return Naming.MACHINE_FOR;
      return joined?.kind === 'PROCESS' ? this.ofWork(joined.end) : Naming.ITSELF;
    }
    const rest = this.text.slice(end, end + 12);
    return MACHINE.test(rest) || MACHINE_CHARACTER.test(rest) ? Naming.MACHINE_FOR : Naming.ITSELF;
  }
}

function followedBy(next: ConceptHit): Naming {
  if (next.kind === 'PROCESS') return Naming.WORKED_ON;
  return next.kind === 'APPLICATION' ? Naming.ITSELF : Naming.WITHIN;
}

const STRENGTH = [Naming.MACHINE_FOR, Naming.WITHIN, Naming.WORKED_ON, Naming.ITSELF];

/** How each concept in a folded text is named; where it is named more than once, the strongest naming. */
export function namedConcepts(folded: string, hits: readonly ConceptHit[]): Map<string, Naming> {
  const text = new NamedText(folded, hits);
  const named = new Map<string, Naming>();
  for (const hit of hits) {
    const before = named.get(hit.conceptId);
    if (before === Naming.ITSELF) continue;
    const naming = text.naming(hit);
    if (!before || STRENGTH.indexOf(naming) > STRENGTH.indexOf(before)) named.set(hit.conceptId, naming);
  }
  return named;
}

/** GB/T 4754 groups whose goods are tools for other trades: moulds, metal-working tools. */
const TOOL_INDUSTRIES = ['C3525', 'C332'];

/** Whether a concept is a machine, mould or tool, so that a process in its name is what it is for. */
export function isTool(concept: TradeConcept | undefined): boolean {
  if (!concept) return false;
  const { kind, industries } = concept;
  return (
    kind === 'EQUIPMENT' ||
    (kind === 'PRODUCT' && industries.some((code) => TOOL_INDUSTRIES.some((tool) => code.startsWith(tool))))
  );
}
