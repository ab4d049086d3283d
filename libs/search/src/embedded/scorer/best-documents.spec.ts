import { Candidates } from '../storage/column-set.js';
import { bestDocuments } from './score-board.js';

describe('the best documents', () => {
  const scores = Array.from({ length: 500 }, (_, i) => (i * 7919) % 101);
  const before = (a: number, b: number) => scores[a]! - scores[b]! > 0 || (scores[a] === scores[b] && a < b);
  const candidates = new Candidates(new Uint32Array(1));
  const sorted = scores.map((_, i) => i).sort((a, b) => (before(a, b) ? -1 : 1));

  it.each([0, 1, 7, 499, 500, 600])('are the first %i of the order', (limit) => {
    candidates.takeAll(500);
    expect(bestDocuments(candidates, limit, before)).toEqual(sorted.slice(0, limit));
  });
});
