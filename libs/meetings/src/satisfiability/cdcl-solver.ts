import { Assignment, type Literal, negated, variableOf } from './assignment.js';
import { Clauses } from './clauses.js';
import { ConflictAnalysis } from './conflict-analysis.js';
import { Limits } from './limits.js';
import { VariableHeap } from './variable-heap.js';

/** Whether there is an assignment that keeps all clauses and limits, or time ran out before that was known. */
export type Satisfiability = 'SATISFIABLE' | 'UNSATISFIABLE' | 'UNKNOWN';

const FADING = 0.95;
const FIRST_CLEARING = 4000;
const CLEARING_STEP = 600;

/**
 * Decides whether clauses and limits can all be kept: conflict-driven clause learning with watched literals, activity
 * (Moskewicz and others 2001), saved phases, and restarts and clearing by rank (Audemard and Simon 2009).
 */
export class CdclSolver {
  private readonly assignment = new Assignment();
  private readonly clauses = new Clauses();
  private readonly limits = new Limits(this.assignment);
  private readonly activity: number[] = [];
  private readonly heap = new VariableHeap(this.activity);
  private readonly analysis = new ConflictAnalysis(this.assignment, this.clauses, this.limits, (v) =>
    this.bump(v),
  );
  /** Clauses that watch a literal: clause, and another of its literals, in turn. */
  private readonly watches: number[][] = [];
  private readonly phase: boolean[] = [];
  private step = 1;
  private done = 0;
  private learned = 0;
  private clearAt = FIRST_CLEARING;
  private consistent = true;

  /** A new variable, which is tried false first. */
  variable(): Literal {
    const variable = this.assignment.addVariable();
    this.activity.push(0);
    this.phase.push(false);
    this.watches.push([], []);
    this.heap.insert(variable);
    return variable * 2;
  }

  /** At least one of the literals is true. Only between two calls of `solve`. */
  clause(...literals: readonly Literal[]): void {
    this.backTo(0);
    const { value } = this.assignment;
    if (literals.some((literal) => value[literal] === 1)) return;
    const open = literals.filter((literal) => value[literal] === 0);
    if (open.length === 0) this.consistent = false;
    else if (open.length === 1) this.assignment.set(open[0]!, 0);
    else this.watch(this.clauses.add(open, 0));
  }

  /** At most so many of the literals are true; gives the number of the limit. */
  atMost(literals: readonly Literal[], most: number): number {
    this.backTo(0);
    this.consistent &&= this.propagate() === 0;
    const limit = this.limits.add(literals, most);
    for (const literal of literals) if (this.assignment.value[literal] === 1) this.limits.recount(limit);
    this.consistent &&= this.limits.close(limit);
    return limit;
  }

  /** Makes a limit tighter. */
  tighten(limit: number, most: number): void {
    this.backTo(0);
    this.limits.tighten(limit, most);
    this.consistent &&= this.limits.close(limit);
  }

  /** What a variable is tried as first from now on. */
  suggest(literal: Literal): void {
    this.phase[variableOf(literal)] = (literal & 1) === 0;
  }

  /** Whether the literal is true in the assignment just found. */
  holds(literal: Literal): boolean {
    return this.assignment.value[literal] === 1;
  }

  /** Searches until `stopped`, which is asked every few hundred conflicts. */
  solve(stopped: () => boolean): Satisfiability {
    this.backTo(0);
    let [fast, slow, sinceRestart] = [0, 0, 0];
    for (let conflicts = 0; this.consistent;) {
      const conflict = this.propagate();
      if (conflict !== 0) {
        if (this.assignment.decisions.length === 0) this.consistent = false;
        else {
          const rank = this.learn(conflict);
          fast += (rank - fast) / 32;
          slow += (rank - slow) / Math.min(8192, ++conflicts);
          sinceRestart++;
          if ((conflicts & 255) === 0 && stopped()) return 'UNKNOWN';
        }
      } else if (sinceRestart > 50 && fast > slow * 1.15) {
        sinceRestart = 0;
        fast = slow;
        this.backTo(0);
        if (this.learned >= this.clearAt) this.clear();
      } else if (!this.decide()) return 'SATISFIABLE';
    }
    return 'UNSATISFIABLE';
  }

  private decide(): boolean {
    for (let variable = this.heap.pop(); variable >= 0; variable = this.heap.pop()) {
      const literal = variable * 2 + (this.phase[variable] ? 0 : 1);
      if (this.assignment.value[literal] !== 0) continue;
      this.assignment.decisions.push(this.assignment.trail.length);
      this.assignment.set(literal, 0);
      return true;
    }
    return false;
  }

