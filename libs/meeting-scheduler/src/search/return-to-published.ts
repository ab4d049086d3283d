import type { Insertion } from './insertion.js';

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
