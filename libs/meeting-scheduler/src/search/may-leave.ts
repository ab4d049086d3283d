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
