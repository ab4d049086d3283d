import { Transactions } from '@app/database';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { CapabilityDeriver } from './derived-capability.js';
import { ScopeDerivationRepository } from './scope-derivation.repository.js';

const BATCH = 1000;

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

  /** Derives everything that waits; gives how many capabilities were inferred. */
  async run(onProgress: (organizations: number, capabilities: number) => void = () => undefined): Promise<{ organizations: number; capabilities: number }> {
    let after: string | null = null;
    let organizations = 0;
    let capabilities = 0;
    for (;;) {
      const scopes = await this.repository.pending(after, BATCH);
      if (scopes.length === 0) return { organizations, capabilities };
      const derived = scopes.flatMap((scope) => this.deriver.derive(scope.organizationId, scope.businessScope));
      await this.transactions.run(() => this.repository.replace(scopes, derived));
      organizations += scopes.length;
      capabilities += derived.length;
      after = scopes.at(-1)?.organizationId ?? null;
      onProgress(organizations, capabilities);
    }
  }
}
