import { reportProblem } from '@app/kernel';
import type { SolveProgress } from '@app/meeting-scheduler';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { SchedulingPhase, SchedulingStop } from './scheduling.enums.js';

/** How far a run is. */
export type RunProgress = Pick<SchedulingRun, 'phase' | 'meetings' | 'bound'>;

/** How often progress is noted, in milliseconds. */
const EVERY_MS = 1000;

/** Watches one run: notes its progress once a second, which is its sign of life as well, and hears how it is to be stopped. */
export class RunWatch {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private progress: RunProgress = { phase: SchedulingPhase.PREPARING, meetings: 0, bound: null };
  private noting = false;
  /** Whether what was found is to be thrown away: the organizers said so, or another worker has the run. */
  discarded = false;

  constructor(private readonly note: (progress: RunProgress) => Promise<SchedulingStop | 'LOST' | null>) {
    this.timer = setInterval(() => void this.noteNow(), EVERY_MS);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Takes in what the solver tells. */
  takeProgress({ phase, meetings, bound }: Pick<SolveProgress, 'phase' | 'meetings' | 'bound'>): void {
    // At the solver's end the run is not over yet.
    const at = phase === 'DONE' ? this.progress.phase : SchedulingPhase[phase];
    this.progress = { phase: at, meetings, bound: bound < 0 ? null : bound };
  }

  /** Another phase begins. */
  enterPhase(phase: SchedulingPhase): void {
    this.progress = { ...this.progress, phase };
  }

  /** Notes now how far the run is. */
  async noteNow(): Promise<void> {
    if (this.noting) return;
    this.noting = true;
    try {
      const answer = await this.note(this.progress);
      if (answer) this.controller.abort();
      if (answer && answer !== SchedulingStop.KEEP) this.discarded = true;
    } catch (error) {
      reportProblem('scheduling progress', error);
    } finally {
      this.noting = false;
    }
  }

  end(): void {
    clearInterval(this.timer);
  }
}
