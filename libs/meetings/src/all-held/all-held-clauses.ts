import type { SlotModel } from '../model/slot-model.js';
import { type Literal, negated } from '../satisfiability/assignment.js';
import { CdclSolver } from '../satisfiability/cdcl-solver.js';

/** "Every requested meeting is held, with at most so many idle periods" as clauses and limits. */
export class AllHeldClauses {
  readonly solver = new CdclSolver();
  /** Request r is in slot s: [r × slots + s], −1 where it cannot be. */
  private readonly held: Int32Array;
  /** Participant p meets somebody in slot s. */
  private readonly meets: Int32Array;
  /** An idle period ends before a slot. */
  private readonly idleEnds: Literal[] = [];
  private idleLimit: number | null = null;

  constructor(private readonly model: SlotModel) {
    this.held = new Int32Array(model.requests * model.slots).fill(-1);
    this.meets = new Int32Array(model.participants * model.slots).fill(-1);
    for (let at = 0; at < this.held.length; at++)
      if (model.allowed[at]) this.held[at] = this.solver.variable();
    for (let request = 0; request < model.requests; request++) this.oncePerRequest(request);
    for (let unit = 0; unit < model.units; unit++) this.placesOf(unit);
    for (let unit = 0; unit < model.participants; unit++) this.idlePeriodsOf(unit);
    this.precedences();
  }

  /** From now on only schedules with at most so many idle periods. */
  limitIdlePeriods(most: number): void {
    if (this.idleLimit === null) this.idleLimit = this.solver.atMost(this.idleEnds, most);
    else this.solver.tighten(this.idleLimit, most);
  }

  /** The search begins near a schedule. */
  suggest(schedule: Int32Array): void {
    this.eachHeld((literal, request, slot) =>
      this.solver.suggest(schedule[request] === slot ? literal : negated(literal)),
    );
  }

  /** The schedule that the solver has found. */
  schedule(): Int32Array {
    const schedule = new Int32Array(this.model.requests).fill(-1);
    this.eachHeld((literal, request, slot) => {
      if (this.solver.holds(literal)) schedule[request] = slot;
    });
    return schedule;
  }

  private eachHeld(visit: (literal: Literal, request: number, slot: number) => void): void {
    const { slots } = this.model;
    this.held.forEach((literal, at) => {
      if (literal >= 0) visit(literal, Math.floor(at / slots), at % slots);
    });
  }

  private literals(request: number, from = 0, to = this.model.slots): Literal[] {
    const base = request * this.model.slots;
    return [...this.held.subarray(base + from, base + to)].filter((literal) => literal >= 0);
  }

  private oncePerRequest(request: number): void {
    const literals = this.literals(request);
    this.solver.clause(...literals);
    this.solver.atMost(literals, 1);
  }

  /** No more meetings in a slot than a unit has places; a participant's meetings fill as many slots as there are. */
  private placesOf(unit: number): void {
    const { model, solver } = this;
    const requests = [
      ...model.requestList.subarray(model.requestStart[unit]!, model.requestStart[unit + 1]!),
    ];
    const busy: Literal[] = [];
    for (let slot = 0; slot < model.slots; slot++) {
      const literals = requests
        .map((request) => this.held[request * model.slots + slot]!)
        .filter((x) => x >= 0);
      const capacity = model.capacity[unit * model.slots + slot]!;
      if (literals.length > capacity) solver.atMost(literals, capacity);
      if (unit >= model.participants || literals.length === 0) continue;
      const meets = literals.length === 1 ? literals[0]! : solver.variable();
      this.meets[unit * model.slots + slot] = meets;
      busy.push(meets);
      if (literals.length === 1) continue;
      solver.clause(negated(meets), ...literals);
      for (const literal of literals) solver.clause(negated(literal), meets);
    }
    if (unit >= model.participants || !model.single[unit]) return;
    solver.atMost(busy, requests.length);
    if (busy.length < requests.length) solver.clause();
    else solver.atMost(busy.map(negated), busy.length - requests.length);
  }

  /** Begun, not meeting now, and meeting next: an idle period ends. */
  private idlePeriodsOf(unit: number): void {
    const { model, solver } = this;
    if (model.requestStart[unit + 1]! - model.requestStart[unit]! < 2) return;
    const meets = (slot: number) => this.meets[unit * model.slots + slot]!;
    let begun = -1;
    const ends: Literal[] = [];
    for (let slot = 0; slot < model.slots; slot++) {
      const [now, next] = [meets(slot), slot + 1 < model.slots ? meets(slot + 1) : -1];
      if (begun >= 0 && next >= 0) {
        const end = solver.variable();
        solver.clause(negated(begun), ...(now >= 0 ? [now] : []), negated(next), end);
        ends.push(end);
      }
      if (now < 0) continue;
      if (begun < 0) begun = now;
      else {
        const later = solver.variable();
        solver.clause(negated(begun), later);
        solver.clause(negated(now), later);
        solver.clause(negated(later), begun, now);
        begun = later;
      }
    }
    this.idleEnds.push(...ends);
  }

  private precedences(): void {
    const { model, solver } = this;
    model.before.forEach((firsts, then) => {
      for (const first of firsts)
        for (let slot = 0; slot < model.slots; slot++) {
          const late = this.held[then * model.slots + slot]!;
          if (late >= 0) solver.clause(negated(late), ...this.literals(first, 0, slot));
          const early = this.held[first * model.slots + slot]!;
          if (early >= 0) solver.clause(negated(early), ...this.literals(then, slot + 1));
        }
    });
  }
}
