import type { Deadline } from './deadline.js';
import type { Exchange } from './exchange.js';
import { type Insertion, mayLeave } from './insertion.js';

/** Fewer changes against the published schedule: who was moved without need goes back to the slot already told. */
export function returnToPublished({ state, chain }: Insertion): void {
  const { published, fixed } = state.model;
  if (!published) return;
  const changes = () => chain.moved.filter((request) => state.slotOf[request] !== published[request]).length;
  const before = () => chain.moved.filter((request, i) => chain.from[i] !== published[request]).length;
  published.forEach((slot, request) => {
    const now = state.slotOf[request]!;
    if (slot < 0 || now < 0 || now === slot || fixed[request]) return;
    if (chain.bring(request, slot, now) && changes() >= before()) chain.undo();
  });
}

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
