import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { ClaimDecision, OrganizationClaim } from './organization-claim.entity.js';

/** Every query on the table of claims. */
@Injectable()
export class OrganizationClaimsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A claim by key. */
  findClaim(id: string): Promise<OrganizationClaim | null> {
    return this.table.findOneBy({ id });
  }

  /** The claim of a user that waits for a decision. */
  findPendingClaim(organizationId: string, claimantId: string): Promise<OrganizationClaim | null> {
    return this.table.findOneBy({ organizationId, claimantId, decision: ClaimDecision.PENDING });
  }

  /** All claims on an organization that wait for a decision, oldest first. */
  findPendingClaims(organizationId: string): Promise<OrganizationClaim[]> {
    return this.table.find({
      where: { organizationId, decision: ClaimDecision.PENDING },
      order: { id: 'ASC' },
    });
  }

  /** Adds or changes a claim. */
  async saveClaim(claim: OrganizationClaim): Promise<void> {
    await this.table.upsert({ ...claim }, ['id']);
  }

  /** A page of claims, newest first: of one claimant, or with one decision. */
  pageClaims(
    filter: { claimantId?: string; decision?: ClaimDecision | null },
    wish: { first: number; after?: string | null },
  ): Promise<Connection<OrganizationClaim>> {
    const list = this.table.createQueryBuilder('claim');
    if (filter.claimantId) list.andWhere('claim.claimantId = :claimantId', { claimantId: filter.claimantId });
    if (filter.decision) list.andWhere('claim.decision = :decision', { decision: filter.decision });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get table(): Repository<OrganizationClaim> {
    return this.transactions.manager.getRepository(OrganizationClaim);
  }
}

/** What a person wrote to be given a profile. An open claim goes with the person, and of a decided one the evidence. */
@Injectable()
export class ClaimsHolder extends StoredDataHolder {
  readonly section = 'organizationClaims';
  readonly columns = ['organization_claim.claimant_id'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select created_at as "createdAt", organization_id as "organizationId", evidence, decision, reason,
              decided_at as "decidedAt"
         from organization_claim where claimant_id = $1 order by 1`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query(
      `delete from organization_claim where claimant_id = $1 and decision = 'PENDING'`,
      [userId],
    );
    await this.transactions.query(`update organization_claim set evidence = '' where claimant_id = $1`, [
      userId,
    ]);
  }
}
