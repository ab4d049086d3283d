import { DomainError, withoutStack } from '../errors/domain-error.js';

let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a turn of the event loop that no other caller of this function gets. Work of some milliseconds that many
 * requests ask for at once is done piece by piece, and cheap requests are answered between two pieces.
 */
export function ownTurn(): Promise<void> {
  return (last = last.then(() => new Promise((resolve) => setImmediate(resolve))));
}

/**
 * What a request may still take: its work ends when its time is over or its client has gone. The flag lies in shared
 * memory, so that a thread that computes for the request sees it between two steps.
 */
export class RequestBudget {
  private memory: Int32Array | undefined;
  private over = false;
  private readonly listeners = new Set<() => void>();

  /**
   * @param caller Who asks, as limits of concurrent work count: a person, or all guests of a network address.
   * @param signedIn Whether that is a person: where work has to wait, persons come before guests.
   */
  constructor(
    readonly caller: string,
    readonly signedIn = false,
  ) {}

  /** Whether nobody waits for the answer any more. */
  get isOver(): boolean {
    return this.over;
  }

  /** One number in shared memory, 0 until the request is over. */
  get flag(): Int32Array {
    if (!this.memory) {
      this.memory = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      if (this.over) Atomics.store(this.memory, 0, 1);
    }
    return this.memory;
  }

  /** Ends all work of the request; called again it does nothing. */
  end(): void {
    if (this.over) return;
    this.over = true;
    if (this.memory) Atomics.store(this.memory, 0, 1);
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }

  /** Calls `listener` once when the request ends; gives what takes it back. */
  onEnd(listener: () => void): () => void {
    if (this.over) listener();
    else this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Throws once the request is over: what follows would be work for nobody. */
  throwIfOver(): void {
    if (this.over) throw requestOver();
  }
}

/** What work is given up with when nobody waits for it any more. */
export function requestOver(): DomainError {
  return withoutStack(() => new DomainError('UNAVAILABLE', 'UNAVAILABLE'));
}
