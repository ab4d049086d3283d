/** The launcher's lines, each with the seconds since the start. */
export class Progress {
  private readonly began = performance.now();

  constructor(private readonly write: (line: string) => void = (line) => console.log(line)) {}

  /** One finished step, or something worth knowing. */
  say(what: string): void {
    this.write(`[${this.seconds().padStart(5)} s] ${what}`);
  }

  /** Lines without a time. */
  print(lines: readonly string[]): void {
    for (const line of lines) this.write(line);
  }

  /** Seconds since the start, with one decimal. */
  seconds(): string {
    return ((performance.now() - this.began) / 1000).toFixed(1);
  }
}