  private learn(conflict: number): number {
    const { literals, level, rank } = this.analysis.analyse(conflict);
    this.backTo(level);
    let reason = 0;
    if (literals.length > 1) {
      reason = this.clauses.add(literals, rank);
      this.watch(reason);
      this.learned++;
    }
    this.assignment.set(literals[0]!, reason);
    this.step /= FADING;
    return rank;
  }

  private bump(variable: number): void {
    this.activity[variable]! += this.step;
    if (this.activity[variable]! > 1e100) {
      for (let i = 0; i < this.activity.length; i++) this.activity[i]! *= 1e-100;
      this.step *= 1e-100;
    }
    this.heap.raised(variable);
  }

  private watch(clause: number): void {
    const data = this.clauses.raw;
    const [one, other] = [data[clause + 2]!, data[clause + 3]!];
    this.watches[one]!.push(clause, other);
    this.watches[other]!.push(clause, one);
  }

  /** Draws all conclusions; gives the conflict: 0 none, above 0 a clause, below 0 a limit. */
  private propagate(): number {
    const { trail } = this.assignment;
    while (this.done < trail.length) {
      const literal = trail[this.done++]!;
      const exceeded = this.limits.countTrue(literal);
      if (exceeded >= 0) return -exceeded - 1;
      const conflict = this.visit(negated(literal));
      if (conflict > 0) return conflict;
    }
    return 0;
  }

  /** Looks at the clauses that watch a literal which has become false. */
  private visit(fallen: Literal): number {
    const data = this.clauses.raw;
    const { value } = this.assignment;
    const list = this.watches[fallen]!;
    let kept = 0;
    for (let i = 0; i < list.length; i += 2) {
      const clause = list[i]!;
      let other = list[i + 1]!;
      if (value[other] !== 1) {
        const first = clause + 2;
        other = data[first]! ^ data[first + 1]! ^ fallen;
        if (value[other] !== 1 && this.moveWatch(data, clause, fallen, other)) continue;
      }
      list[kept++] = clause;
      list[kept++] = other;
      if (value[other] === 1) continue;
      if (value[other] === -1) {
        for (i += 2; i < list.length; i++) list[kept++] = list[i]!;
        list.length = kept;
        return clause;
      }
      this.assignment.set(other, clause);
    }
    list.length = kept;
    return 0;
  }

  /** Another literal that is not false is watched instead of the fallen one; false when there is none. */
  private moveWatch(data: Int32Array, clause: number, fallen: Literal, other: Literal): boolean {
    const { value } = this.assignment;
    const end = clause + 2 + data[clause]!;
    for (let i = clause + 4; i < end; i++) {
      const literal = data[i]!;
      if (value[literal] === -1) continue;
      data[clause + 2] = other;
      data[clause + 3] = literal;
      data[i] = fallen;
      this.watches[literal]!.push(clause, other);
      return true;
    }
    return false;
  }

  private backTo(level: number): void {
    const { decisions, trail, value } = this.assignment;
    if (decisions.length <= level) return;
    const from = decisions[level]!;
    for (let i = trail.length - 1; i >= from; i--) {
      const literal = trail[i]!;
      if (i < this.done) this.limits.uncount(literal);
      value[literal] = value[literal ^ 1] = 0;
      this.phase[variableOf(literal)] = (literal & 1) === 0;
      this.heap.insert(variableOf(literal));
    }
    trail.length = from;
    decisions.length = level;
    this.done = Math.min(this.done, from);
  }

  /** Forgets the worse half of what was learned; done at level 0, where nobody needs a reason. */
  private clear(): void {
    const ranks = [...this.clauses.all()]
      .map((clause) => this.clauses.rank(clause))
      .filter((rank) => rank > 2);
    ranks.sort((one, other) => one - other);
    const limit = ranks[ranks.length >> 1] ?? 2;
    this.clauses.keep((clause) => this.clauses.rank(clause) <= Math.max(2, limit - 1));
    for (const list of this.watches) list.length = 0;
    this.assignment.reason.fill(0);
    this.learned = 0;
    for (const clause of this.clauses.all()) {
      this.watch(clause);
      if (this.clauses.rank(clause) > 0) this.learned++;
    }
    this.clearAt = this.learned + FIRST_CLEARING + CLEARING_STEP * this.clearings++;
  }

  private clearings = 0;
}
