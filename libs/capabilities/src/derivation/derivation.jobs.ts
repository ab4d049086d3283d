import { JobHandler, jobKind, Jobs } from '@app/database';
import { DERIVE_CAPABILITIES } from '@app/organizations';
import { REBUILD_INDEXES } from '@app/search';
import { Injectable } from '@nestjs/common';
import { CapabilityDerivationService } from './capability-derivation.service.js';

/** After an import: derives capabilities, then has the indexes rebuilt. Killed, it goes on where it stopped. */
@Injectable()
export class DeriveCapabilitiesJob extends JobHandler<Record<string, never>> {
  readonly kind = DERIVE_CAPABILITIES;

  constructor(
    private readonly derivation: CapabilityDerivationService,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  async handle(): Promise<void> {
    await this.derivation.derivePending();
    await this.jobs.enqueue(REBUILD_INDEXES, { indexes: ['organizations', 'capabilities'] });
  }
}

const RENEW_CAPABILITIES = jobKind<Record<string, never>>('renew-capabilities', {
  expireSeconds: 3600,
  retries: 10,
});

/**
 * After the vocabulary changed: derives inferred capabilities anew, then has their index rebuilt. A worker that starts with
 * another vocabulary than the one they are of orders it. Killed, it goes on where it stopped.
 */
@Injectable()
export class RenewCapabilitiesJob extends JobHandler<Record<string, never>> {
  readonly kind = RENEW_CAPABILITIES;

  constructor(
    private readonly derivation: CapabilityDerivationService,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  override async start(jobs: Jobs): Promise<void> {
    await super.start(jobs);
    const { outdated } = await this.derivation.countDerivations();
    if (outdated > 0) await jobs.enqueue(this.kind, {}, { singletonKey: this.kind.name });
  }

  async handle(): Promise<void> {
    await this.derivation.deriveAnew();
    // Also where an earlier try derived everything and died before it came here.
    await this.jobs.enqueue(REBUILD_INDEXES, { indexes: ['capabilities'] });
  }
}
