import { ConceptVocabulary } from '@app/taxonomy';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Pseudo-random numbers from 0 to 1, always the same for a seed (linear congruential, Numerical Recipes' constants). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A text of a benchmark with its own identifier. */
export interface BenchText {
  readonly id: string;
  readonly text: string;
}

/** Texts from JSON lines `{id, text}`; throws with the line that is none. */
export async function readTexts(file: string, limit = Number.POSITIVE_INFINITY): Promise<BenchText[]> {
  const texts: BenchText[] = [];
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const content of lines) {
    line++;
    if (content.trim() === '') continue;
    if (texts.length >= limit) break;
    texts.push(parseLine(content, `${file}:${line}`));
  }
  if (texts.length === 0) throw new Error(`${file} has no texts.`);
  return texts;
}

function parseLine(content: string, place: string): BenchText {
  try {
    const { id, text } = JSON.parse(content) as { id: unknown; text: unknown };
    if ((typeof id === 'string' || typeof id === 'number') && typeof text === 'string')
      return { id: String(id), text };
  } catch {
    // Told below.
  }
  throw new Error(`${place}: each line has to be a JSON object with id and text.`);
}

/** Invented texts: lists of things that the vocabulary knows, common ones more often; always the same. */
export function inventTexts(vocabulary: ConceptVocabulary, count: number): BenchText[] {
  const names = vocabulary
    .all()
    .filter((c) => c.kind !== 'APPLICATION')
    .map((c) => [c.zh, ...c.synonyms]);
  const next = random(20260601);
  const name = () => {
    const of = names[Math.floor(next() ** 2 * names.length)] ?? ['模具'];
    return of[Math.floor(next() * of.length)] ?? '模具';
  };
  return Array.from({ length: count }, (_, i) => ({
    id: `invented-${i}`,
    text: `生产、加工：${Array.from({ length: 2 + Math.floor(next() * 8) }, name).join('、')}`,
  }));
}

/** Queries taken from the texts themselves: one to three of the things that some document names. */
export function inventQueries(texts: readonly BenchText[], count: number): BenchText[] {
  const next = random(7);
  return Array.from({ length: count }, (_, i) => {
    const { text } = texts[Math.floor(next() * texts.length)] ?? { text: '模具' };
    // Before the colon stand verbs.
    const things = text
      .slice(text.lastIndexOf('：') + 1)
      .split(/[、，,；;：:。\s]+/)
      .filter((thing) => [...thing].length >= 2 && [...thing].length <= 12);
    const from = Math.floor(next() * Math.max(1, things.length - 2));
    return {
      id: `query-${i}`,
      text: things.slice(from, from + 1 + Math.floor(next() * 3)).join(' ') || '模具',
    };
  });
}
