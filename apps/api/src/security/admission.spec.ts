import { type DomainError, RequestBudget } from '@app/kernel';
import { jest } from '@jest/globals';
import { Admission, type AdmissionLimits, RETRY_AFTER_SECONDS } from './admission.js';
import { OperationAdmission, usualOperationLimits } from './operation-admission.js';

const LIMITS: AdmissionLimits = {
  running: 2,
  runningPerCaller: 1,
  cost: 100,
  restsFrom: Number.POSITIVE_INFINITY,
  waiting: 3,
  waitingSignedIn: 3,
  waitingPerCaller: 2,
  waitMs: 60_000,
};

/** A door, the order in which work begins behind it, and how each piece came out. */
function aDoor(limits: Partial<AdmissionLimits> = {}) {
  const admission = new Admission({ ...LIMITS, ...limits });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, { caller = name, cost = 10, signedIn = false } = {}) => {
    const budget = new RequestBudget(caller, signedIn);
    const work = () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    };
    const outcome = admission.run(budget, cost, work).then(
      () => 'DONE',
      ({ kind }: DomainError) => kind,
    );
    return { outcome, budget };
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)!();
    await turn();
  };
  return { admission, ask, begun, end, turn };
}

describe('the admission of operations', () => {
  it('lets so many begin at once, and the next when one ends', async () => {
    const { ask, begun, end, turn } = aDoor();
    for (const name of ['a', 'b', 'c', 'd']) ask(name);
    await turn();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('refuses at once when so many wait', async () => {
    const { ask } = aDoor();
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    expect(await ask('f').outcome).toBe('TOO_MANY');
  });

  it('says when it is worth asking again', async () => {
    const { admission } = aDoor({ running: 0, waiting: 0 });
    await expect(admission.run(new RequestBudget('a'), 1, () => 1)).rejects.toMatchObject({
      code: 'SERVER_BUSY',
      params: { seconds: RETRY_AFTER_SECONDS },
    });
  });

  it('lets one caller neither run nor wait beyond its share, and others pass it', async () => {
    const { admission, ask, begun, turn } = aDoor();
    for (const name of ['a1', 'a2', 'a3']) ask(name, { caller: 'a' });
    expect(admission.isFullFor({ caller: 'a', signedIn: false, cost: 1 })).toBe(true);
    expect(admission.isFullFor({ caller: 'b', signedIn: false, cost: 1 })).toBe(false);
    expect(await ask('a4', { caller: 'a' }).outcome).toBe('TOO_MANY');
    ask('b1', { caller: 'b' });
    await turn();
    expect(begun).toEqual(['a1', 'b1']);
  });

  it('lets persons begin before guests who came earlier', async () => {
    const { ask, begun, end, turn } = aDoor({ running: 1 });
    for (const name of ['a', 'b', 'c']) ask(name);
    ask('person', { signedIn: true });
    await turn();
    await end('a');
    expect(begun).toEqual(['a', 'person']);
    await end('person');
    expect(begun).toEqual(['a', 'person', 'b']);
  });

  it('lets the guest who came last give way to a person where the queue is full, and no person to anybody', async () => {
    const { admission, ask, begun, end, turn } = aDoor({ running: 1, waiting: 2, waitingSignedIn: 2 });
    ask('a');
    ask('b');
    const last = ask('c');
    expect(admission.isFullFor({ caller: 'd', signedIn: false, cost: 1 })).toBe(true);
    expect(admission.isFullFor({ caller: 'd', signedIn: true, cost: 1 })).toBe(false);
    ask('first person', { signedIn: true });
    expect(await last.outcome).toBe('TOO_MANY');
    ask('second person', { signedIn: true });
    expect(await ask('third person', { signedIn: true }).outcome).toBe('TOO_MANY');
    await turn();
    await end('a');
    await end('first person');
    expect(begun).toEqual(['a', 'first person', 'second person']);
  });

  it('lets the dearest run alone', async () => {
    const { ask, begun, end, turn } = aDoor({ running: 5 });
    ask('small', { cost: 60 });
    ask('dearest', { cost: 5000 });
    ask('beside', { cost: 40 });
    await turn();
    expect(begun).toEqual(['small', 'beside']);
    await end('small');
    await end('beside');
    expect(begun).toEqual(['small', 'beside', 'dearest']);
  });

  it('leaves time to others while somebody waits for an expensive operation to end', async () => {
    const rests: (() => void)[] = [];
    const pause = (ms: number) =>
      new Promise<void>((resolve) => void (ms === LIMITS.waitMs || rests.push(resolve)));
    const admission = new Admission({ ...LIMITS, running: 1, restsFrom: 1 }, pause);
    const begun: string[] = [];
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
    const ask = (name: string) =>
      admission.run(new RequestBudget(name), 1, async () => {
        begun.push(name);
        await turn();
      });
    const [first, second] = [ask('a'), ask('b')];
    await first;
    await turn();
    expect(begun).toEqual(['a']);
    rests[0]!();
    await second;
    expect(begun).toEqual(['a', 'b']);
    await ask('c');
    expect(rests).toHaveLength(1);
  });

  it('leaves no time where a person waits, who has come first', async () => {
    const pause = (ms: number) =>
      ms === LIMITS.waitMs ? new Promise<void>(() => undefined) : Promise.reject(new Error('rested'));
    const admission = new Admission({ ...LIMITS, running: 1, restsFrom: 1 }, pause);
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
    const first = admission.run(new RequestBudget('a'), 1, turn);
    expect(await admission.run(new RequestBudget('person', true), 1, () => 'begun')).toBe('begun');
    await first;
  });

  it('takes in a working day’s crowd of persons, where guests are refused long before', async () => {
    const { waiting, waitingSignedIn } = usualOperationLimits(1).dear;
    expect(waitingSignedIn).toBeGreaterThan(2 * waiting);
    const { admission, ask } = aDoor({ running: 1, waiting: 1, waitingSignedIn: 4 });
    for (const name of ['running', 'b', 'c', 'd', 'e']) ask(name, { signedIn: true });
    expect(await ask('guest').outcome).toBe('TOO_MANY');
    expect(admission.isFullFor({ caller: 'f', signedIn: true, cost: 1 })).toBe(true);
    expect(await ask('f', { signedIn: true }).outcome).toBe('TOO_MANY');
  });

  it('refuses what has waited too long, and does not begin it afterwards', async () => {
    const pauses: (() => void)[] = [];
    const pause = () => new Promise<void>((resolve) => pauses.push(resolve));
    const admission = new Admission({ ...LIMITS, running: 1 }, pause);
    let endFirst: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (endFirst = resolve));
    const running = admission.run(new RequestBudget('a'), 1, () => first);
    const begun = jest.fn();
    const waiting = admission.run(new RequestBudget('b'), 1, begun);
    pauses[0]!();
    await expect(waiting).rejects.toMatchObject({ code: 'SERVER_BUSY' });
    endFirst();
    await running;
    expect(begun).not.toHaveBeenCalled();
  });

  it('gives up what waits for a request that is over, and makes room', async () => {
    const { ask, begun, end } = aDoor();
    for (const name of ['a', 'b']) ask(name);
    const gone = ask('c');
    ask('d');
    gone.budget.end();
    expect(await gone.outcome).toBe('UNAVAILABLE');
    await end('a');
    expect(begun).toEqual(['a', 'b', 'd']);
  });

  it('makes room when work fails', async () => {
    const { admission } = aDoor({ running: 1, waiting: 0 });
    const fail = () => Promise.reject(new Error('no'));
    await expect(admission.run(new RequestBudget('a'), 1, fail)).rejects.toThrow('no');
    expect(await admission.run(new RequestBudget('a'), 1, () => 7)).toBe(7);
  });

  it('leaves cheap operations alone', () => {
    const admission = new OperationAdmission(usualOperationLimits(1));
    const budget = new RequestBudget('a');
    const cost = (value: number, dear = 0) => ({ cost: value, dear, constant: true });
    expect(admission.run(budget, cost(100), () => 1)).toBeNull();
    expect(admission.run(budget, cost(1000), () => 1)).toBeInstanceOf(Promise);
    expect(admission.run(budget, cost(100, 500), () => 1)).toBeInstanceOf(Promise);
  });
});
