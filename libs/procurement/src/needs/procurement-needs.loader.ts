import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** Needs by key, many in one statement. Whoever shows them asks the policy first. */
@Injectable()
export class ProcurementNeedsLoader extends BatchLoader<ProcurementNeed> {
  constructor(private readonly needs: ProcurementNeedsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<ProcurementNeed[]> {
    return this.needs.findMany(keys);
  }

  protected keyOf(need: ProcurementNeed): string {
    return need.id;
  }
}
