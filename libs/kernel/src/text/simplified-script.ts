import * as OpenCC from 'opencc-js/t2cn';

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
/** Characters beyond the basic plane are written with two code units of which the first lies here. */
const SURROGATES_FROM = 0xd800;
const SURROGATES_TO = 0xdbff;

/**
 * Whether a code unit may be part of what the dictionaries change: every pair of theirs is marked at the characters in
 * which its two sides differ, so that a text without a marked one stays as it is.
 */
function markedUnits(): Uint8Array {
  const { normalizationChain, conversionChain } = OpenCC.Locale.configs.t2s;
  const marked = new Uint8Array(0x10000);
  marked.fill(1, SURROGATES_FROM, SURROGATES_TO + 1);
  for (const dictionary of [...normalizationChain, ...conversionChain].flat()) {
    for (const pair of dictionary.split('|')) {
      const [from = '', to = ''] = pair.split(' ');
      for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) marked[from.charCodeAt(i)] = 1;
    }
  }
  return marked;
}

let marked: Uint8Array | undefined;

/** A text in simplified script; most texts of the mainland are, and cost one look at each character. */
export function toSimplified(text: string): string {
  marked ??= markedUnits();
  for (let i = 0; i < text.length; i++) if (marked[text.charCodeAt(i)] === 1) return simplify(text);
  return text;
}
