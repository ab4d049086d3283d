/** npm passes a Ctrl-C on that the terminal has sent to everybody already: what follows so soon is the same wish. */
const SAME_WISH_MS = 500;

/** Turns the operator's signals into two wishes: to stop, and, repeated, to stop at once. Gives what ends listening. */
export function onStopSignals(
  stop: () => void,
  stopAtOnce: () => void,
  clock: () => number = () => performance.now(),
): () => void {
  let first: number | undefined;
  const wish = (): void => {
    const now = clock();
    if (first === undefined) {
      first = now;
      stop();
    } else if (now - first > SAME_WISH_MS) stopAtOnce();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, wish);
  return () => {
    for (const signal of signals) process.off(signal, wish);
  };
}
