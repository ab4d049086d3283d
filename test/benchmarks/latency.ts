/** Work that goes on side by side, so many pieces at once at most. The first piece that fails ends it. */
export class Flights {
  private readonly going = new Set<Promise<void>>();
  private failure: { readonly reason: unknown } | undefined;

  constructor(private readonly atOnce: number) {}

  /** Begins a piece as soon as there is room for it; throws what an earlier piece failed with. */
  async begin(piece: () => Promise<void>): Promise<void> {
    while (this.going.size >= this.atOnce) await Promise.race(this.going);
    this.throwFailure();
    const flight = piece()
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => this.going.delete(flight));
    this.going.add(flight);
  }

  /** Waits for every piece begun; throws what one of them failed with. */
  async end(): Promise<void> {
    await Promise.all(this.going);
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.reason;
  }
}

/** Durations of many calls, in milliseconds. */
export class Latencies {
  private readonly sorted: number[];

  constructor(milliseconds: readonly number[]) {
    this.sorted = [...milliseconds].sort((a, b) => a - b);
  }

  /** The duration that a share of the calls did not exceed, rounded to hundredths. */
  percentile(share: number): number {
    const at = Math.min(this.sorted.length - 1, Math.floor(this.sorted.length * share));
    return Math.round((this.sorted[at] ?? Number.NaN) * 100) / 100;
  }
}

/** How long a load went on and what it met. */
export interface LoadOutcome {
  readonly latencies: Latencies;
  /** Calls a second. */
  readonly rps: number;
}

/** Makes calls one behind the other on so many connections until all are made; a failing call ends the load. */
export async function load(
  calls: number,
  connections: number,
  call: (index: number) => Promise<void>,
): Promise<LoadOutcome> {
  const durations: number[] = [];
  let next = 0;
  const started = performance.now();
  const connection = async () => {
    for (let index = next++; index < calls; index = next++) {
      const before = performance.now();
      await call(index);
      durations.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return {
    latencies: new Latencies(durations),
    rps: Math.round((calls * 1000) / (performance.now() - started)),
  };
}

/** What work gave, and how many milliseconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

/** The middle value; of an even number the higher of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
