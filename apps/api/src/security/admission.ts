import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, requestOver, type RequestBudget, withoutStack } from '@app/kernel';

/** How much work of one kind a process takes on at once. */
export interface AdmissionLimits {
  /** Operations under way, of everybody and of one caller. */
  readonly running: number;
  readonly runningPerCaller: number;
  /** Their cost together; one alone may exceed it. */
  readonly cost: number;
  /**
   * Operations from this cost on leave their place empty for twice as long as they took while guests wait for it, so that
   * two thirds of the time are left to cheap requests however many they are. A person who waits begins at once.
   */
  readonly restsFrom: number;
  /** Operations that wait: no guest's where so many wait already, so many of persons, and so many of one caller. */
  readonly waiting: number;
  readonly waitingSignedIn: number;
  readonly waitingPerCaller: number;
  /** Longest wait in milliseconds; after it the operation is refused, as with a full queue. */
  readonly waitMs: number;
}

/** When it is worth asking again: by then what waits now is done. */
export const RETRY_AFTER_SECONDS = 5;
/** Reason of a refusal. */
export const SERVER_BUSY = 'SERVER_BUSY';

/** An operation that waited long for the database needs no rest as long. */
const MAX_REST_MS = 500;
const RESTS = 2;

/** Who asks, and what the operation costs. */
export interface Asking {
  /** A person, or all guests of a network address. */
  readonly caller: string;
  readonly signedIn: boolean;
  readonly cost: number;
}

interface Waiter extends Asking {
  readonly begin: () => void;
  readonly refuse: (cause: DomainError) => void;
}

/**
 * Lets operations in: so many at once, so many waiting, few of them of one caller. Everybody else is refused at once, so
 * that a crowd that asks for too much costs next to nothing. Persons who have signed in come before guests: they begin
 * first, and where the queue is full the guest who came last gives way. Protects always, also where nobody's rate is
 * counted.
 */
export class Admission {
  private running = 0;
  private cost = 0;
  private readonly runningOf = new Map<string, number>();
  private readonly waiting: Waiter[] = [];

  /** @param pause Resolves after some milliseconds; a test decides when. */
  constructor(
    readonly limits: AdmissionLimits,
    private readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<unknown> = (ms, signal) =>
      delay(ms, undefined, { ref: false, signal }),
  ) {}

  /** Runs work when it is its turn; throws TOO_MANY when too much waits, UNAVAILABLE when the request ends before. */
  async run<T>(budget: RequestBudget, cost: number, work: () => PromiseLike<T> | T): Promise<T> {
    budget.throwIfOver();
    const { caller, signedIn } = budget;
    const asking = { caller, signedIn, cost };
    if (this.mayBegin(asking)) this.begin(asking);
    else await this.wait(budget, asking);
    const began = performance.now();
    try {
      return await work();
    } finally {
      const rests =
        asking.cost >= this.limits.restsFrom &&
        this.waiting.length > 0 &&
        !this.waiting.some((waiter) => waiter.signedIn);
      if (rests) this.rest(asking, performance.now() - began);
      else this.end(asking);
    }
  }

  /** Whether an operation would be refused now. */
  isFullFor(asking: Asking): boolean {
    if (this.mayBegin(asking)) return false;
    const own = this.waiting.filter(({ caller }) => caller === asking.caller).length;
    if (own >= this.limits.waitingPerCaller) return true;
    if (!asking.signedIn) return this.waiting.length >= this.limits.waiting;
    return this.waiting.filter(({ signedIn }) => signedIn).length >= this.limits.waitingSignedIn;
  }

  private lastGuest(): Waiter | undefined {
    return this.waiting.findLast(({ signedIn }) => !signedIn);
  }

  private mayBegin({ caller, cost }: Asking): boolean {
    const { limits } = this;
    return (
      this.running < limits.running &&
      (this.running === 0 || this.cost + cost <= limits.cost) &&
      (this.runningOf.get(caller) ?? 0) < limits.runningPerCaller
    );
  }

  private begin({ caller, cost }: Asking): void {
    this.running++;
    this.cost += cost;
    this.runningOf.set(caller, (this.runningOf.get(caller) ?? 0) + 1);
  }

  private wait(budget: RequestBudget, asking: Asking): Promise<void> {
    if (this.isFullFor(asking)) return Promise.reject(serverBusy());
    if (this.waiting.length >= this.limits.waiting) this.lastGuest()?.refuse(serverBusy());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        ...asking,
        begin: () => {
          forget();
          this.begin(asking);
          resolve();
        },
        refuse: (cause) => {
          forget();
          this.waiting.splice(this.waiting.indexOf(waiter), 1);
          reject(cause);
        },
      };
      this.waiting.push(waiter);
      const tooLong = new AbortController();
      const taken = budget.onEnd(() => waiter.refuse(requestOver()));
      const forget = (): void => {
        taken();
        tooLong.abort();
      };
      this.pause(this.limits.waitMs, tooLong.signal).then(
        () => {
          if (this.waiting.includes(waiter)) waiter.refuse(serverBusy());
        },
        () => undefined,
      );
    });
  }

  private rest(asking: Asking, milliseconds: number): void {
    void this.pause(Math.min(RESTS * milliseconds, MAX_REST_MS)).finally(() => this.end(asking));
  }

  private end({ caller, cost }: Asking): void {
    this.running--;
    this.cost -= cost;
    const left = (this.runningOf.get(caller) ?? 1) - 1;
    if (left > 0) this.runningOf.set(caller, left);
    else this.runningOf.delete(caller);
    for (;;) {
      const ready = this.waiting.filter((waiter) => this.mayBegin(waiter));
      const next = ready.find(({ signedIn }) => signedIn) ?? ready[0];
      if (!next) return;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      next.begin();
    }
  }
}

function serverBusy(): DomainError {
  return withoutStack(() => new DomainError('TOO_MANY', SERVER_BUSY, { seconds: RETRY_AFTER_SECONDS }));
}
