import { pinyin } from 'pinyin-pro';

/** What the last words of a region's name say in English; the longest ending that fits counts. */
const ENDINGS: readonly (readonly [zh: string, en: string])[] = [
  ['高新技术产业开发区', ' High-tech Industrial Development Zone'],
  ['高新技术开发区', ' High-tech Development Zone'],
  ['经济技术开发区', ' Economic and Technological Development Zone'],
  ['现代产业园区', ' Modern Industrial Park'],
  ['经济开发区', ' Economic Development Zone'],
  ['工业园区', ' Industrial Park'],
  ['自治州', ' Autonomous Prefecture'],
  ['自治县', ' Autonomous County'],
  ['自治旗', ' Autonomous Banner'],
  ['地区', ' Prefecture'],
  ['新区', ' New Area'],
  ['林区', ' Forestry District'],
  ['特区', ' Special District'],
  ['管理区', ' Administrative District'],
  ['市', ''],
  ['盟', ' League'],
  ['旗', ' Banner'],
  ['区', ' District'],
  ['县', ' County'],
];

/** The ethnic groups that stand in the names of autonomous regions, left out in English as in common use. */
const ETHNIC_GROUPS =
  /(?:蒙古|朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|哈萨克|柯尔克孜|土|撒拉|保安|东乡|满|畲|瑶|仡佬|水|黎|毛南|仫佬|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|拉祜|佤|布朗|纳西|普米|独龙|怒|裕固|各)族/g;

/**
 * The English name of a region in pinyin, joined and capitalised as on maps: 昆山市 is Kunshan, 海安市 is Hai'an,
 * 长兴县 is Changxing County. A name of one syllable keeps its kind (泾县 is Jing County).
 */
export function englishRegionName(zh: string): string {
  const ending = ENDINGS.find(([suffix]) => zh.endsWith(suffix) && zh.length > suffix.length);
  const stem = ending ? zh.slice(0, -ending[0].length) : zh;
  const proper = stem.replace(ETHNIC_GROUPS, '') || stem;
  return joinSyllables(pinyin(proper, { toneType: 'none', type: 'array', v: true })) + (ending?.[1] ?? '');
}

/** Syllables that begin with a vowel are set off, so that Hai'an is not read as one. */
function joinSyllables(syllables: readonly string[]): string {
  const joined = syllables
    .map((syllable, i) => (i > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
