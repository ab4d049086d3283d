/**
 * What buyers tell beside the need: how it went until now, what they think of it, how they would like to be served. No maker
 * says such words, so they are no parts of what is asked.
 */
const TOLD: readonly RegExp[] = [
  // Persons, and who they deal with.
  /我|你|咱|他们|这边|那边|[这那][台套条种]|催|还在|拿货|找能|找家|人家|大家|自己|自家|老板|客户(?!端)|那家|哪家|几家|两家|别家|谁/u,
  // Something happened, or is asked: 换了两家, 坏得太多, 能不能, 可以吗.
  /了(?!解)|得(?:太|很|不|了)|太[多厉贵慢高大差]|能不能|是不是|有没有|会不会|行不行|好不好|[吗呢吧]$|多少|怎么|什么|哪里?|如何$/u,
  // Complaints and praise.
  /老是|总是|经常|一直|反复|已经|投诉|断货|断芯|漏.{0,2}厉害|厉害|一拖再拖|靠谱|放心|省事|省心|方便|划算|便宜|耐用|越.越|第一位|不多$|不大$|不想|不用|不行|不好|不对|不稳|不够|就行|即可|都行|也行|都可|搞定|来聊|面谈|详谈|谢谢|一下/u,
  // Dates and spells of time, and what is to come.
  /国庆|春节|年前|年后|年底|年初|月底|月初|月中|季度|[今明去]年|[上下本]个?[周月]|[一二两三四五六七八九十几\d]个?(?:天|周|月|年)(?:内|之内|以内|左右|后|前|就|$)|每[天周月年批套单车]|后续|后期|后面|以后|之前|目前|现在|将来|长期/u,
  // Where and how it is delivered, paid and quoted.
  /项目在|分批|到货|送货|发货|要货|来回|拉货|现场看|上门看|报个|报价|总价|预算|来图|来样|来料$|图纸|业绩|截止|包工包料|月结|账期|开票|打包价/u,
];

/** Words that measure, and say nothing where what they measure is read: 每批, 单重, 以内. */
const MEASURES =
  /^(?:第[一二两三四几]家|(?:每|单)[天批月周套缸车年件只个箱]|单重|首[单批]|后[续面]|一[组块起]|公差|正负|以[上下内外]|大[概约]|(?:各|共|共计|带|约)?[\d一二两三四五六七八九十百千万几]+[多余来]?[件只个套台支根片张米吨条双箱桶卷瓶粒颗组块层份方平次人间家车]|[换改]?(?:国产|进口)(?:化|替代)?)+$/u;

/** Whether an unknown word of a need only measures, or, of three characters or more, tells something beside it. */
export function isChatter(word: string): boolean {
  return MEASURES.test(word) || ([...word].length >= 3 && TOLD.some((pattern) => pattern.test(word)));
}

/** What befell a thing, behind its name: 疏水器坏得太多, 助卷辊磨损了, 地面起灰太厉害了. */
const BEFELL =
  /(?:老是?(?:[坏断漏堵松裂]|掉)|(?:[烧磨]?坏|磨损|断|漏|裂|生锈|锈|烂|堵|老化|起灰|起皮|变形|失效|报废|停产|停用|倒闭|不够|不行|搬)(?:得|了|掉|太|老|不|厉害).*|(?:跑损|磨损|报废|断裂|开裂|脱落|掉[色漆皮]|发[粘黄霉]|起泡|堵塞|漏[水油气汽液]))$/u;

/** What is wrong where the thing is wanted, and who said so: 木粉尘太大, 被环保局点名了. */
const WRONG =
  /(?:太[大多高重响脏慢差]了?|不合格|不稳定?|不达标|超标|不准|有?异响|偏[高低大小重]|缩水.{0,4}|(?:经常|老是|总是|老).{1,4}|被\p{Script=Han}{0,6}(?:点名|罚款?|处罚|通报|投诉|约谈|退货|退回)了?)$/u;

/** Whether a clause ends in what befell the thing that it names, or in what is wrong. */
export function tellsStory(clause: string): boolean {
  return BEFELL.test(clause) || WRONG.test(clause);
}

/** How often it went wrong, or where it came from until now: …送进设备经常卡线, …薄壁管从西北拿货. */
const WENT = /(?:经常|老是|总是|一直|反复|从\p{Script=Han}{2,4}(?:拿货|进货|发货|采购|买)).*$/u;

/** An unknown word without what is told of it, or of the known thing that it stands behind. */
export function withoutStory(word: string, behindKnown: boolean): string {
  const told = Math.max(BEFELL.exec(word)?.index ?? -1, WENT.exec(word)?.index ?? -1);
  return told >= (behindKnown ? 0 : 2) ? word.slice(0, told) : word;
}

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
