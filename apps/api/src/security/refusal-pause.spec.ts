import { RequestBudget } from '@app/kernel';
import { RefusalPause } from './refusal-pause.js';

/** Pauses that are noted and end at once, on a clock that is set by hand. */
function notedPauses() {
  const pauses: number[] = [];
  const clock = { now: 0 };
  const sleep = (milliseconds: number) => Promise.resolve(pauses.push(milliseconds));
  return { pause: new RefusalPause({ now: () => clock.now, sleep }), pauses, clock };
}

async function refuse(pause: RefusalPause, caller: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await pause.beforeRefusal(new RequestBudget(caller));
}

describe('the pause before a refusal', () => {
  it('grows for an address that goes on, up to two seconds', async () => {
    const { pause, pauses } = notedPauses();
    await refuse(pause, 'a', 1);
    expect(pauses).toEqual([]);
    await refuse(pause, 'a', 6);
    expect(pauses).toEqual([250, 500, 1000, 2000, 2000, 2000]);
  });

  it('is nobody else’s', async () => {
    const { pause, pauses } = notedPauses();
    await refuse(pause, 'a', 10);
    const before = pauses.length;
    await refuse(pause, 'b', 1);
    expect(pauses).toHaveLength(before);
  });

  it('is forgiven with time', async () => {
    const { pause, pauses, clock } = notedPauses();
    await refuse(pause, 'a', 3);
    clock.now = 6000;
    await refuse(pause, 'a', 1);
    expect(pauses).toEqual([250, 500]);
  });

  it('ends when the client goes', async () => {
    const sleep = (_: number, signal: AbortSignal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
    const pause = new RefusalPause({ now: () => 0, sleep });
    await refuse(pause, 'a', 1);
    const budget = new RequestBudget('a');
    const held = pause.beforeRefusal(budget);
    budget.end();
    await expect(held).resolves.toBeUndefined();
  });

  it('holds back so many answers and no more', async () => {
    const pause = new RefusalPause({ now: () => 0, sleep: () => new Promise(() => undefined) });
    await refuse(pause, 'a', 1);
    for (let i = 0; i < 1000; i++) void pause.beforeRefusal(new RequestBudget('a'));
    await expect(pause.beforeRefusal(new RequestBudget('a'))).resolves.toBeUndefined();
  });
});
