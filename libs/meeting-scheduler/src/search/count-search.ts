import type { Deadline } from './deadline.js';
import { type Insertion, mayLeave, usesUnit } from './insertion.js';

/** How many exchanges one walk makes before another begins elsewhere. */
const WALK = 30;
/** For so many exchanges a request that came in may not go out again. */
const HELD_FOR = 12;
/** How often a walk pays no heed to value: seldom at first, more and more often while nothing is gained. */
const DOWNHILL_FIRST = 0.02;
const DOWNHILL_MOST = 0.4;
const WALKS_TO_MOST = 3000;

/**
 * Finds more meetings by exchanges: a request comes in for one that goes out, and whoever became free by that is
 * offered every other request of theirs. Each such step keeps the number of meetings, each success raises it: an
 * ejection chain (Glover 1996) with alternating chains as its last step.
 */
export class CountSearch {
  private readonly heldUntil: Int32Array;
  private now = 0;
  private barren = 0;

  constructor(private readonly insertion: Insertion) {
    this.heldUntil = new Int32Array(insertion.state.model.requests);
  }

  /**
   * Searches until the bound is reached, time is up, or so many walks in a row have gained nothing; `onGain` is told
   * of each meeting more.
   */
  run(bound: number, deadline: Deadline, onGain: () => void = () => undefined, patience = Infinity): void {
    const { state } = this.insertion;
    let starts: number[] = [];
    while (state.count < bound && this.barren < patience && !deadline.passed()) {
      if (starts.length === 0) {
        starts = this.promising();
        if (starts.length === 0) return;
      }
      const request = starts.pop()!;
      if (state.slotOf[request]! >= 0) continue;
      const before = state.count;
      this.walk(request, deadline);
      this.barren = state.count > before ? 0 : this.barren + 1;
      if (state.count > before) onGain();
    }
  }

  /** Requests without a meeting of which at least one side has a free place left, in random order. */
  private promising(): number[] {
    const { state, random } = this.insertion;
    const { model } = state;
    const list: number[] = [];
    for (let request = 0; request < model.requests; request++) {
      if (state.slotOf[request]! >= 0 || model.allowedCount[request] === 0) continue;
      if (this.freeSides(request) > 0) list.push(request);
    }
    random.shuffle(list);
    return list;
  }

  private freeSides(request: number): number {
    const { state } = this.insertion;
    const { model } = state;
    let free = 0;
    for (let i = model.unitStart[request]!; i < model.unitStart[request]! + 2; i++) {
      const base = model.unitList[i]! * model.slots;
      if (state.total[model.unitList[i]!]! >= model.maximum[model.unitList[i]!]!) continue;
      for (let slot = 0; slot < model.slots; slot++)
        if (
          model.allowed[request * model.slots + slot] &&
          state.used[base + slot]! < model.capacity[base + slot]!
        ) {
          free++;
          break;
        }
    }
    return free;
  }

  private walk(start: number, deadline: Deadline): void {
    const { state, random } = this.insertion;
    let request = start;
    for (let step = 0; step < WALK && !deadline.passed(); step++) {
      if (this.insertion.insert(request)) return;
      const gone = this.exchange(request);
      if (gone < 0) return;
      if (this.insertion.insert(gone)) return;
      const others = this.offersTo(gone, request);
      for (const other of others) if (this.insertion.insert(other)) return;
      request = others.length > 0 && random.unit() < 0.7 ? others[random.below(others.length)]! : gone;
      if (state.slotOf[request]! >= 0) return;
    }
  }

  private downhill(): number {
    return DOWNHILL_FIRST + (DOWNHILL_MOST - DOWNHILL_FIRST) * Math.min(1, this.barren / WALKS_TO_MOST);
  }

  /** Puts the request where just one other is in the way, which goes out and is returned; −1 when there is none. */
  private exchange(request: number): number {
    const { state, random } = this.insertion;
    const { model } = state;
    this.now++;
    let [best, bestSlot, bestCost, ties] = [-1, -1, Infinity, 0];
    const anyValue = random.unit() < this.downhill();
    for (let slot = 0; slot < model.slots; slot++) {
      if (!model.allowed[request * model.slots + slot]) continue;
      const other = this.onlyOneInTheWay(request, slot);
      if (other < 0 || this.heldUntil[other]! > this.now || !mayLeave(state, other, request)) continue;
      const cost = anyValue ? 0 : model.weight[other]!;
      if (cost > bestCost || (!anyValue && cost > model.weight[request]!)) continue;
      ties = cost < bestCost ? 1 : ties + 1;
      if (cost < bestCost || random.below(ties) === 0) [best, bestSlot] = [other, slot];
      bestCost = cost;
    }
    if (best < 0) return -1;
    const from = state.take(best);
    if (!state.fits(request, bestSlot)) {
      state.place(best, from);
      return -1;
    }
    state.place(request, bestSlot);
    this.heldUntil[request] = this.now + HELD_FOR;
    return best;
  }

  /** The one meeting that has to go so that the request may be in the slot; −1 when there are none or several. */
  private onlyOneInTheWay(request: number, slot: number): number {
    const { state, random } = this.insertion;
    const { model } = state;
    let found = -1;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const at = unit * model.slots + slot;
      if (state.used[at]! < model.capacity[at]!) continue;
      let other = state.occupant[at]!;
      if (!model.single[unit]) {
        const members = state.membersAt(unit, slot);
        other = found >= 0 && members.includes(found) ? found : members[random.below(members.length)]!;
      }
      if (found >= 0 && other !== found) return -1;
      found = other;
    }
    return found >= 0 ? found : this.anyAtMaximum(request);
  }

  /** When only a limit over all slots is in the way, any meeting of that unit. */
  private anyAtMaximum(request: number): number {
    const { state, random } = this.insertion;
    const { model } = state;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      if (state.total[unit]! < model.maximum[unit]!) continue;
      const first = model.requestStart[unit]!;
      const count = model.requestStart[unit + 1]! - first;
      const offset = random.below(count);
      for (let j = 0; j < count; j++) {
        const other = model.requestList[first + ((j + offset) % count)]!;
        if (state.slotOf[other]! >= 0) return other;
      }
    }
    return -1;
  }

  /** Requests without a meeting of those participants whom the exchange has set free, in random order. */
  private offersTo(gone: number, came: number): number[] {
    const { state, random } = this.insertion;
    const { model } = state;
    const offers: number[] = [];
    for (let i = model.unitStart[gone]!; i < model.unitStart[gone]! + 2; i++) {
      const unit = model.unitList[i]!;
      if (usesUnit(state, came, unit)) continue;
      for (let j = model.requestStart[unit]!; j < model.requestStart[unit + 1]!; j++) {
        const other = model.requestList[j]!;
        if (state.slotOf[other]! < 0 && model.allowedCount[other]! > 0 && other !== gone) offers.push(other);
      }
    }
    random.shuffle(offers);
    return offers;
  }
}
