import type { Deadline } from './deadline.js';
import type { Exchange } from './exchange.js';
import { mayLeave } from './insertion.js';

/**
 * More for those who have least, with as many meetings and no less value. Someone with k meetings weighs 1 / 8^k: one
 * at the bottom outweighs any movement above, so that the smallest number rises first.
 */
export class FairnessSearch {
  constructor(private readonly exchange: Exchange) {}

  run(deadline: Deadline): void {
    const { state, random } = this.exchange.insertion;
    const poor: number[] = [];
    let idle = 0;
    while (!deadline.passed()) {
      if (poor.length === 0) {
        if (idle > 0 && !this.gained) return;
        idle++;
        this.gained = false;
        poor.push(...this.poorest());
        random.shuffle(poor);
        if (poor.length === 0) return;
      }
      const request = poor.pop()!;
      for (let slot = 0; slot < state.model.slots && state.slotOf[request]! < 0; slot++)
        this.step(request, slot);
    }
  }

  private gained = false;

  /** Requests without a meeting of the participants with the fewest and the next fewest. */
  private poorest(): number[] {
    const { state } = this.exchange.insertion;
    const { model } = state;
    let least = Infinity;
    for (let unit = 0; unit < model.participants; unit++)
      if (this.open(unit).length > 0) least = Math.min(least, state.total[unit]!);
    const requests: number[] = [];
    for (let unit = 0; unit < model.participants; unit++)
      if (state.total[unit]! <= least + 1) requests.push(...this.open(unit));
    return requests;
  }

  private open(unit: number): number[] {
    const { state } = this.exchange.insertion;
    const { model } = state;
    const requests: number[] = [];
    for (let i = model.requestStart[unit]!; i < model.requestStart[unit + 1]!; i++) {
      const request = model.requestList[i]!;
      if (state.slotOf[request]! < 0 && model.allowedCount[request]! > 0) requests.push(request);
    }
    return requests;
  }

  private step(request: number, slot: number): void {
    const { state } = this.exchange.insertion;
    const [count, value, musts] = [state.count, state.value, state.musts];
    if (!this.exchange.force(request, slot, (other) => mayLeave(state, other, request))) return;
    const kept = state.count >= count && state.value >= value - 1e-9 && state.musts >= musts;
    if (kept && this.change() < -1e-12) {
      state.keep();
      this.gained = true;
    } else state.revert();
  }

  /** Change of Σ 1 / 8^meetings by what is recorded. */
  private change(): number {
    const { state } = this.exchange.insertion;
    const { model } = state;
    const before = new Map<number, number>();
    for (const [request, slot] of state.recorded())
      for (let i = model.unitStart[request]!; i < model.unitStart[request]! + 2; i++) {
        const unit = model.unitList[i]!;
        before.set(unit, (before.get(unit) ?? state.total[unit]!) + (slot >= 0 ? -1 : 1));
      }
    let change = 0;
    for (const [unit, total] of before) change += 8 ** -state.total[unit]! - 8 ** -total;
    return change;
  }
}
