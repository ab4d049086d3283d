import { type Assignment, type Literal, negated, variableOf } from './assignment.js';

/**
 * Limits of the form "at most k of these literals are true", kept by counting. Written as clauses they would be
 * hundreds of thousands; here a limit gives its reason only when a conflict asks for it.
 */
export class Limits {
  private readonly members: Literal[][] = [];
  private readonly most: number[] = [];
  private readonly count: number[] = [];
  private readonly limitsOf: number[][] = [];

  constructor(private readonly assignment: Assignment) {}

  add(literals: readonly Literal[], most: number): number {
    const limit = this.members.push([...literals]) - 1;
    this.most.push(most);
    this.count.push(0);
    for (const literal of literals) (this.limitsOf[literal] ??= []).push(limit);
    return limit;
  }

  /** Makes a limit tighter. */
  tighten(limit: number, most: number): void {
    this.most[limit] = most;
  }

  get size(): number {
    return this.members.length;
  }

  /** Counts a literal that has become true; gives the limit that is exceeded, −1 for none. */
  countTrue(literal: Literal): number {
    let exceeded = -1;
    for (const limit of this.limitsOf[literal] ?? [])
      if (++this.count[limit]! > this.most[limit]!) exceeded = limit;
    if (exceeded >= 0) return exceeded;
    for (const limit of this.limitsOf[literal] ?? [])
      if (this.count[limit] === this.most[limit]) this.close(limit);
    return -1;
  }

  /** Counts one that was true before the limit was made. */
  recount(limit: number): void {
    this.count[limit]!++;
  }

  /** Takes a literal back. */
  uncount(literal: Literal): void {
    for (const limit of this.limitsOf[literal] ?? []) this.count[limit]!--;
  }

  /** A limit that is reached closes all that are open; gives whether it is kept as things stand. */
  close(limit: number): boolean {
    if (this.count[limit]! > this.most[limit]!) return false;
    if (this.count[limit]! < this.most[limit]!) return true;
    const { value } = this.assignment;
    for (const other of this.members[limit]!)
      if (value[other] === 0) this.assignment.set(negated(other), -limit - 1);
    return true;
  }

  /** The true literals that make a limit say what it says: before the place of `implied`, or all when it is exceeded. */
  why(limit: number, implied: Literal | -1, into: Literal[]): void {
    const { value, place } = this.assignment;
    const before = implied < 0 ? Infinity : place[variableOf(implied)]!;
    let wanted = this.most[limit]! + (implied < 0 ? 1 : 0);
    for (const literal of this.members[limit]!) {
      if (wanted === 0) return;
      if (value[literal] !== 1 || place[variableOf(literal)]! >= before) continue;
      into.push(negated(literal));
      wanted--;
    }
  }
}
