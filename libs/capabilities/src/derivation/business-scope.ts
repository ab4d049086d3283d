import { ScopeActivity } from '../capabilities/capability.enums.js';

/** One thing named in a business scope. */
export interface ScopePhrase {
  readonly phrase: string;
  /** Null where the scope names the thing without a verb. */
  readonly activity: ScopeActivity | null;
}

const MAKING = '(?:研究?开?发|生产|制造|制作|加工|自产|织造|铸造|组装|装配|配制|改装)';
const TRADING = '(?:销售|批发|零售|批零兼营|批零|购销|经销|代销|收购|经营|贸易|供应|租赁|出租|代理|进出口)';
const SERVING = '(?:安装|维修|修理|维护|保养|调试|检测|设计|施工|服务|咨询|运输|回收|清洗)';
const VERB = `(?:${MAKING}|${TRADING}|${SERVING})`;
const JOIN = '[、,，/及和与并兼的]*';
const LEADING = new RegExp(
  `^(?:主营|兼营|从事|一般项目|许可项目|一般经营项目|许可经营项目|本公司|本企业|公司|其他|其它|各类|各种|${JOIN}${VERB}(?:${JOIN}${VERB})*)(?:${JOIN})[:：]?`,
);
const TRAILING = new RegExp(`(?:${JOIN}${VERB})+(?:业务|活动)?$`);
const ONLY_VERBS = new RegExp(`^(?:${JOIN}${VERB})+${JOIN}$`);

/** Legal formulas and conditions, not things. */
const BOILERPLATE =
  /依法须经|法律|法规|国务院|许可证|批准|审批|国家(?:限定|禁止|规定|专项|限制)|除外|不含|有效期|营业执照|涉及|经营范围|经营项目|以上|本企业|本公司|自营和代理|进出口|技术(?:服务|咨询|转让|开发|交流|推广)|投资|管理|咨询|保险|贷款|存款|汇兑|结算|邮政|电信|债券|基金|金融|证券|业务|货物运输|货运|仓储|房屋|货物|佣金|信息|劳务|信用证|汇票|外汇|外币|通信设施|代购|转口|演出|剧目|比赛|网络文化|互联网|银行|生产性|水电|房地产|物业|住宿|餐饮|旅游|广告|会展|票务|家政|商品$|产品$|项目$/;

/** Splits a scope into sentences: each has verbs of its own. */
const SENTENCE = /[;；。\n\r*]+/;
const ASIDE = /[(（【[][^()（）【】[\]]*[)）】\]]/g;

function activityOf(verbs: string): ScopeActivity | null {
  if (new RegExp(MAKING).test(verbs)) return ScopeActivity.MAKES;
  if (new RegExp(TRADING).test(verbs)) return ScopeActivity.TRADES;
  return new RegExp(SERVING).test(verbs) ? ScopeActivity.SERVES : null;
}

/** Whether words are a name that the vocabulary knows, such as 机械加工: then no verb is split off. */
export type IsName = (words: string) => boolean;

interface Token {
  readonly core: string;
  readonly before: string;
  readonly after: string;
}

function tokenise(item: string, isName: IsName): Token {
  if (isName(item)) return { core: item, before: '', after: /加工$/.test(item) ? '加工' : '' };
  const before = LEADING.exec(item)?.[0] ?? '';
  const rest = item.slice(before.length);
  const after = ONLY_VERBS.test(item) ? '' : (TRAILING.exec(rest)?.[0] ?? '');
  const core = ONLY_VERBS.test(item) ? '' : rest.slice(0, rest.length - after.length);
  return {
    core: core.replace(/^[的:：\s]+|[的等及和与\s]+$/g, ''),
    before: ONLY_VERBS.test(item) ? item : before,
    after,
  };
}

/** The things of one sentence. A verb in front rules what follows, one behind rules what stands before it. */
function phrasesOf(sentence: string, isName: IsName): ScopePhrase[] {
  const tokens = sentence
    .split(/[、,，:：]+/)
    .map((item) => item.trim())
    .filter(Boolean)
    .map((item) => tokenise(item, isName));
  const phrases: { phrase: string; activity: ScopeActivity | null }[] = [];
  let ruling: ScopeActivity | null = null;
  let open = 0;
  let lastWasVerb = false;
  for (const { core, before, after } of tokens) {
    const leading = activityOf(before);
    if (core === '' && leading) {
      // Verbs alone: behind things that have none yet they rule those, else what follows.
      const waiting = phrases.slice(open).filter((p) => p.activity === null);
      if (waiting.length > 0) for (const p of waiting) p.activity = leading;
      else ruling = lastWasVerb && ruling === ScopeActivity.MAKES ? ruling : leading;
      open = phrases.length;
      lastWasVerb = true;
      continue;
    }
    lastWasVerb = false;
    if (leading) {
      ruling = leading;
      open = phrases.length;
    }
    if (core === '') continue;
    const trailing = activityOf(after);
    phrases.push({ phrase: core, activity: trailing ?? ruling });
    if (trailing) {
      for (const p of phrases.slice(open)) p.activity ??= trailing;
      open = phrases.length;
    }
  }
  return phrases;
}

/**
 * The things that a registered business scope 经营范围 names, each once, with what the enterprise does with them; verbs
 * alone, legal formulas and general trade are left out.
 */
export function readBusinessScope(scope: string, isName: IsName = () => false): ScopePhrase[] {
  const plain = scope.normalize('NFKC').replace(ASIDE, '');
  const phrases = new Map<string, ScopePhrase>();
  for (const sentence of plain.split(SENTENCE)) {
    for (const phrase of phrasesOf(sentence, isName)) {
      const known = phrases.get(phrase.phrase);
      const better =
        !known || (known.activity !== ScopeActivity.MAKES && phrase.activity === ScopeActivity.MAKES);
      if (better && namesThing(phrase.phrase)) phrases.set(phrase.phrase, phrase);
    }
  }
  return [...phrases.values()];
}

function namesThing(phrase: string): boolean {
  const length = [...phrase].length;
  return length >= 2 && length <= 30 && /[\p{L}]{2}/u.test(phrase) && !BOILERPLATE.test(phrase);
}
