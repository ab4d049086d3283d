import { Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { FactHistoryEntry } from './fact-history.entity.js';
import { OrganizationCertificate } from './organization-certificate.entity.js';
import { TierRecognition } from './tier-recognition.entity.js';

/**
 * Certificates and recognitions that a person changed or withdrew. The history is the organization's and stays; the words
 * in which the person gave a reason go with the person.
 */
@Injectable()
export class FactHistoryHolder extends StoredDataHolder {
  readonly section = 'factChanges';
  readonly columns = ['organization_fact_history.changed_by'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select changed_at as "changedAt", organization_id as "organizationId", change, reason, stated
         from organization_fact_history where changed_by = $1 order by 1`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query(
      `update organization_fact_history set reason = null where changed_by = $1`,
      [userId],
    );
  }
}

/** Every query on the tables of certificates and tier recognitions, and of what they said before. */
@Injectable()
export class FactsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The certificates of organizations, oldest first. */
  findCertificates(organizationIds: readonly string[]): Promise<OrganizationCertificate[]> {
    return this.certificates.find({
      where: { organizationId: In([...organizationIds]) },
      order: { id: 'ASC' },
    });
  }

  /** The tier recognitions of organizations, oldest first. */
  findTiers(organizationIds: readonly string[]): Promise<TierRecognition[]> {
    return this.tiers.find({
      where: { organizationId: In([...organizationIds]) },
      order: { year: 'ASC', id: 'ASC' },
    });
  }

  /** A certificate by key. */
  findCertificate(id: string): Promise<OrganizationCertificate | null> {
    return this.certificates.findOneBy({ id });
  }

  /** A tier recognition by key. */
  findTier(id: string): Promise<TierRecognition | null> {
    return this.tiers.findOneBy({ id });
  }

  /** Adds or changes a certificate. */
  async saveCertificate(certificate: OrganizationCertificate): Promise<void> {
    await this.certificates.upsert({ ...certificate }, ['id']);
  }

  /** Adds or changes a tier recognition. */
  async saveTier(tier: TierRecognition): Promise<void> {
    await this.tiers.upsert({ ...tier }, ['id']);
  }

  /** Takes a certificate of an organization away; false when there was none. */
  async removeCertificate(organizationId: string, id: string): Promise<boolean> {
    return (await this.certificates.delete({ organizationId, id })).affected === 1;
  }

  /** Takes a tier recognition of an organization away; false when there was none. */
  async removeTier(organizationId: string, id: string): Promise<boolean> {
    return (await this.tiers.delete({ organizationId, id })).affected === 1;
  }

  /** Keeps what a fact said before it was changed or withdrawn. */
  async insertHistory(entry: FactHistoryEntry): Promise<void> {
    await this.history.insert({ ...entry });
  }

  /** What facts of organizations said before, the latest first. */
  findHistory(organizationIds: readonly string[]): Promise<FactHistoryEntry[]> {
    return this.history.find({
      where: { organizationId: In([...organizationIds]) },
      order: { changedAt: 'DESC', id: 'DESC' },
    });
  }

  private get history(): Repository<FactHistoryEntry> {
    return this.transactions.manager.getRepository(FactHistoryEntry);
  }

  private get certificates(): Repository<OrganizationCertificate> {
    return this.transactions.manager.getRepository(OrganizationCertificate);
  }

  private get tiers(): Repository<TierRecognition> {
    return this.transactions.manager.getRepository(TierRecognition);
  }
}
