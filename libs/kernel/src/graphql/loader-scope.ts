import DataLoader from 'dataloader';
import type { RequestBudget } from '../process/request-budget.js';

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
