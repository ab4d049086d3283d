/** Brackets of registered scopes that say what is not done, or under which licence. */
const RESERVATION =
  /[（(](?=[^（）()]*(?:不含|除外|以外|不得|禁止|限制|须经|许可|审批|批准|凭))[^（）()]*[）)]|[（(]除[^（）()]*[）)]?/g;
/** The lawyer's tail: 但国家限定企业经营或禁止进出口的商品及技术除外, 依法须经批准的项目,经相关部门批准后方可开展经营活动. */
const CLAUSE =
  /[,，;；]?(?:但?国家[^,，;；。()（）]{0,30}?(?:除外|不得经营)[^,，;；。()（）]{0,8}|依法须经批准的项目[,，]?经相关部门批准后方可开展经营活动|自营和代理各类商品[及和]技术的进出口(?:业务)?|(?:许可|一般)(?:经营)?项目[:：])/g;

/** Words that begin with 非 and deny nothing: non-standard, non-woven, non-metal, amorphous … */
const NOT_DENIED =
  '标|织|金属|晶|开挖|接触|隔离|离子|公路|道路|机动|线性|球面|圆|遗|常|电|破坏|承|牛|真空|极|饱和|洲|凡|但|平衡|对称|结构|氧化|活性|水';
/**
 * What is said not to be: 非复合膜袋, 非食品包装用纸箱 up to the word that says what for, 不做硬质 up to the end of the clause. What
 * stands behind 非 as a word of its own (非标, 非织造布, 非金属) is left.
 */
const DENIED = new RegExp(
  `非(?!${NOT_DENIED})(?:[\\p{Script=Han}]{1,7}?用(?!品)|[\\p{Script=Han}]{1,3})|(?:不做|不接|不含(?!税)|不包含|不生产|不提供|不承接|不涉及|暂不|不要|不接受|谢绝|拒绝)[^,，。;；、\\n()（）]{1,16}`,
  'gu',
);

/**
 * A text without what it says not to be; positions stay.
 */
export function withoutDenied(text: string): string {
  return text.replace(DENIED, (denied) => ' '.repeat(denied.length));
}

/**
 * What a text says of its supplier's trade: reservations (化工产品(除危险化学品)) name what is *not* done, and clauses that
 * nearly every registered scope has name nothing.
 */
export function saidText(text: string): string {
  return withoutDenied(text.replace(RESERVATION, ' ').replace(CLAUSE, ' '));
}

/**
 * What a buyer says that it does not want, in the words of speech: 别给我报埋铜管的, 不想包车, 植入级不需要, 贸易商勿扰,
 * 溶剂型的不考虑, 不是要标准件, 除贸易商外均可.
 */
const UNWANTED: readonly RegExp[] = [
  /(?:别|不要|不用)(?:再|给我们?)+[报用拿推发做][^,，。;；、!！?？\n]{1,12}/gu,
  /不(?:想|愿意?|考虑|能用|可用|得用|许用)[^,，。;；、!！?？\n]{1,12}/gu,
  /(?<=^|[,，。;；、\n])[^,，。;；、!！?？\n]{2,8}(?:不需要|不用考虑|就不要了|免谈|勿扰|绕行)(?=[,，。;；!！\n]|$)/gu,
  /(?<=^|[,，。;；、\n])[^,，。;；、!！?？\n]{1,12}的(?:就|都|一律)?(?:不考虑|不要|不需要|不收|不行|不用|除外)(?:了)?(?=[,，。;；、!！)）\n]|$)/gu,
  /(?<!是)不是(?:要|找|想要|求购|采购)[^,，。;；、!！?？\n]{1,12}/gu,
  /除了?[^,，。;；、!！?？\n]{1,12}?(?:之外|以外|外)(?=[,，]?(?:均可|都可|都行|其他|其余|皆可|不限))/gu,
];

/** The words of a need without what it says not to want; positions stay. */
export function withoutUnwanted(text: string): string {
  return UNWANTED.reduce((left, pattern) => left.replace(pattern, (said) => ' '.repeat(said.length)), text);
}

/** Whether a thing is named as what is not in the asked one: 无溶剂, 免焊接. */
export function isDenied(text: string, { start }: { readonly start: number }): boolean {
  return /[无免]/.test(text[start - 1] ?? '');
}
