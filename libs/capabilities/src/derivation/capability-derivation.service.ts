import { Transactions } from '@app/database';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { CapabilityDeriver } from './derived-capability.js';
import { type DerivationStanding, ScopeDerivationsRepository } from './scope-derivations.repository.js';

const BATCH = 1000;

/** How much was derived. */
export interface DerivationOutcome {
  readonly organizations: number;
  readonly capabilities: number;
}

/** Told after each batch how many organizations and capabilities are done. */
type DerivationProgress = (organizations: number, capabilities: number) => void;

interface DerivedBatch extends DerivationOutcome {
  readonly last: string;
}

/**
 * Derives inferred capabilities from the scopes of imported enterprises, batch by batch, each in a transaction of its
 * own: killed in the middle it goes on where it stopped, and run again it doubles nothing.
 */
@Injectable()
export class CapabilityDerivationService {
  private readonly deriver: CapabilityDeriver;

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ScopeDerivationsRepository,
    private readonly vocabulary: ConceptVocabulary,
    extractor: ConceptExtractor,
  ) {
    this.deriver = new CapabilityDeriver(vocabulary, extractor);
  }

  /** Derives everything that waits; gives how many capabilities were inferred. Two at once take turns, batch by batch. */
  derivePending(onProgress: DerivationProgress = () => undefined): Promise<DerivationOutcome> {
    return this.deriveAll(null, onProgress);
  }

  /** The same, and derives anew what was derived by another vocabulary than the present one. */
  deriveAnew(onProgress: DerivationProgress = () => undefined): Promise<DerivationOutcome> {
    return this.deriveAll(this.vocabulary.version, onProgress);
  }

  /** How many scopes are derived, and how many of them wait to be derived anew since the vocabulary changed. */
  async countDerivations(): Promise<DerivationStanding & { readonly vocabulary: string }> {
    const { version } = this.vocabulary;
    return { vocabulary: version, ...(await this.repository.countDerivations(version)) };
  }

  private async deriveAll(
    vocabulary: string | null,
    onProgress: DerivationProgress,
  ): Promise<DerivationOutcome> {
    let after: string | null = null;
    let organizations = 0;
    let capabilities = 0;
    for (;;) {
      const batch: DerivedBatch | null = await this.transactions.run(() =>
        this.deriveBatch(after, vocabulary),
      );
      if (!batch) return { organizations, capabilities };
      organizations += batch.organizations;
      capabilities += batch.capabilities;
      after = batch.last;
      onProgress(organizations, capabilities);
    }
  }

  private async deriveBatch(after: string | null, vocabulary: string | null): Promise<DerivedBatch | null> {
    await this.repository.lockDerivation();
    const scopes = await this.repository.findPendingScopes(after, BATCH, vocabulary);
    const last = scopes.at(-1);
    if (!last) return null;
    const derived = scopes.flatMap((scope) => this.deriver.derive(scope.organizationId, scope.businessScope));
    await this.repository.replaceCapabilities(scopes, derived, this.vocabulary.version);
    return { organizations: scopes.length, capabilities: derived.length, last: last.organizationId };
  }
}
