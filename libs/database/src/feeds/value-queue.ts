/** Whoever does not take for so long that more than this waits has gone; the oldest is dropped, the list has it. */
const MOST_WAITING = 200;

/** Values on their way to one reader, in order; it ends when the reader or the giver ends it. */
export class ValueQueue<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private taker: ((result: IteratorResult<T>) => void) | undefined;
  private ended = false;

  /** `onEnd` is called once. */
  constructor(private readonly onEnd: () => void = () => undefined) {}

  /** Gives a value to the reader, now or when it asks. */
  push(value: T): void {
    if (this.ended) return;
    if (this.taker) {
      this.taker({ value, done: false });
      this.taker = undefined;
      return;
    }
    this.waiting.push(value);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
  }

  next(): Promise<IteratorResult<T>> {
    const [value] = this.waiting.splice(0, 1);
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => (this.taker = resolve));
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.ended) {
      this.ended = true;
      this.waiting.length = 0;
      this.taker?.({ value: undefined, done: true });
      this.taker = undefined;
      this.onEnd();
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
