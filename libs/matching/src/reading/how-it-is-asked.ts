/** A word and where it begins. */
interface Word {
  readonly word: string;
  readonly start: number;
}

/**
 * Verbs of asking and of wishing that stand before a thing without a blank: 要找, 想换成, 需要开发一款, 找一家能. Nouns that begin
 * with the same character (能源, 可控硅, 会议, 再生) are left whole.
 */
const BEFORE = new RegExp(
  `^(?:${[
    '想要?|要(?!素)|找(?![平补零])|求(?!职)|需要?|打算|准备(?!室)|计划|希望|考虑|麻烦|请',
    '能(?:不能|否)?(?![源量效耗级])|会不会|可(?:以|否)|有没有|有无|是否|最好|优先|顺便|另外|其中',
    '(?:换|改|做|升级|替换|更换)[成为用]|换(?=\\p{Script=Han}{2})(?![热向能挡档流气质])|做过|开发(?![板区])|采购|订购?(?=[一几两\\d])|询(?=[一几两\\d])|求购',
    '[配上来买订](?=[一几两])|[做搞](?![旧工])|给(?![水料排])',
    '[一几两](?:[款种批套台条个家些只支]|点)(?!装)|那种|这种|一整(?:套|条|片)',
    '出(?=[一几两][款种批])|(?:国产)?(?:替代|代替|取代)(?!品)|[供给]我们?|帮我们?|我们|我司|你们',
    '还要?(?!原)|先(?![进导锋])|再(?![生制循])|都|也|就|只(?=[要做需])',
  ].join('|')})+`,
  'u',
);
/** What stands behind a thing and asks or comments: 枕套要, 三防漆代, 灭菌外包, 硫化那种. */
const AFTER =
  /(?:想(?:再|另)?[找换]第?[一二两三几].*|想?(?:短租|长租|租用?).*|外包|外协|外发|委外|代做|也?要|都要?|也|代|找|需要?|求|急|吗|呢|吧|啊|的话|那种|这种|就行|即可|就可以|怎么样|怎么做|配合)+$/u;
/** What is left of 印染厂烘筒 and 面粉厂用 when the trade is read. */
const PLANT = /^(?:工?厂|车间)[里内]?用?(?=\p{Script=Han}{2}|$)/u;

/** An unknown word without the words of asking that are written in one piece with it; positions are kept. */
export function withoutAsking({ word, start }: Word, behindKnown: boolean): Word {
  const plant = behindKnown ? (PLANT.exec(word)?.[0].length ?? 0) : 0;
  const before = plant + (BEFORE.exec(word.slice(plant))?.[0].length ?? 0);
  const rest = word.slice(before);
  return { word: rest.replace(AFTER, ''), start: start + before };
}

/** Who asks, before a word of asking that leaves no doubt: 护理院要一批, 仓库要上一套, 厂区想换. */
const WHO_ASKS =
  /^(?<who>\p{Script=Han}{2,6}?)(?:想要?|要(?=[一几两配换上买采建装做找])|需要?(?=[一几两配换上买采建装做])|急?缺|打算|准备|计划)(?=\p{Script=Han}|$)/u;

/** Ends of names of things, which do not ask: 继保测试仪想短租. */
const THING = /(?:[仪机器泵阀件]|设备|装置|系统|材料)$/u;

/** An unknown phrase that says who asks and for what, as the one and the other. */
export function whoAndWhat(phrase: Word): (Word & { readonly isField?: boolean })[] {
  const { word, start } = phrase;
  const asked = WHO_ASKS.exec(word);
  const who = asked?.groups?.['who'];
  if (!asked || !who || THING.test(who)) return [phrase];
  const what = word.slice(asked[0].length).replace(/^[上配换买建装]+/, '');
  return [
    { word: who, start, isField: true },
    { word: what, start: start + word.length - what.length },
  ];
}
