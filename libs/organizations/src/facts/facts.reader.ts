import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { FactHistoryEntry } from './fact-history.entity.js';
import { FactsRepository } from './facts.repository.js';
import type { OrganizationCertificate } from './organization-certificate.entity.js';
import type { TierRecognition } from './tier-recognition.entity.js';

/** The certificates of organizations, many organizations in one statement. */
@Injectable()
export class CertificatesLoader extends BatchListLoader<OrganizationCertificate> {
  constructor(private readonly facts: FactsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<OrganizationCertificate[]> {
    return this.facts.certificatesOf(keys);
  }

  protected keyOf(certificate: OrganizationCertificate): string {
    return certificate.organizationId;
  }
}

/** The tier recognitions of organizations, many organizations in one statement. */
@Injectable()
export class TiersLoader extends BatchListLoader<TierRecognition> {
  constructor(private readonly facts: FactsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<TierRecognition[]> {
    return this.facts.tiersOf(keys);
  }

  protected keyOf(tier: TierRecognition): string {
    return tier.organizationId;
  }
}

/** What facts of organizations said before, many organizations in one statement. */
@Injectable()
export class FactHistoryLoader extends BatchListLoader<FactHistoryEntry> {
  constructor(private readonly facts: FactsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<FactHistoryEntry[]> {
    return this.facts.historyOf(keys);
  }

  protected keyOf(entry: FactHistoryEntry): string {
    return entry.organizationId;
  }
}
