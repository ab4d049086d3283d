import type { IndexName } from '../../port/index-schemas.js';
import type { DocumentFrequencies } from '../../port/search-engine.js';
import { analyzeQuery, tellingTokens } from '../../text/query-analysis.js';
import type { FrequencyBook } from './frequency-book.js';

/** How many documents carry each text: by its rarest word, or where no word is known by its rarest pair of characters. */
export async function phraseFrequencies(
  book: FrequencyBook,
  index: IndexName,
  texts: readonly string[],
): Promise<DocumentFrequencies> {
  const telling = texts.map((text) => tellingTokens(analyzeQuery(text)));
  const { documents, frequencies } = await book.look(
    index,
    telling.flatMap(([first]) => first),
  );
  const byWord = telling.map(([first]) => rarest(frequencies, first));
  const missing = telling.flatMap(([, second], i) => (byWord[i] === 0 ? second : []));
  const pairs = missing.length > 0 ? (await book.look(index, missing)).frequencies : frequencies;
  const frequency = (i: number) => byWord[i]! || rarest(pairs, telling[i]![1]);
  return { documents, frequencies: new Map(texts.map((text, i) => [text, frequency(i)])) };
}

function rarest(frequencies: ReadonlyMap<string, number>, tokens: readonly string[]): number {
  return tokens.length === 0 ? 0 : Math.min(...tokens.map((token) => frequencies.get(token) ?? 0));
}
