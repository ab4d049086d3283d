import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;
let rarity: TfIdf | undefined;

function segmenter(): Jieba {
  return (jieba ??= Jieba.withDict(dict));
}

const WORD = /[\p{L}\p{N}]/u;

/** The words of a folded text, in order, without punctuation (jieba, exact mode). */
export function cutWords(folded: string): string[] {
  return segmenter()
    .cut(folded, true)
    .filter((word) => WORD.test(word));
}

/** The words of a folded text and the shorter words inside them: 热处理 gives 处理 and 热处理 (jieba, search mode). */
export function cutSubWords(folded: string): string[] {
  return segmenter()
    .cutForSearch(folded, true)
    .filter((word) => WORD.test(word));
}

/** The words that tell most about a folded text, the heaviest first; weights are tf-idf and compare within a text only. */
export function keywords(folded: string, count: number): { word: string; weight: number }[] {
  rarity ??= TfIdf.withDict(idf);
  return rarity
    .extractKeywords(segmenter(), folded, count)
    .map(({ keyword, weight }) => ({ word: keyword, weight }));
}
