import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import type { LeftOutCause } from './scheduling.enums.js';

interface CauseOfRun {
  readonly runId: string;
  readonly cause: LeftOutCause;
  readonly pairs: number;
}

/** How many pairs runs left out, by cause. */
@Injectable()
export class LeftOutCausesLoader extends BatchListLoader<CauseOfRun> {
  constructor(private readonly runs: SchedulingRunsRepository) {
    super();
  }

  protected fetch(runIds: readonly string[]): Promise<CauseOfRun[]> {
    return this.runs.countCauses(runIds);
  }

  protected keyOf({ runId }: CauseOfRun): string {
    return runId;
  }
}
