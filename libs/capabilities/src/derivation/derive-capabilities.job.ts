import { JobHandler, Jobs } from '@app/database';
import { DERIVE_CAPABILITIES } from '@app/organizations';
import { REBUILD_INDEXES } from '@app/search';
import { Injectable } from '@nestjs/common';
import { DeriveCapabilities } from './derive-capabilities.js';

/** After an import: derives capabilities, then has the indexes rebuilt. Killed, it goes on where it stopped. */
@Injectable()
export class DeriveCapabilitiesJob extends JobHandler<Record<string, never>> {
  readonly kind = DERIVE_CAPABILITIES;

  constructor(
    private readonly derivation: DeriveCapabilities,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  async handle(): Promise<void> {
    await this.derivation.run();
    await this.jobs.enqueue(REBUILD_INDEXES, { indexes: ['organizations', 'capabilities'] });
  }
}
