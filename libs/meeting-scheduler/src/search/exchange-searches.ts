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
