let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a turn of the event loop that no other caller of this function gets. Work of some milliseconds that many
 * requests ask for at once is done piece by piece, and cheap requests are answered between two pieces.
 */
export function ownTurn(): Promise<void> {
  return (last = last.then(() => new Promise((resolve) => setImmediate(resolve))));
}
