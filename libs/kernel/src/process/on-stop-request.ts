/**
 * Calls `stop` once when this process is asked to finish: by a signal, or because the launcher that started it is gone
 * and the channel to it closed, perhaps before we came to listen. Afterwards the process ends.
 */
export function onStopRequest(stop: () => Promise<void>): void {
  let asked = false;
  const finish = (): void => {
    if (asked) return;
    asked = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, finish);
  process.on('disconnect', finish);
  if (process.send && !process.connected) finish();
}
