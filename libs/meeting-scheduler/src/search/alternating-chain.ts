import type { RandomSource } from './random-source.js';
import type { ScheduleState } from './schedule-state.js';

/** How many meetings are looked at when tables run out and one has to go elsewhere. */
const LOOKED_AT = 40;

/**
 * Puts a request into a slot by moving meetings between two slots: whoever is in the way goes to the other slot,
 * whoever is in the way there comes back, and so on (alternating paths of edge colouring, after A. B. Kempe and
 * D. Kőnig 1916). Where tables run out by one, one meeting goes to a third slot. All or nothing: a chain that cannot
 * be closed leaves the schedule as it was.
 */
export class AlternatingChain {
  /** Requests moved by the last chain that succeeded, and the slots they came from (−1: from nowhere). */
  readonly moved: number[] = [];
  readonly from: number[] = [];
  private readonly mark: Int32Array;
  private stamp = 0;
  private readonly waiting: number[] = [];
  private readonly target: number[] = [];

  constructor(
    private readonly state: ScheduleState,
    private readonly random: RandomSource,
  ) {
    this.mark = new Int32Array(state.model.requests);
  }

  /** Brings the request to slot `a` by way of slot `b`. The request may be without a slot or in `b`. */
  bring(request: number, a: number, b: number): boolean {
    this.moved.length = this.from.length = this.waiting.length = this.target.length = 0;
    this.stamp++;
    this.mark[request] = this.stamp;
    this.waiting.push(request);
    this.target.push(a);
    if (this.state.slotOf[request]! >= 0) this.lift(request);
    else this.note(request, -1);
    while (this.waiting.length > 0)
      if (!this.settle(this.waiting.pop()!, this.target.pop()!, a, b)) return this.undo();
    return (this.relieve(a) && this.relieve(b) && this.kept()) || this.undo();
  }

  /** Takes the last chain back. */
  undo(): false {
    const { state } = this;
    for (const request of this.moved) if (state.slotOf[request]! >= 0) state.take(request);
    for (let i = this.moved.length - 1; i >= 0; i--)
      if (this.from[i]! >= 0 && state.slotOf[this.moved[i]!]! < 0) state.place(this.moved[i]!, this.from[i]!);
    this.moved.length = this.from.length = 0;
    return false;
  }

  private note(request: number, from: number): void {
    this.moved.push(request);
    this.from.push(from);
  }

  private lift(request: number): void {
    this.note(request, this.state.take(request));
  }

  /** Sets one request down; those in its way are lifted and wait for the other slot. */
  private settle(request: number, slot: number, a: number, b: number): boolean {
    const { state } = this;
    const { model } = state;
    if (!model.allowed[request * model.slots + slot]) return false;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      if (!model.single[unit]) continue;
      const other = state.occupant[unit * model.slots + slot]!;
      if (other < 0) continue;
      if (this.mark[other] === this.stamp || model.fixed[other]) return false;
      this.mark[other] = this.stamp;
      this.lift(other);
      this.waiting.push(other);
      this.target.push(slot === a ? b : a);
    }
    state.place(request, slot);
    return true;
  }

  /** Where a unit of several places overflows in a slot, one of its other meetings goes to a third slot. */
  private relieve(slot: number): boolean {
    const { model, used } = this.state;
    for (let j = 0, moves = this.moved.length; j < moves; j++) {
      const request = this.moved[j]!;
      if (this.state.slotOf[request] !== slot) continue;
      for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
        const unit = model.unitList[i]!;
        const at = unit * model.slots + slot;
        while (used[at]! > model.capacity[at]!) if (!this.sendAway(unit, slot)) return false;
      }
    }
    return true;
  }

  private sendAway(unit: number, slot: number): boolean {
    const { state, random } = this;
    const { model } = state;
    const members = state.membersAt(unit, slot);
    for (let tries = Math.min(LOOKED_AT, members.length * 2); tries > 0; tries--) {
      const request = members[random.below(members.length)]!;
      if (this.mark[request] === this.stamp || model.fixed[request]) continue;
      const offset = random.below(model.slots);
      state.take(request);
      for (let i = 0; i < model.slots; i++) {
        const to = (i + offset) % model.slots;
        if (to === slot || !state.fits(request, to)) continue;
        this.mark[request] = this.stamp;
        this.note(request, slot);
        state.place(request, to);
        return true;
      }
      state.place(request, slot);
    }
    return false;
  }

  /** Whether limits, precedences and ways hold for all that were moved. */
  private kept(): boolean {
    const { state, moved } = this;
    const { model } = state;
    for (const request of moved) {
      if (!state.inOrder(request, state.slotOf[request]!)) return false;
      for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++)
        if (state.total[model.unitList[i]!]! > model.maximum[model.unitList[i]!]!) return false;
    }
    return true;
  }
}
