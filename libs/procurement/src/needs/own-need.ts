import { type DomainEvent, DomainEvents } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { procurementNeedChanged } from './procurement-need.events.js';
import { allowEditingNeed } from './procurement-need.policy.js';
import { ProcurementNeedsReader } from './procurement-needs.reader.js';
import { ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** A need and the organization that the caller acts for. */
export interface OwnNeed {
  readonly id: string;
  readonly organizationId: string;
}

/** Takes up a need of the acting organization for a change, and puts it back. */
@Injectable()
export class OwnNeeds {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly reader: ProcurementNeedsReader,
    private readonly events: DomainEvents,
  ) {}

  /** The need, locked, if the viewer may change it for the organization it names; throws NOT_FOUND, FORBIDDEN. */
  async take(viewer: Viewer, { id, organizationId }: OwnNeed): Promise<ProcurementNeed> {
    const need = await this.needs.lock(id);
    if (!need) throw new NotFoundError();
    allowEditingNeed(viewer, need, await this.reader.standing(viewer, need));
    if (need.organizationId !== organizationId) throw new NotFoundError();
    return need;
  }

  /** Stores the change and tells of it. */
  async keep(need: ProcurementNeed, ...more: readonly DomainEvent[]): Promise<void> {
    await this.needs.save(need);
    await this.events.record(procurementNeedChanged(need), ...more);
  }
}
