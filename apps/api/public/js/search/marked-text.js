import { h } from '../dom.js';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const unescape = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);

/** A highlighted text of the API, escaped HTML with <em> around the words found, as nodes: no markup is ever parsed. */
export function markedText(highlight) {
  return highlight
    .split(/(<em>.*?<\/em>)/)
    .filter(Boolean)
    .map((piece) =>
      piece.startsWith('<em>') ? h('mark', {}, unescape(piece.slice(4, -5))) : unescape(piece),
    );
}
