import type { SlotModel } from '../problem/slot-model.js';

/** A schedule under construction: who is where, and what is taken. Never breaks a rule between two moves. */
export class ScheduleState {
  readonly slotOf: Int32Array;
  /** Places taken, as in the model's capacity. */
  readonly used: Int32Array;
  /** Meetings of a unit over all slots. */
  readonly total: Int32Array;
  /** Who holds the place of a single unit, −1 when free. */
  readonly occupant: Int32Array;
  /** Meetings in total, MUST ones, and their value. */
  count = 0;
  musts = 0;
  value = 0;
  /** While recording: what happened, as request, slot, request, slot …; a slot of −1 − s says that it left s. */
  private readonly journal: number[] = [];
  private recording = false;
  /** Meetings of units with several places, by unit × slots + slot. */
  private readonly members = new Map<number, number[]>();

  constructor(readonly model: SlotModel) {
    this.slotOf = new Int32Array(model.requests).fill(-1);
    this.used = new Int32Array(model.units * model.slots);
    this.total = new Int32Array(model.units);
    this.occupant = new Int32Array(model.units * model.slots).fill(-1);
    for (let unit = 0; unit < model.units; unit++)
      if (!model.single[unit])
        for (let slot = 0; slot < model.slots; slot++) this.members.set(unit * model.slots + slot, []);
  }

  /** Whether the request may be put there without moving anything. */
  fits(request: number, slot: number): boolean {
    const { model, used, total } = this;
    if (!model.allowed[request * model.slots + slot]) return false;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const at = unit * model.slots + slot;
      if (used[at]! >= model.capacity[at]! || total[unit]! >= model.maximum[unit]!) return false;
    }
    return this.inOrder(request, slot);
  }

  /** Whether some unit of the request has all the meetings it may have. */
  atMaximum(request: number): boolean {
    const { model, total } = this;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++)
      if (total[model.unitList[i]!]! >= model.maximum[model.unitList[i]!]!) return true;
    return false;
  }

  /** Whether precedences and ways allow the request in the slot, as the others are now. */
  inOrder(request: number, slot: number): boolean {
    const { model, slotOf } = this;
    for (const first of model.before[request]!) if (slotOf[first]! >= slot) return false;
    for (const then of model.after[request]!) if (slotOf[then]! >= 0 && slotOf[then]! <= slot) return false;
    return !model.walkingMinutes || this.reachable(request, slot);
  }

  /** From here on changes can be taken back. */
  begin(): void {
    this.journal.length = 0;
    this.recording = true;
  }

  /** Keeps what has happened since `begin`. */
  keep(): void {
    this.recording = false;
  }

  /** Takes back what has happened since `begin`. */
  revert(): void {
    this.recording = false;
    for (let i = this.journal.length - 2; i >= 0; i -= 2) {
      const [request, slot] = [this.journal[i]!, this.journal[i + 1]!];
      if (slot >= 0) this.take(request);
      else this.place(request, -1 - slot);
    }
  }

  /** What has happened since `begin`: request and slot; a slot of −1 − s says that the request left s. */
  *recorded(): Iterable<readonly [number, number]> {
    for (let i = 0; i < this.journal.length; i += 2) yield [this.journal[i]!, this.journal[i + 1]!];
  }

  /** Takes over another schedule of the same problem. */
  restore(slotOf: Int32Array): void {
    for (let request = 0; request < slotOf.length; request++)
      if (this.slotOf[request]! >= 0 && this.slotOf[request] !== slotOf[request]) this.take(request);
    for (let request = 0; request < slotOf.length; request++)
      if (slotOf[request]! >= 0 && this.slotOf[request]! < 0) this.place(request, slotOf[request]!);
  }

  /** Puts a request into a slot where it may be; the caller knows that there is room. */
  place(request: number, slot: number): void {
    const { model } = this;
    this.slotOf[request] = slot;
    if (this.recording) this.journal.push(request, slot);
    this.count++;
    this.musts += model.must[request]!;
    this.value += model.weight[request]!;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const at = unit * model.slots + slot;
      this.used[at]!++;
      this.total[unit]!++;
      if (model.single[unit]) this.occupant[at] = request;
      else this.members.get(at)!.push(request);
    }
  }

  /** Takes a request out of its slot, which is returned. */
  take(request: number): number {
    const { model } = this;
    const slot = this.slotOf[request]!;
    this.slotOf[request] = -1;
    if (this.recording) this.journal.push(request, -1 - slot);
    this.count--;
    this.musts -= model.must[request]!;
    this.value -= model.weight[request]!;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const at = unit * model.slots + slot;
      this.used[at]!--;
      this.total[unit]!--;
      if (model.single[unit]) this.occupant[at] = -1;
      else this.leave(this.members.get(at)!, request);
    }
    return slot;
  }

  /** The meetings of a unit with several places in a slot. */
  membersAt(unit: number, slot: number): readonly number[] {
    return this.members.get(unit * this.model.slots + slot)!;
  }

  private leave(members: number[], request: number): void {
    const index = members.indexOf(request);
    const last = members.pop()!;
    if (index < members.length) members[index] = last;
  }

  /** Whether the persons of a request can walk from their meetings before it, and to those after it. */
  private reachable(request: number, slot: number): boolean {
    const { model } = this;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      if (!model.single[unit] || model.maximum[unit] === 1) continue;
      for (let other = 0; other < model.slots; other++) {
        const neighbour = this.occupant[unit * model.slots + other]!;
        if (other === slot || neighbour < 0 || neighbour === request) continue;
        const [first, then] = other < slot ? [other, slot] : [slot, other];
        const time = model.startsAt[then]! - model.endsAt[first]!;
        if (time < (model.walkingMinutes?.[model.place[request]!]?.[model.place[neighbour]!] ?? 0))
          return false;
      }
    }
    return true;
  }
}
