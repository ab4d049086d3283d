import { programSize } from '../exact/meeting-program.js';
import { compileProblem, type SlotModel } from '../problem/slot-model.js';
import type { MeetingProblem } from '../problem/meeting-problem.js';
import type { SearchBudget } from '../search/deadline.js';
import type { SolveOptions, SolvePhase } from './solve-meetings.js';
import type { SolverStage, StageOutcome, StageProgress } from './run-stage.js';
import { hasThreads, openStagePlace, type StagePlace } from './stage-place.js';

/** The exact solver is asked when its program has at most so many variables: larger ones it does not end in time. */
const EXACT_VARIABLES = 20_000;
/** Shares of the budget: first search, search and exact solver side by side, value, fairness; the rest for idle periods. */
const SHARES = { count: 0.45, both: 0.5, value: 0.3, fairness: 0.12 };

/** What is known so far. */
export interface BestSoFar {
  readonly slotOf: Int32Array;
  readonly meetingsBound: number;
  readonly valueBound: number;
}

/** One run of the solver: stages one after another, the exact solver beside the search where that can pay. */
export class SolverRun {
  private readonly began = performance.now();
  private readonly model: SlotModel;
  /** Everything that may be spent, in the unit of the budget. */
  private readonly limit: number;
  private readonly unit: SearchBudget['unit'];
  /** Steps that the search took. */
  steps = 0;
  private readonly search: StagePlace;
  private exact: StagePlace | null = null;
  private phase: SolvePhase = 'MEETINGS';
  private slotOf: Int32Array;
  private meetingsBound = Infinity;
  private valueBound = Infinity;
  private seed: number;

  constructor(
    private readonly problem: MeetingProblem,
    private readonly options: SolveOptions,
  ) {
    this.model = compileProblem(problem);
    this.unit = options.steps === undefined ? 'SECONDS' : 'STEPS';
    this.limit = options.steps ?? options.seconds ?? 8;
    this.seed = options.seed ?? 1;
    this.slotOf = new Int32Array(this.model.requests).fill(-1);
    this.search = openStagePlace(problem);
    options.signal?.addEventListener('abort', () => this.stop());
  }

  seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  async solve(): Promise<BestSoFar> {
    if (this.model.requests > 0) await this.stages();
    else this.meetingsBound = this.valueBound = 0;
    this.phase = 'DONE';
    this.tell();
    return { slotOf: this.slotOf, meetingsBound: this.meetingsBound, valueBound: this.valueBound };
  }

  async close(): Promise<void> {
    await Promise.all([this.search.close(), this.exact?.close()]);
  }

  private async stages(): Promise<void> {
    await this.searchStage('COUNT', this.left() * SHARES.count, Infinity, null);
    if (this.count() < this.meetingsBound) await this.countStages();
    if (this.problem.published) return;
    this.phase = 'VALUE';
    if (this.value() < this.valueBound - 1e-9) await this.valueStages();
    this.phase = 'FAIRNESS';
    await this.searchStage('FAIRNESS', this.left() * SHARES.fairness * 2, Infinity, this.slotOf);
    this.phase = 'IDLE_PERIODS';
    await this.searchStage('IDLE', this.left() * 0.9, 0, this.slotOf);
  }

  /** The search goes on, and beside it the exact solver, until one of them has reached the bound. */
  private async countStages(): Promise<void> {
    const amount = Math.min(this.limit * SHARES.both, this.left() * 0.8);
    if (!this.exactIsWorthIt()) return this.searchStage('COUNT', amount, this.meetingsBound, this.slotOf);
    const exact = this.exactStage('EXACT_COUNT', amount).then(() => this.search.stop());
    const search = this.searchStage('COUNT', amount, this.meetingsBound, this.slotOf).then(() => {
      if (this.count() >= this.meetingsBound) this.exact?.stop();
    });
    await Promise.all([exact, search]);
  }

  private async valueStages(): Promise<void> {
    const amount = this.limit * SHARES.value;
    const search = this.searchStage(
      'VALUE',
      Math.min(amount, this.left() * 0.6),
      this.valueBound,
      this.slotOf,
    );
    if (this.exactIsWorthIt() && this.count() >= this.meetingsBound)
      await this.exactStage('EXACT_VALUE', Math.min(amount, this.left() * 0.6)).then(() =>
        this.search.stop(),
      );
    await search;
  }

  private exactIsWorthIt(): boolean {
    return programSize(this.model) <= EXACT_VARIABLES && !this.cancelled();
  }

  private async searchStage(
    kind: SolverStage['kind'],
    amount: number,
    goal: number,
    start: Int32Array | null,
  ): Promise<void> {
    if (this.cancelled() && kind !== 'COUNT') return;
    // The first search places what is locked and what fits at once even when it was called off before.
    const budget = this.budget(this.cancelled() ? 0 : amount);
    const stage = { kind, budget, start, goal, seed: this.seed++ };
    this.take(await this.search.run(stage, (progress) => this.hear(progress)));
  }

  private async exactStage(kind: 'EXACT_COUNT' | 'EXACT_VALUE', amount: number): Promise<void> {
    this.exact ??= hasThreads() ? openStagePlace(this.problem) : this.search;
    const stage = { kind, budget: this.budget(amount), start: this.slotOf, goal: Infinity, seed: 0 };
    this.take(await this.exact.run(stage, (progress) => this.hear(progress)));
  }

  private hear({ meetings, bound }: StageProgress): void {
    if (bound !== undefined && Number.isFinite(bound))
      this.meetingsBound = Math.min(this.meetingsBound, bound);
    this.tell(meetings);
  }

  /** Takes over bounds, and the schedule when it is better in the order of what counts. */
  private take({ slotOf, meetingsBound, valueBound, steps }: StageOutcome): void {
    this.steps += steps;
    this.meetingsBound = Math.min(this.meetingsBound, meetingsBound);
    this.valueBound = Math.min(this.valueBound, valueBound);
    if (slotOf && this.atLeastAsGood(slotOf)) this.slotOf = slotOf;
    this.tell();
  }

  private atLeastAsGood(slotOf: Int32Array): boolean {
    const figures = (schedule: Int32Array) => [
      this.musts(schedule),
      this.count(schedule),
      this.value(schedule),
    ];
    const [now, then] = [figures(slotOf), figures(this.slotOf)];
    const first = now.findIndex((figure, i) => Math.abs(figure - then[i]!) > 1e-9);
    return first < 0 || now[first]! > then[first]!;
  }

  private sum(schedule: Int32Array, worth: (request: number) => number): number {
    return schedule.reduce((sum, slot, request) => (slot >= 0 ? sum + worth(request) : sum), 0);
  }

  private count(schedule = this.slotOf): number {
    return this.sum(schedule, () => 1);
  }

  private musts(schedule = this.slotOf): number {
    return this.sum(schedule, (request) => this.model.must[request]!);
  }

  private value(schedule = this.slotOf): number {
    return this.sum(schedule, (request) => this.model.weight[request]!);
  }

  private left(): number {
    return Math.max(0, this.limit - (this.unit === 'STEPS' ? this.steps : this.seconds()));
  }

  private budget(amount: number): SearchBudget {
    return { unit: this.unit, amount };
  }

  private cancelled(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  private stop(): void {
    this.search.stop();
    this.exact?.stop();
  }

  private tell(meetings?: number): void {
    this.options.onProgress?.({
      phase: this.phase,
      meetings: Math.max(meetings ?? 0, this.count()),
      bound: Number.isFinite(this.meetingsBound) ? this.meetingsBound : -1,
      seconds: this.seconds(),
    });
  }
}
