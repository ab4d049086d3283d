import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { FactHistoryEntry } from './fact-history.entity.js';
import { OrganizationCertificate } from './organization-certificate.entity.js';
import { TierRecognition } from './tier-recognition.entity.js';

/** Every query on the tables of certificates and tier recognitions, and of what they said before. */
@Injectable()
export class FactsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The certificates of organizations, oldest first. */
  certificatesOf(organizationIds: readonly string[]): Promise<OrganizationCertificate[]> {
    return this.certificates.find({
      where: { organizationId: In([...organizationIds]) },
      order: { id: 'ASC' },
    });
  }

  /** The tier recognitions of organizations, oldest first. */
  tiersOf(organizationIds: readonly string[]): Promise<TierRecognition[]> {
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
  async keepHistory(entry: FactHistoryEntry): Promise<void> {
    await this.history.insert({ ...entry });
  }

  /** What facts of organizations said before, the latest first. */
  historyOf(organizationIds: readonly string[]): Promise<FactHistoryEntry[]> {
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
