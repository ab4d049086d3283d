/**
 * A text as it stands in a `like` pattern for itself: what the pattern would read as wildcards or escapes is escaped.
 * Add `%` on the sides that are open.
 */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The `like` pattern of every text that contains this one. */
export function containsPattern(text: string): string {
  return `%${escapeLike(text)}%`;
}
