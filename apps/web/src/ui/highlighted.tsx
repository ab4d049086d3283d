import { languageOf } from '../texts/locale.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A text with the words found marked: escaped HTML with <em> from the API, taken apart and never put in as markup. */
export function Highlighted({ html }: { html: string }) {
  const pieces = html.split(/<em>(.*?)<\/em>/g);
  return (
    <span lang={languageOf(html)}>
      {pieces.map((piece, i) => (i % 2 === 1 ? <mark key={i}>{plain(piece)}</mark> : plain(piece)))}
    </span>
  );
}
