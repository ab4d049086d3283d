import { Transactions } from '@app/database';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { CapabilityDeriver } from './derived-capability.js';
import { ScopeDerivationRepository } from './scope-derivation.repository.js';

const BATCH = 1000;

/** How much was derived. */
export interface DerivationOutcome {
  readonly organizations: number;
  readonly capabilities: number;
}

interface DerivedBatch extends DerivationOutcome {
  readonly last: string;
}

/**
 * Derives inferred capabilities from the scopes of imported enterprises, batch by batch, each in a transaction of its
 * own: killed in the middle it goes on where it stopped, and run again it doubles nothing.
 */
@Injectable()
export class DeriveCapabilities {
  private readonly deriver: CapabilityDeriver;

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ScopeDerivationRepository,
    vocabulary: ConceptVocabulary,
    extractor: ConceptExtractor,
  ) {
    this.deriver = new CapabilityDeriver(vocabulary, extractor);
  }

  /** Derives everything that waits; gives how many capabilities were inferred. Two at once take turns, batch by batch. */
  async run(
    onProgress: (organizations: number, capabilities: number) => void = () => undefined,
  ): Promise<DerivationOutcome> {
    let after: string | null = null;
    let organizations = 0;
    let capabilities = 0;
    for (;;) {
      const batch: DerivedBatch | null = await this.transactions.run(() => this.deriveBatch(after));
      if (!batch) return { organizations, capabilities };
      organizations += batch.organizations;
      capabilities += batch.capabilities;
      after = batch.last;
      onProgress(organizations, capabilities);
    }
  }

  private async deriveBatch(after: string | null): Promise<DerivedBatch | null> {
    await this.repository.lock();
    const scopes = await this.repository.pending(after, BATCH);
    const last = scopes.at(-1);
    if (!last) return null;
    const derived = scopes.flatMap((scope) => this.deriver.derive(scope.organizationId, scope.businessScope));
    await this.repository.replace(scopes, derived);
    return { organizations: scopes.length, capabilities: derived.length, last: last.organizationId };
  }
}
