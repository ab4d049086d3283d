import * as OpenCC from 'opencc-js/t2cn';

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
const HAN = /\p{Script=Han}/u;

/**
 * The form in which texts are compared: NFKC (full width becomes half width), lower case, traditional characters
 * become simplified, white space becomes one blank. Positions may shift; keep the original for showing.
 */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return HAN.test(plain) ? simplify(plain) : plain;
}
