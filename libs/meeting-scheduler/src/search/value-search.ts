import type { Deadline } from './deadline.js';
import type { Exchange } from './exchange.js';
import { mayLeave } from './insertion.js';

/** Temperatures in parts of the greatest weight. */
const HOT = 0.12;
const COLD = 0.01;

/**
 * More value with as many meetings, by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over exchanges. The
 * number of meetings and of MUST wishes held never falls.
 */
export class ValueSearch {
  constructor(private readonly exchange: Exchange) {}

  /** Searches until the value bound is reached or time is up, and leaves the best schedule that it saw. */
  run(bound: number, deadline: Deadline): void {
    const { state, random } = this.exchange.insertion;
    const { model } = state;
    const candidates = [...model.weight.keys()].filter((request) => model.allowedCount[request]! > 0);
    if (candidates.length === 0) return;
    const heaviest = candidates.reduce((most, request) => Math.max(most, model.weight[request]!), 0) || 1;
    let best = state.slotOf.slice();
    let [bestCount, bestValue] = [state.count, state.value];
    while ((state.value < bound - 1e-9 || bestCount < state.count) && !deadline.passed()) {
      const temperature = heaviest * HOT * (COLD / HOT) ** (1 - deadline.leftShare());
      const request = candidates[random.below(candidates.length)]!;
      if (state.slotOf[request]! >= 0) continue;
      this.step(request, temperature);
      if (state.count < bestCount || (state.count === bestCount && state.value <= bestValue + 1e-9)) continue;
      [bestCount, bestValue] = [state.count, state.value];
      best = state.slotOf.slice();
    }
    if (state.count < bestCount || state.value < bestValue) state.restore(best);
  }

  private step(request: number, temperature: number): void {
    const { state, random } = this.exchange.insertion;
    const [count, value, musts] = [state.count, state.value, state.musts];
    const slot = random.below(state.model.slots);
    if (!this.exchange.force(request, slot, (other) => mayLeave(state, other, request))) return;
    const gain = state.value - value;
    const better =
      state.count > count ||
      (state.count === count && (gain >= 0 || random.unit() < Math.exp(gain / temperature)));
    if (better && state.musts >= musts) state.keep();
    else state.revert();
  }
}
