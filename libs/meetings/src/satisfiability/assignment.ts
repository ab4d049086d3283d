/** A literal is a variable that is to be true (2 × variable) or false (2 × variable + 1). */
export type Literal = number;

export const negated = (literal: Literal): Literal => literal ^ 1;
export const variableOf = (literal: Literal): number => literal >> 1;

/** What has been decided and concluded so far, in order. */
export class Assignment {
  /** 1 true, −1 false, 0 open; by literal. */
  value = new Int8Array(0);
  level = new Int32Array(0);
  /** Why a variable has its value: 0 a decision, above 0 a clause, below 0 a limit; by variable. */
  reason = new Int32Array(0);
  /** Place of a variable on the trail. */
  place = new Int32Array(0);
  readonly trail: Literal[] = [];
  /** Where on the trail each decision stands. */
  readonly decisions: number[] = [];
  variables = 0;

  addVariable(): number {
    const variable = this.variables++;
    if (variable >= this.level.length) this.grow(Math.max(1024, variable * 2));
    return variable;
  }

  set(literal: Literal, reason: number): void {
    const variable = variableOf(literal);
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    this.level[variable] = this.decisions.length;
    this.reason[variable] = reason;
    this.place[variable] = this.trail.length;
    this.trail.push(literal);
  }

  private grow(size: number): void {
    const grown = <T extends Int8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.value = grown(this.value, new Int8Array(size * 2));
    this.level = grown(this.level, new Int32Array(size));
    this.reason = grown(this.reason, new Int32Array(size));
    this.place = grown(this.place, new Int32Array(size));
  }
}
