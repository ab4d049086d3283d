/** A span in which one meeting fits, as instants. */
export interface SlotSpan {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Slots one after another as an organizer thinks of them. */
export interface SlotPlan {
  /** Start of the first one. */
  readonly from: string;
  readonly minutes: number;
  /** Time to walk between two of them, in minutes. */
  readonly pause: number;
  readonly count: number;
}

const MINUTE_MS = 60_000;

const overlap = (one: SlotSpan, other: SlotSpan): boolean =>
  Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt);

/** What comes of a plan. */
export interface PlannedSlots {
  /** Those that were there and those that were added, in the order of time. */
  readonly slots: SlotSpan[];
  readonly added: number;
  /** How many were left out since they do not lie within the event. */
  readonly outside: number;
  /** How many were left out since they overlap slots that were there. */
  readonly overlapping: number;
}

/** Adds the slots of a plan that lie within the event and do not overlap those that are there; counts the others. */
export function planSlots(present: readonly SlotSpan[], plan: SlotPlan, event: SlotSpan): PlannedSlots {
  const first = Date.parse(plan.from);
  const step = (plan.minutes + plan.pause) * MINUTE_MS;
  const wanted = Array.from({ length: plan.count }, (_, i) => ({
    startsAt: new Date(first + i * step).toISOString(),
    endsAt: new Date(first + i * step + plan.minutes * MINUTE_MS).toISOString(),
  }));
  const within = wanted.filter(
    (slot) =>
      Date.parse(slot.startsAt) >= Date.parse(event.startsAt) &&
      Date.parse(slot.endsAt) <= Date.parse(event.endsAt),
  );
  const added = within.filter((slot) => !present.some((other) => overlap(slot, other)));
  return {
    slots: [...present, ...added].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    added: added.length,
    outside: wanted.length - within.length,
    overlapping: within.length - added.length,
  };
}

/** Labels of so many tables, beginning after those that are there. */
export function furtherTables(present: readonly string[], count: number): string[] {
  const labels = new Set(present);
  for (let number = 1; labels.size < present.length + count; number++) labels.add(`T${number}`);
  return [...labels];
}
