import { BatchListLoader, type LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { FactHistoryEntry } from './fact-history.entity.js';
import { FactsRepository } from './facts.repository.js';
import type { OrganizationCertificate } from './organization-certificate.entity.js';
import type { TierRecognition } from './tier-recognition.entity.js';

/** Reads certificates, tier recognitions and their history. The `load…` methods batch the fields of one request. */
@Injectable()
export class FactsReader {
  private readonly certificates: FactsLoader<OrganizationCertificate>;
  private readonly tiers: FactsLoader<TierRecognition>;
  private readonly history: FactsLoader<FactHistoryEntry>;

  constructor(private readonly facts: FactsRepository) {
    this.certificates = new FactsLoader((ids) => facts.findCertificates(ids));
    this.tiers = new FactsLoader((ids) => facts.findTiers(ids));
    this.history = new FactsLoader((ids) => facts.findHistory(ids));
  }

  /** The certificates of an organization, oldest first. */
  loadCertificates(loaders: LoaderScope, organizationId: string): Promise<OrganizationCertificate[]> {
    return this.certificates.load(loaders, organizationId);
  }

  /** The tier recognitions of an organization, oldest first. */
  loadTiers(loaders: LoaderScope, organizationId: string): Promise<TierRecognition[]> {
    return this.tiers.load(loaders, organizationId);
  }

  /** What the facts of an organization said before, the latest first. */
  loadHistory(loaders: LoaderScope, organizationId: string): Promise<FactHistoryEntry[]> {
    return this.history.load(loaders, organizationId);
  }

  /** The certificates of an organization, read in the running transaction. */
  findCertificates(organizationId: string): Promise<OrganizationCertificate[]> {
    return this.facts.findCertificates([organizationId]);
  }

  /** A certificate by key. */
  findCertificate(id: string): Promise<OrganizationCertificate | null> {
    return this.facts.findCertificate(id);
  }

  /** A tier recognition by key. */
  findTier(id: string): Promise<TierRecognition | null> {
    return this.facts.findTier(id);
  }
}

/** Facts by the key of their organization, many organizations in one statement. */
class FactsLoader<Fact extends { readonly organizationId: string }> extends BatchListLoader<Fact> {
  constructor(private readonly findFacts: (organizationIds: readonly string[]) => Promise<Fact[]>) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<Fact[]> {
    return this.findFacts(keys);
  }

  protected keyOf(fact: Fact): string {
    return fact.organizationId;
  }
}
