import type { Deadline } from './deadline.js';
import type { Exchange } from './exchange.js';
import { mayLeave } from './may-leave.js';

/**
 * MUST wishes first, then the meetings that participants were promised at least: each missing one is put where it
 * costs least, even if that costs other meetings.
 */
export class MustSearch {
  constructor(private readonly exchange: Exchange) {}

  run(deadline: Deadline): void {
    const { state } = this.exchange.insertion;
    const { model } = state;
    for (let request = 0; request < model.requests && !deadline.passed(1); request++)
      if (model.must[request] && state.slotOf[request]! < 0) this.bringIn(request);
    for (let unit = 0; unit < model.participants && !deadline.passed(1); unit++) this.reachMinimum(unit);
  }

  private reachMinimum(unit: number): void {
    const { state } = this.exchange.insertion;
    const { model } = state;
    for (let i = model.requestStart[unit]!; i < model.requestStart[unit + 1]!; i++) {
      if (state.total[unit]! >= model.minimum[unit]!) return;
      if (state.slotOf[model.requestList[i]!]! < 0) this.bringIn(model.requestList[i]!);
    }
  }

  /** Tries all slots and keeps the best; nothing happens where nobody may make room. */
  private bringIn(request: number): void {
    const { state, insertion } = { state: this.exchange.insertion.state, insertion: this.exchange.insertion };
    if (insertion.insert(request)) return;
    const mayGo = (other: number) => mayLeave(state, other, request);
    let [best, bestLoss] = [-1, Infinity];
    for (let slot = 0; slot < state.model.slots; slot++) {
      const [count, value, musts] = [state.count, state.value, state.musts];
      if (!this.exchange.force(request, slot, mayGo)) continue;
      const loss = (musts - state.musts) * 1e9 + (count - state.count) * 1e6 + (value - state.value);
      state.revert();
      if (loss < bestLoss) [best, bestLoss] = [slot, loss];
    }
    if (best >= 0 && this.exchange.force(request, best, mayGo)) state.keep();
  }
}
