import { tellsStory } from './chatter.js';
import type { Span } from './spans.js';

/** A stretch of a need that says one thing. */
export interface Clause extends Span {
  readonly text: string;
  readonly says: ClauseKind;
}

/**
 * What a clause says: the thing asked for, who asks and what that one makes (我们做硬糖的), how it was or went until now
 * (原来用合成蓝, 催化剂跑损), or what is to come with it and what would be liked (带防护罩, 最好能带机加工).
 */
export type ClauseKind = 'ASKED' | 'ASKER' | 'PAST' | 'BESIDE';

/** Clauses end at punctuation and, as purchasing engineers write, at blanks, but not between English words. */
const CLAUSE = /(?:[^,。;、\n!?|/\s]|(?<=[a-z0-9]) (?=[a-z0-9]))+/g;
/** What stands in brackets explains the word before it. */
const BRACKETS = /[([](?!\s*$)[^()[\]\n]*[)\]]/g;

/** Words that ask: where they stand, the clause says more than who asks. */
const ASKS =
  /(?<!主)要(?!素)|找|求购|寻求|需(?!氧)|想|采购|[订定](?:购|做|制)|外发|外协|委托|[想更替]换|换[成个一]|改[成用为造]|招[标募]/;
/** A clause that begins with asking, so that what befell a thing before it is only why: 催化剂跑损，找滤芯. */
const ASKS_FIRST =
  /^(?:现在?|所以|[想要]|打算|准备)*(?:找|求购|采购|定[做制]|换[成个用]|改[成用]|做[成个]|买|缺|需要|上[一套])|^[想要]换/;
/** A clause that seeks the very thing, and not who has, can or does something: 齿轮箱漏油，找油封供应商. */
const SEEKS =
  /^(?:现在?|所以|长期|批量|大量|[想要急])*(?:寻?找|求购|采购)(?![人能会有做可]|一家[能会有做可])/;

/** Whether a clause holds a word of asking. */
export function asks({ text }: Clause): boolean {
  return ASKS.test(text);
}

/** Whether a clause begins with seeking what it names. */
export function seeks({ says, text }: Clause): boolean {
  return says === 'ASKED' && SEEKS.test(text);
}

const WE = /^(?:我们|我司|我厂|我这边|本公司|本厂|本店|咱们?|这边)/;
/** What the asker is or does: 我们做…的, 我司是…, 在生产; 做一批 and 做200套 ask. */
const WE_DO =
  /^(?:(?:公司|工厂|厂|集团|团队|项目部|事业部|这边|现在|目前|主要|一直|都)*)(?:专门|专业|专|主)?(?:是|做|生产|制造|搞|卖|开|主营|经营|承接|承建|承包|代理)(?!一?[批些个款套台条只]|[\d几两])/;
/** Whose buyer one is: 我们是主机厂的车门系统采购. */
const BUYER = /^是.+(?:采购|采购员|采购部|买手)$/;
/** 做真丝围巾的小品牌: makers and sellers of something. */
const MAKERS = /^(?:专业?)?(?:做|卖|生产|开|搞).+的?(?:品牌|卖家|商家|网店|店铺?|工作室)$/;
/** Who asks, where a later clause seeks or asks: 做预制菜的，缺…; 自动化设备公司，采购…. */
const MAKER_THAT_ASKS = /^(?:专业?|主要)?(?:做|生产|卖).+的$|(?:公司|厂家?|企业)$/;
/** Who buys, at the end of a clause: 亚马逊母婴卖家, 火锅连锁. */
const BUYERS =
  /(?:卖家|买家|电商|品牌方?|连锁|门店|[酒饭]店|民宿|餐厅|餐饮店|面馆|\p{Script=Han}{2}店|医院|食堂|学校|幼儿园|贸易商|经销商|创业团队|初创公司)$/u;
/** How it was or went until now. */
const UNTIL_NOW = /^(?:原来|原先|以前|之前|此前|先前|过去|(?:现在|目前)(?:用|那家|这家|的供应商))/;
/** What is to come along, and what would be liked. */
const BESIDE =
  /(?:最好|优先)$|^(?:带|含|附|配有|另外?|还(?!原)有?|再(?![生制循])|后面|后续|以后|顺便|最好|希望|如果?|若)/;

/** What stands for every character in brackets. */
const FILLED = '\u0000';

/** What either side brings or does: 模具由供方开, 原料我们自己带, 元器件你们代采. */
const TERMS =
  /你们|贵司|供方|需方|甲方|乙方|客供|自[己行]?[带供备有]|我们?(?:提供|可以|自己|出|有(?!一?[批些款个台套种件]|[\d两几]))/;

/** What the asker has or brings, where nothing is asked for: 模具我们自己有, 批文我们提供. */
const OURS =
  /(?:我们?|我司|我方|我厂|我这边|咱们?|客户|需方|甲方)(?:这边|自己|自行|可以|会|来|现)*(?:有(?!一?[批些款个台套种件]|[\d几两])|出|提供|供)|自[己行]?[供备有]|从我们?(?:这边|这里|厂里)?[移搬拉发转]/;

function tellsAsker(clause: string): boolean {
  const we = WE.exec(clause)?.[0] ?? '';
  const rest = clause.slice(we.length);
  if (we !== '' && BUYER.test(rest)) return true;
  if (ASKS.test(rest)) return false;
  return (we !== '' && WE_DO.test(rest)) || MAKERS.test(rest) || BUYERS.test(rest);
}

function isMaker(clause: string): boolean {
  return MAKER_THAT_ASKS.test(clause) && !ASKS.test(clause);
}

/** A text with what stands in brackets filled up, so that no clause begins or ends there; positions stay. */
function withoutBrackets(text: string): string {
  return text.replace(BRACKETS, (said) => FILLED.repeat(said.length));
}

/** The clauses of a folded text, in order; what stands in brackets is part of none. */
export function clausesOf(text: string): Clause[] {
  const found = [...withoutBrackets(text).matchAll(CLAUSE)];
  const words = found.map(([clause]) => clause.replaceAll(FILLED, ''));
  const lastAsking = words.findLastIndex((clause) => ASKS_FIRST.test(clause) || SEEKS.test(clause));
  const sayingOf = (clause: string, i: number): ClauseKind => {
    if (i > 0 && OURS.test(clause)) return 'ASKER';
    if (i > 0 && (BESIDE.test(clause) || TERMS.test(clause))) return 'BESIDE';
    if (UNTIL_NOW.test(clause) || (i < lastAsking && tellsStory(clause))) return 'PAST';
    const isAsker = tellsAsker(clause) || (i < lastAsking && isMaker(clause));
    return isAsker ? 'ASKER' : 'ASKED';
  };
  return found.map(({ 0: clause, index }, i) => ({
    start: index,
    end: index + clause.length,
    text: clause,
    says: sayingOf(words[i]!, i),
  }));
}

/** The stretches of a folded text that stand in brackets. */
export function bracketsOf(text: string): Span[] {
  return [...text.matchAll(BRACKETS)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
}
