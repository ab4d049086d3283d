import type { Clause, ClauseKind } from './clauses.js';
import type { Piece } from './fields-of-use.js';

/**
 * The pieces of a need as their clauses say them. What the asker makes, or had until now, is the field of what is asked for
 * (我们做硬糖的，要天然蓝色素 asks for a colour); what comes along or is wished for at best only narrows it.
 */
export function placedInClauses(pieces: readonly Piece[], clauses: readonly Clause[]): Piece[] {
  const isIn = (piece: Piece, kind: ClauseKind) =>
    clauses.some(({ says, start, end }) => says === kind && piece.start >= start && piece.end <= end);
  const onlyBackground = pieces.every((piece) => isIn(piece, 'BACKGROUND'));
  return pieces.map((piece): Piece => {
    if (!onlyBackground && isIn(piece, 'BACKGROUND')) return { ...piece, kind: 'APPLICATION' };
    return isIn(piece, 'BESIDE') ? { ...piece, beside: true } : piece;
  });
}
