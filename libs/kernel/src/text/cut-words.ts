import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

function segmenter(): Jieba {
  return (jieba ??= Jieba.withDict(dict));
}

const WORD = /[\p{L}\p{N}]/u;

/** The words of a folded text, in order, without punctuation (jieba, exact mode). */
export function cutWords(folded: string): string[] {
  return segmenter().cut(folded, true).filter((word) => WORD.test(word));
}

/** The words of a folded text and the shorter words inside them: 热处理 gives 处理 and 热处理 (jieba, search mode). */
export function cutSubWords(folded: string): string[] {
  return segmenter().cutForSearch(folded, true).filter((word) => WORD.test(word));
}
