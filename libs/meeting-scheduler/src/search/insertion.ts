import { AlternatingChain } from './alternating-chain.js';
import type { RandomSource } from './random-source.js';
import type { ScheduleState } from './schedule-state.js';

/** Whether a meeting may make room for a request: not what is fixed, no MUST for less, nobody below the minimum. */
export function mayLeave(state: ScheduleState, other: number, request: number): boolean {
  const { model } = state;
  if (model.fixed[other] || model.must[other]! > model.must[request]!) return false;
  for (let i = model.unitStart[other]!; i < model.unitStart[other + 1]!; i++) {
    const unit = model.unitList[i]!;
    if (state.total[unit]! <= model.minimum[unit]! && !usesUnit(state, request, unit)) return false;
  }
  return true;
}

/** Whether a request takes a place in a unit. */
export function usesUnit({ model }: ScheduleState, request: number, unit: number): boolean {
  for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++)
    if (model.unitList[i] === unit) return true;
  return false;
}

/** Puts requests into the schedule without losing a meeting: into a free slot, or by an alternating chain. */
export class Insertion {
  readonly chain: AlternatingChain;

  constructor(
    readonly state: ScheduleState,
    readonly random: RandomSource,
  ) {
    this.chain = new AlternatingChain(state, random);
  }

  /** Whether the request now has a slot. */
  insert(request: number): boolean {
    return this.insertDirectly(request) || this.insertByChain(request);
  }

  insertDirectly(request: number): boolean {
    const { state, random } = this;
    const { slots } = state.model;
    const offset = random.below(slots);
    for (let i = 0; i < slots; i++) {
      const slot = i + offset < slots ? i + offset : i + offset - slots;
      if (!state.fits(request, slot)) continue;
      state.place(request, slot);
      return true;
    }
    return false;
  }

  /** Tries every slot in which the request may be, and every other slot in which those in its way are free. */
  insertByChain(request: number): boolean {
    const { state, random } = this;
    const { model } = state;
    if (model.allowedCount[request] === 0 || state.atMaximum(request) || !this.hasRoom(request)) return false;
    const first = random.below(model.slots);
    for (let i = 0; i < model.slots; i++) {
      const a = (i + first) % model.slots;
      if (!model.allowed[request * model.slots + a]) continue;
      const second = random.below(model.slots);
      for (let j = 0; j < model.slots; j++) {
        const b = (j + second) % model.slots;
        if (b !== a && this.freeThere(request, a, b) && this.chain.bring(request, a, b)) return true;
      }
    }
    return false;
  }

  /** Whether every single unit of the request has a free slot at all. */
  private hasRoom(request: number): boolean {
    const { state } = this;
    const { model } = state;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      if (!model.single[unit]) continue;
      const base = unit * model.slots;
      let free = false;
      for (let slot = 0; slot < model.slots && !free; slot++)
        free = state.occupant[base + slot]! < 0 && model.capacity[base + slot]! > 0;
      if (!free) return false;
    }
    return true;
  }

  /** Whether every unit that is taken in slot `a` is free in slot `b`. */
  private freeThere(request: number, a: number, b: number): boolean {
    const { state } = this;
    const { model } = state;
    for (let i = model.unitStart[request]!; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      const base = unit * model.slots;
      if (!model.single[unit] || state.occupant[base + a]! < 0) continue;
      if (state.occupant[base + b]! >= 0 || model.capacity[base + b]! === 0) return false;
    }
    return true;
  }
}
