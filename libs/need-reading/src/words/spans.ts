/** A stretch of a text: from `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something found in a folded text: its place and what it says. */
export interface Found<T> extends Span {
  readonly value: T;
}

/** Replaces a stretch by commas: it ends a clause there, and all positions stay. */
export function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ','.repeat(end - start) + text.slice(end);
}

/** Replaces a stretch by spaces, so that all positions stay. */
export function erase(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Whether the first stretch lies within the second. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two stretches share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
