import type { PhraseMatch } from './phrase-trie.js';

/**
 * Chooses matches that do not overlap: those that cover most of the text, with as few pieces as possible, and with
 * the longest last piece where that leaves a choice, since the head of a Chinese compound stands at its end
 * (铝合金压铸模具 is 铝合金 + 压铸模具, not 铝合金压铸 + 模具). A shorter match inside a chosen one is left out; the
 * same phrase elsewhere in the text stays.
 */
export function bestCover<T>(matches: readonly PhraseMatch<T>[]): PhraseMatch<T>[] {
  const byEnd = [...matches].sort((a, b) => a.end - b.end || a.start - b.start);
  const states: State<T>[] = [{ end: 0, score: 0, last: null, before: null }];
  for (const match of byEnd) {
    const top = states[states.length - 1] as State<T>;
    const before = stateAt(states, match.start);
    const score = before.score + (match.end - match.start) * PER_CHARACTER - 1;
    if (score > top.score) push(states, { end: match.end, score, last: match, before });
  }
  const chosen: PhraseMatch<T>[] = [];
  for (let state: State<T> | null = states[states.length - 1] ?? null; state; state = state.before) {
    if (state.last) chosen.push(state.last);
  }
  return chosen.reverse();
}

/** The best choice of matches up to a position; scores rise from state to state. */
interface State<T> {
  readonly end: number;
  readonly score: number;
  readonly last: PhraseMatch<T> | null;
  readonly before: State<T> | null;
}

/** One more covered character is worth more than any number of pieces. */
const PER_CHARACTER = 1000;

function push<T>(states: State<T>[], state: State<T>): void {
  if (states[states.length - 1]?.end === state.end && states.length > 1) states.pop();
  states.push(state);
}

/** The best state that ends at or before a position. */
function stateAt<T>(states: readonly State<T>[], position: number): State<T> {
  let low = 0;
  let high = states.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((states[middle] as State<T>).end <= position) low = middle;
    else high = middle - 1;
  }
  return states[low] as State<T>;
}
