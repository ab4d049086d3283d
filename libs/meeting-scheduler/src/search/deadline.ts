/** Until when a search may go on, and whether somebody has called it off. */
export class Deadline {
  private checks = 0;
  private over = false;

  /** `called` is asked now and then whether the search was cancelled. */
  constructor(
    private readonly endsAt: number,
    private readonly called: () => boolean = () => false,
  ) {}

  /** So many milliseconds from now. */
  static in(milliseconds: number, called?: () => boolean): Deadline {
    return new Deadline(performance.now() + milliseconds, called);
  }

  /** A part of the time that is left, from 0 to 1. */
  part(share: number): Deadline {
    return new Deadline(performance.now() + this.left() * share, this.called);
  }

  /** Milliseconds left. */
  left(): number {
    return Math.max(0, this.endsAt - performance.now());
  }

  /** Whether time is up; looks at the clock every so many calls. */
  passed(every = 16): boolean {
    if (!this.over && this.checks++ % every === 0)
      this.over = performance.now() >= this.endsAt || this.called();
    return this.over;
  }
}
