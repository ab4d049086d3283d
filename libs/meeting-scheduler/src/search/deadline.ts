/** How long work may go on: so many seconds, or so many steps of the search, which come to the same on every machine. */
export interface SearchBudget {
  readonly unit: 'SECONDS' | 'STEPS';
  readonly amount: number;
}

/** Until when a search may go on, and whether somebody has called it off. */
export class Deadline {
  private readonly began = performance.now();
  private checks = 0;
  private over = false;

  /** `called` is asked now and then whether the search was cancelled. */
  constructor(
    private readonly budget: SearchBudget,
    private readonly called: () => boolean = () => false,
  ) {}

  /** Questions whether time is up, each of which is a step. */
  get steps(): number {
    return this.checks;
  }

  /** The part of the budget that is left, from 1 at the beginning to 0. */
  leftShare(): number {
    const { amount } = this.budget;
    return amount > 0 ? Math.max(0, 1 - this.used() / amount) : 0;
  }

  /** Whether the budget is used up; looks at the clock every so many calls. */
  passed(every = 16): boolean {
    if (!this.over && this.checks++ % every === 0)
      this.over = this.used() >= this.budget.amount || this.called();
    return this.over;
  }

  private used(): number {
    // The call that asks is not yet a step that was taken.
    return this.budget.unit === 'STEPS' ? this.checks - 1 : (performance.now() - this.began) / 1000;
  }
}
