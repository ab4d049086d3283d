/** Brackets of registered scopes that say what is not done, or under which licence. */
const RESERVATION =
  /[（(](?=[^（）()]*(?:不含|除外|以外|不得|禁止|限制|须经|许可|审批|批准|凭))[^（）()]*[）)]|[（(]除[^（）()]*[）)]?/g;
/** The lawyer's tail: 但国家限定企业经营或禁止进出口的商品及技术除外, 依法须经批准的项目,经相关部门批准后方可开展经营活动. */
const CLAUSE =
  /[,，;；]?(?:但?国家[^,，;；。()（）]{0,30}?(?:除外|不得经营)[^,，;；。()（）]{0,8}|依法须经批准的项目[,，]?经相关部门批准后方可开展经营活动|自营和代理各类商品[及和]技术的进出口(?:业务)?|(?:许可|一般)(?:经营)?项目[:：])/g;

/**
 * What a text says of its supplier's trade: reservations (化工产品(除危险化学品)) name what is *not* done, and clauses that
 * nearly every registered scope has name nothing.
 */
export function saidText(text: string): string {
  return text.replace(RESERVATION, ' ').replace(CLAUSE, ' ');
}
