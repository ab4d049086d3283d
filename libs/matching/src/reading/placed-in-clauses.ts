import { asks, type Clause, type ClauseKind } from './clauses.js';
import type { Piece } from './fields-of-use.js';
import { THINGS, WANTED } from './part-weights.js';

const within = (piece: Piece, { start, end }: Clause) => piece.start >= start && piece.end <= end;

/**
 * The clauses of a need in view of what they name: where nothing known is asked for beside it, what was until now is still
 * what is asked for (原来的丝杠交期太长，想换一家).
 */
export function inViewOf(pieces: readonly Piece[], clauses: readonly Clause[]): Clause[] {
  const isKnown = (clause: Clause, kinds = WANTED) =>
    pieces.some((p) => kinds.has(p.kind) && within(p, clause));
  const isAsked = clauses.some(
    (clause) => clause.says === 'ASKED' && isKnown(clause, asks(clause) ? WANTED : THINGS),
  );
  return clauses.map((clause) =>
    clause.says === 'PAST' && !isAsked && isKnown(clause) ? { ...clause, says: 'ASKED' } : clause,
  );
}

/**
 * The pieces of a need as their clauses say them. What the asker makes, or had until now, is the field of what is asked for
 * (我们做硬糖的，要天然蓝色素 asks for a colour); what comes along or is wished for at best only narrows it.
 */
export function placedInClauses(pieces: readonly Piece[], clauses: readonly Clause[]): Piece[] {
  const isIn = (piece: Piece, kinds: readonly ClauseKind[]) =>
    clauses.some((clause) => kinds.includes(clause.says) && within(piece, clause));
  const isTold = (piece: Piece) => isIn(piece, ['ASKER', 'PAST']);
  const onlyTold = pieces.every(isTold);
  return pieces.map((piece): Piece => {
    if (!onlyTold && isTold(piece)) return { ...piece, kind: 'APPLICATION' };
    return isIn(piece, ['BESIDE']) ? { ...piece, beside: true } : piece;
  });
}
