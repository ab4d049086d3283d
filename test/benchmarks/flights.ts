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
