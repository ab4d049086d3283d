import DataLoader from 'dataloader';
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

/** The loaders of one request: each batches the keys asked for in the same tick into one statement. */
export class LoaderScope {
  private readonly loaders = new Map<object, DataLoader<string, unknown>>();

  /** @param budget What the request may still take; absent where nobody waits, as in jobs. */
  constructor(readonly budget?: RequestBudget) {}

  /** The request's own loader behind a {@link BatchLoader}. */
  of<V>(owner: object, make: () => DataLoader<string, V>): DataLoader<string, V> {
    let loader = this.loaders.get(owner);
    if (!loader) this.loaders.set(owner, (loader = make()));
    return loader as DataLoader<string, V>;
  }
}

/** Loads things by key, many keys in one statement; one instance serves all requests, each with its own scope. */
export abstract class BatchLoader<V> {
  /** The values for keys, in any order. */
  protected abstract fetch(keys: readonly string[]): Promise<readonly V[]>;

  /** The key of a value that {@link fetch} gave. */
  protected abstract keyOf(value: V): string;

  /** The value of a key, or null. */
  load(scope: LoaderScope, key: string): Promise<V | null> {
    return scope.of<V | null>(this, () => new DataLoader((keys) => this.batch(keys))).load(key);
  }

  private async batch(keys: readonly string[]): Promise<(V | null)[]> {
    const found = new Map((await this.fetch(keys)).map((value) => [this.keyOf(value), value]));
    return keys.map((key) => found.get(key) ?? null);
  }
}

/** Loads the many things that belong to a key, many keys in one statement. */
export abstract class BatchListLoader<V> {
  protected abstract fetch(keys: readonly string[]): Promise<readonly V[]>;

  /** The key that a value belongs to. */
  protected abstract keyOf(value: V): string;

  /** The values of a key, in the order that {@link fetch} gave. */
  load(scope: LoaderScope, key: string): Promise<V[]> {
    return scope.of<V[]>(this, () => new DataLoader((keys) => this.batch(keys))).load(key);
  }

  private async batch(keys: readonly string[]): Promise<V[][]> {
    const lists = new Map<string, V[]>(keys.map((key) => [key, []]));
    for (const value of await this.fetch(keys)) lists.get(this.keyOf(value))?.push(value);
    return keys.map((key) => lists.get(key) ?? []);
  }
}
