import { foldText } from '@app/kernel';

/** A text in the form in which it is compared, and where each of its characters stands in the original. */
export interface FoldedPositions {
  readonly folded: string;
  /** Per UTF-16 unit of `folded`: where its original character begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = remembered.get(character);
  if (folded === undefined) {
    folded = foldText(character) || ' ';
    if (remembered.size < MAX_REMEMBERED) remembered.set(character, folded);
  }
  return folded;
}

/** Folds a text character by character, so that every mark finds its way back to the original. */
export function foldWithPositions(text: string): FoldedPositions {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const form = foldCharacter(character);
    folded += form;
    for (let i = 0; i < form.length; i++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { folded, starts, ends };
}

/** Words of a question, compared without case and script, as whoever asked wrote them: 6205-2rs is 6205-2RS again. */
export function asWritten(words: string, question: string): string {
  const { folded, starts, ends } = foldWithPositions(question);
  const written = words.split(' ').map((word) => {
    const at = word === '' ? -1 : folded.indexOf(word);
    return at < 0 ? word : question.slice(starts[at], ends[at + word.length - 1]);
  });
  return written.join(' ');
}
