import type { Deadline } from './deadline.js';
import type { Insertion } from './insertion.js';

const HOT = 1;
const COLD = 0.12;

/**
 * Fewer idle periods with the same meetings: meetings change slots by alternating chains, by simulated annealing. Which
 * meetings are held does not change, so neither their number nor their value does.
 */
export class IdleSearch {
  private readonly idle: Int32Array;
  private readonly seen: Int32Array;
  private readonly touched: number[] = [];
  private stamp = 0;
  total = 0;

  constructor(private readonly insertion: Insertion) {
    const { participants } = insertion.state.model;
    this.idle = new Int32Array(participants);
    this.seen = new Int32Array(participants);
  }

  /** Searches until `enough` idle periods are left or time is up, and leaves the best schedule that it saw. */
  run(enough: number, deadline: Deadline): void {
    const { state, random } = this.insertion;
    const { model } = state;
    this.measure();
    const held = [...state.slotOf.keys()].filter(
      (request) => state.slotOf[request]! >= 0 && !model.fixed[request],
    );
    if (held.length === 0 || model.slots < 2) return;
    let [best, bestTotal] = [state.slotOf.slice(), this.total];
    while (this.total > enough && !deadline.passed()) {
      const temperature = HOT * (COLD / HOT) ** (1 - deadline.leftShare());
      this.step(held[random.below(held.length)]!, temperature);
      if (this.total >= bestTotal) continue;
      if (this.total <= enough || bestTotal - this.total > held.length / 200 || temperature < COLD * 1.5) {
        bestTotal = this.total;
        best = state.slotOf.slice();
      }
    }
    if (this.total > bestTotal) state.restore(best);
    this.measure();
  }

  private step(request: number, temperature: number): void {
    const { state, random, chain } = this.insertion;
    const { slots, allowed } = state.model;
    const from = state.slotOf[request]!;
    const to = random.below(slots);
    if (to === from || !allowed[request * slots + to] || !chain.bring(request, to, from)) return;
    const change = this.change();
    if (change <= 0 || random.unit() < Math.exp(-change / temperature)) {
      this.total += change;
      for (const unit of this.touched) this.idle[unit] = this.idleOf(unit);
    } else chain.undo();
  }

  /** By how much the last chain has changed the idle periods of those whom it moved. */
  private change(): number {
    const { chain, state } = this.insertion;
    const { model } = state;
    this.stamp++;
    this.touched.length = 0;
    let change = 0;
    for (const request of chain.moved)
      for (let i = model.unitStart[request]!; i < model.unitStart[request]! + 2; i++) {
        const unit = model.unitList[i]!;
        if (this.seen[unit] === this.stamp) continue;
        this.seen[unit] = this.stamp;
        this.touched.push(unit);
        change += this.idleOf(unit) - this.idle[unit]!;
      }
    return change;
  }

  private measure(): void {
    this.total = 0;
    for (let unit = 0; unit < this.idle.length; unit++) this.total += this.idle[unit] = this.idleOf(unit);
  }

  private idleOf(unit: number): number {
    const { model, used } = this.insertion.state;
    const base = unit * model.slots;
    let [periods, last] = [0, -1];
    for (let slot = 0; slot < model.slots; slot++) {
      if (used[base + slot] === 0) continue;
      if (last >= 0 && slot - last > 1) periods++;
      last = slot;
    }
    return periods;
  }
}
