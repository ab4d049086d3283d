import { compileProblem, type SlotModel } from '../problem/slot-model.js';
import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import type { Insertion } from './insertion.js';
import { ScheduleState } from './schedule-state.js';

/** How often those are shaken who are in the way of a chosen request. */
const SHAKES = 1500;

/** What a careful person does by hand, and what the solvers are compared with: best wishes first, first free slot. */
function greedySchedule(state: ScheduleState): void {
  const { model } = state;
  for (const request of byImportance(model, [...Array(model.requests).keys()]))
    for (let slot = 0; slot < model.slots; slot++)
      if (state.fits(request, slot)) {
        state.place(request, slot);
        break;
      }
}

/** Puts what is locked in its slot; whoever calls has seen to it that locked meetings do not contradict each other. */
export function placeLocked(state: ScheduleState): void {
  const { model } = state;
  for (let request = 0; request < model.requests; request++) {
    if (!model.fixed[request]) continue;
    for (let slot = 0; slot < model.slots; slot++) if (state.fits(request, slot)) state.place(request, slot);
  }
}

/** Takes over a published schedule as far as it may still be kept. */
export function placePublished(state: ScheduleState): void {
  const { model } = state;
  model.published?.forEach((slot, request) => {
    if (slot >= 0 && state.slotOf[request]! < 0 && state.fits(request, slot)) state.place(request, slot);
  });
}

/**
 * The requests that the flow chose, those with the fewest slots first, each into a slot or by a chain; then the rest.
 * Only the retries for requests without a slot respect the budget, so a run that is stopped at once still returns a
 * first schedule.
 */
export function placeChosen(insertion: Insertion, chosen: readonly number[], until: () => boolean): void {
  const { state } = insertion;
  const { model } = state;
  const hardest = [...chosen].sort(
    (one, other) =>
      model.must[other]! - model.must[one]! || model.allowedCount[one]! - model.allowedCount[other]!,
  );
  for (const request of hardest) if (state.slotOf[request]! < 0) insertion.insert(request);
  shakeIn(insertion, hardest, until);
  const rest = byImportance(
    model,
    [...Array(model.requests).keys()].filter((r) => state.slotOf[r]! < 0),
  );
  for (const request of rest) insertion.insertDirectly(request);
}

/**
 * Who found no slot, though the flow chose them, is tried again while the others change slots at random: the meetings
 * that are held stay the same ones.
 */
function shakeIn(insertion: Insertion, chosen: readonly number[], until: () => boolean): void {
  const { state, random, chain } = insertion;
  const { model } = state;
  let missing = chosen.filter((request) => state.slotOf[request]! < 0);
  for (let round = 0; round < SHAKES && missing.length > 0 && !until(); round++) {
    for (const request of missing) {
      const unit = model.unitList[model.unitStart[request]! + random.below(2)]!;
      const from = random.below(model.slots);
      const other = state.occupant[unit * model.slots + from]!;
      const to = random.below(model.slots);
      if (other < 0 || model.fixed[other] || to === from || !chain.bring(other, to, from)) continue;
      insertion.insert(request);
    }
    missing = missing.filter((request) => state.slotOf[request]! < 0);
  }
}

/** MUST first, then by weight. */
function byImportance(model: SlotModel, requests: number[]): number[] {
  return requests.sort(
    (one, other) => model.must[other]! - model.must[one]! || model.weight[other]! - model.weight[one]!,
  );
}

/** The schedule of a careful person without a computer: the best wishes first, each in the first free slot. */
export function scheduleGreedily(problem: MeetingProblem): MeetingSchedule {
  const state = new ScheduleState(compileProblem(problem));
  greedySchedule(state);
  return [...state.slotOf];
}
