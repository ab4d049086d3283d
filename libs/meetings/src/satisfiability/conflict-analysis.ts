import { type Assignment, type Literal, negated, variableOf } from './assignment.js';
import type { Clauses } from './clauses.js';
import type { Limits } from './limits.js';

/** What a conflict teaches: a clause, its asserted literal first, and how far to go back. */
export interface Lesson {
  readonly literals: Literal[];
  readonly level: number;
  /** Different levels in the clause: the fewer, the more useful (Audemard and Simon 2009). */
  readonly rank: number;
}

/** Finds the first unique implication point of a conflict (Marques-Silva and Sakallah 1996) and shortens the clause. */
export class ConflictAnalysis {
  private seen = new Uint8Array(0);
  private readonly marked: number[] = [];
  private readonly because: Literal[] = [];

  constructor(
    private readonly assignment: Assignment,
    private readonly clauses: Clauses,
    private readonly limits: Limits,
    private readonly onMet: (variable: number) => void,
  ) {}

  /** `conflict`: above 0 a clause all of whose literals are false, below 0 a limit that is exceeded. */
  analyse(conflict: number): Lesson {
    const { assignment } = this;
    const { trail, level } = assignment;
    if (this.seen.length < assignment.variables) this.seen = new Uint8Array(assignment.variables);
    const now = assignment.decisions.length;
    const lesson: Literal[] = [-1];
    let [open, index, reason, implied] = [0, trail.length - 1, conflict, -1];
    do {
      for (const literal of this.literalsOf(reason, implied)) {
        const variable = variableOf(literal);
        if (this.seen[variable] || level[variable] === 0) continue;
        this.mark(variable);
        this.onMet(variable);
        if (level[variable] === now) open++;
        else lesson.push(literal);
      }
      while (!this.seen[variableOf(trail[index]!)]) index--;
      implied = trail[index--]!;
      reason = assignment.reason[variableOf(implied)]!;
      open--;
    } while (open > 0);
    lesson[0] = negated(implied);
    const shortened = lesson.filter((literal, i) => i === 0 || !this.follows(literal));
    for (const variable of this.marked.splice(0)) this.seen[variable] = 0;
    return this.finish(shortened);
  }

  private finish(literals: Literal[]): Lesson {
    const { level } = this.assignment;
    let deepest = 1;
    for (let i = 2; i < literals.length; i++)
      if (level[variableOf(literals[i]!)]! > level[variableOf(literals[deepest]!)]!) deepest = i;
    if (literals.length > 1) [literals[1], literals[deepest]] = [literals[deepest]!, literals[1]!];
    const rank = new Set(literals.map((literal) => level[variableOf(literal)])).size;
    return { literals, level: literals.length > 1 ? level[variableOf(literals[1]!)]! : 0, rank };
  }

  private mark(variable: number): void {
    this.seen[variable] = 1;
    this.marked.push(variable);
  }

  /** Whether a literal is false because of others that the clause has anyway. */
  private follows(literal: Literal): boolean {
    const { reason, level } = this.assignment;
    const why = reason[variableOf(literal)]!;
    if (why === 0) return false;
    return this.literalsOf(why, negated(literal)).every((other) => {
      const variable = variableOf(other);
      return this.seen[variable] === 1 || level[variable] === 0;
    });
  }

  /** The false literals of a reason, without the one that it implied. */
  private literalsOf(reason: number, implied: Literal | -1): readonly Literal[] {
    this.because.length = 0;
    if (reason < 0) this.limits.why(-reason - 1, implied, this.because);
    else {
      const data = this.clauses.raw;
      for (let i = reason + 2; i < reason + 2 + data[reason]!; i++)
        if (data[i] !== implied) this.because.push(data[i]!);
    }
    return this.because;
  }
}
