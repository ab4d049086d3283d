import type { Insertion } from './insertion.js';

/**
 * Forces a request into a slot: takes out the meetings in the way, then finds other slots for them, or other meetings for
 * their participants. The caller keeps or reverts the result.
 */
export class Exchange {
  private readonly inTheWay: number[] = [];

  constructor(readonly insertion: Insertion) {}

  /**
   * Records the changes in the state; the caller keeps or reverts them. Returns false and changes nothing when a meeting in
   * the way may not go. Refilling ends as soon as there are as many meetings as before.
   */
  force(request: number, slot: number, mayGo: (other: number) => boolean): boolean {
    const { state } = this.insertion;
    if (!state.model.allowed[request * state.model.slots + slot]) return false;
    this.find(request, slot);
    if (!this.inTheWay.every((other) => !state.model.fixed[other] && mayGo(other))) return false;
    const before = state.count;
    state.begin();
    for (const other of this.inTheWay) state.take(other);
    if (!state.fits(request, slot)) {
      state.revert();
      return false;
    }
    state.place(request, slot);
    this.refill(before);
    return true;
  }

  /** All meetings that have to go so that the request may be in the slot. */
  private find(request: number, slot: number): void {
    const { state, random } = this.insertion;
    const { model } = state;
    this.inTheWay.length = 0;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const at = unit * model.slots + slot;
      if (state.used[at]! >= model.capacity[at]!) {
        const members = model.single[unit] ? [state.occupant[at]!] : state.membersAt(unit, slot);
        this.add(members, random.below(Math.max(1, members.length)));
      } else if (state.total[unit]! >= model.maximum[unit]!)
        this.add(this.meetingsOf(unit), random.below(1 << 20));
    }
  }

  private add(members: readonly number[], at: number): void {
    if (members.length === 0 || members.some((other) => this.inTheWay.includes(other))) return;
    this.inTheWay.push(members[at % members.length]!);
  }

  private meetingsOf(unit: number): number[] {
    const { state } = this.insertion;
    const requests = state.model.requestList.subarray(
      state.model.requestStart[unit]!,
      state.model.requestStart[unit + 1]!,
    );
    return [...requests].filter((request) => state.slotOf[request]! >= 0);
  }

  /** Those who had to go, then requests of whoever they would have met, heaviest first. */
  private refill(wanted: number): void {
    const { state } = this.insertion;
    const { model } = state;
    const gone = this.inTheWay.splice(0).sort((one, other) => model.weight[other]! - model.weight[one]!);
    for (const request of gone) {
      if (state.count >= wanted) return;
      this.insertion.insert(request);
    }
    const offers = gone.flatMap((request) => this.offersOf(request));
    offers.sort((one, other) => model.weight[other]! - model.weight[one]!);
    for (const request of offers) {
      if (state.count >= wanted) return;
      if (state.slotOf[request]! < 0) this.insertion.insert(request);
    }
  }

  private offersOf(gone: number): number[] {
    const { state } = this.insertion;
    const { model } = state;
    const offers: number[] = [];
    for (let i = model.unitStart[gone]!; i < model.unitStart[gone]! + 2; i++)
      for (
        let j = model.requestStart[model.unitList[i]!]!;
        j < model.requestStart[model.unitList[i]! + 1]!;
        j++
      ) {
        const request = model.requestList[j]!;
        if (state.slotOf[request]! < 0 && model.allowedCount[request]! > 0) offers.push(request);
      }
    return offers;
  }
}
