import { jobKind } from '@app/database';

/** A run of the scheduler waits. */
export interface RunSchedulingOrder {
  readonly runId: string;
}

/** The longest that a solver may work, in seconds. */
export const MOST_SECONDS = 60;

/** Preparing, solving and advising take no longer than this; a job that does is taken for lost and tried again. */
export const RUN_SCHEDULING = jobKind<RunSchedulingOrder>('run-scheduling', {
  expireSeconds: 240,
  retries: 4,
});
