import { SupervisedProcess } from './supervised-process.js';

function supervise(script: string, firstPauseMs = 1) {
  const said: string[] = [];
  let gaveUp = (_sentence: string): void => undefined;
  const givenUp = new Promise<string>((resolve) => (gaveUp = resolve));
  let dies = (): void => undefined;
  const died = new Promise<void>((resolve) => (dies = resolve));
  const process = new SupervisedProcess({
    name: 'worker',
    program: ['-e', script],
    environment: {},
    firstPauseMs,
    drainMs: 30_000,
    say: (line) => {
      said.push(line);
      dies();
    },
    onGiveUp: (sentence) => gaveUp(sentence),
  });
  return { process, said, givenUp, died };
}

describe('a supervised process', () => {
  it('is started again with growing pauses, and given up after five deaths within a minute', async () => {
    const { process, said, givenUp } = supervise('process.exit(3)');
    process.start();
    expect(await givenUp).toBe('The worker ended 5 times within a minute (code 3): see its messages above.');
    expect(said).toEqual(
      [0.001, 0.002, 0.004, 0.008].map(
        (pause) => `the worker ended unexpectedly (code 3) and is started again in ${pause} s`,
      ),
    );
  });

  it('may finish what it holds when it is stopped, and is not started again', async () => {
    const { process: supervised, said } = supervise(
      `process.on('SIGTERM', () => setImmediate(() => process.exit(0))); process.on('message', () => {}); process.send({ ready: true })`,
    );
    supervised.start();
    await supervised.ready;
    expect(supervised.pid).toBeGreaterThan(0);
    await supervised.stop();
    expect(supervised.pid).toBeUndefined();
    expect(said).toEqual([]);
  });

  it('is not started any more when it is stopped during a pause', async () => {
    const { process: supervised, died } = supervise('process.exit(1)', 60_000);
    supervised.start();
    await died;
    await supervised.stop();
    expect(supervised.pid).toBeUndefined();
  });
});
