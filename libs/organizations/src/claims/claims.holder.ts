import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

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
