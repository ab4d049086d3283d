import type { SlotModel } from '../problem/slot-model.js';

/**
 * How many meetings each participant can have at most if everybody else were free: the greatest matching between the
 * participant's requests and slots (augmenting paths, Kuhn 1955), no more than its maximum. A delegation of several
 * persons is bounded by its places.
 */
export function starLimits(model: SlotModel): Int32Array {
  return Int32Array.from({ length: model.participants }, (_, participant) => {
    const limit = model.single[participant] ? matchedSlots(model, participant) : places(model, participant);
    return Math.min(limit, model.maximum[participant]!);
  });
}

function places(model: SlotModel, participant: number): number {
  let sum = 0;
  for (let slot = 0; slot < model.slots; slot++) sum += model.capacity[participant * model.slots + slot]!;
  return Math.min(sum, model.requestStart[participant + 1]! - model.requestStart[participant]!);
}

function matchedSlots(model: SlotModel, participant: number): number {
  const holder = new Int32Array(model.slots).fill(-1);
  let matched = 0;
  for (let i = model.requestStart[participant]!; i < model.requestStart[participant + 1]!; i++) {
    if (augment(model, model.requestList[i]!, holder, new Uint8Array(model.slots))) matched++;
    if (matched === model.slots) break;
  }
  return matched;
}

function augment(model: SlotModel, request: number, holder: Int32Array, seen: Uint8Array): boolean {
  for (let slot = 0; slot < model.slots; slot++) {
    if (seen[slot] || !model.allowed[request * model.slots + slot]) continue;
    seen[slot] = 1;
    if (holder[slot]! < 0 || augment(model, holder[slot]!, holder, seen)) {
      holder[slot] = request;
      return true;
    }
  }
  return false;
}
