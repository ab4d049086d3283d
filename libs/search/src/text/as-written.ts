import { foldWithPositions } from './folded-positions.js';

/** Words of a question, compared without case and script, as whoever asked wrote them: 6205-2rs is 6205-2RS again. */
export function asWritten(words: string, question: string): string {
  const { folded, starts, ends } = foldWithPositions(question);
  const written = words.split(' ').map((word) => {
    const at = word === '' ? -1 : folded.indexOf(word);
    return at < 0 ? word : question.slice(starts[at], ends[at + word.length - 1]);
  });
  return written.join(' ');
}
